import type { Text } from '@anuyat/licence-kit';
import type { JoinedLine, JoinedStation } from './joined-lines';
import { wrap } from './shapes';
import type { MapShape } from './shapes';

const LEFT = 15;
const GAP = 24;
const ROW = 22;
/** A piece of the line before its name, where several run side by side. */
const SWATCH = 10;
/** How far a detour swings out. */
const SWING = 11;

/** One stop on the way down: a lane's name, or a station with the tracks that it stands on. */
interface Stop {
  station?: JoinedStation;
  title?: JoinedLine;
  tracks: number[];
}

/** For narrow screens: each licence's lines run down side by side, names on the right. */
export function layVertically(lines: readonly JoinedLine[], width: number, say: (text: Text) => string): MapShape {
  const shape: MapShape = { width, height: 0, tracks: [], stations: [], texts: [] };
  let y = 4;
  for (const group of new Set(lines.map((line) => line.group))) {
    const members = lines.filter((line) => line.group === group);
    y = layGroup(shape, members, y, say) + 26;
  }
  shape.height = Math.ceil(y - 8);
  return shape;
}

function layGroup(shape: MapShape, members: readonly JoinedLine[], top: number, say: (text: Text) => string): number {
  const heading = wrap(say(members[0]?.groupTitle ?? { th: '', en: '' }), shape.width, 'group');
  shape.texts.push({ x: 0, y: top + 18, anchor: 'start', look: 'map-group', lines: heading, leading: 23 });
  let y = top + heading.length * 23 + 20;
  const room = LEFT + (members.length - 1) * GAP + 24;
  const xOf = (track: number) => LEFT + track * GAP;
  const last = new Map<number, { x: number; y: number }>();

  for (const stop of stopsOf(members, say)) {
    if (stop.title) {
      const { title, subtitle } = stop.title;
      const isOneOfMany = members.length > 1;
      const left = room + (isOneOfMany ? SWATCH + 16 : 0);
      const first = wrap(say(title), shape.width - left, 'title', 4);
      const second = subtitle ? wrap(say(subtitle), shape.width - left, 'subtitle', 3) : [];
      if (isOneOfMany) shape.tracks.push({ path: `M${room + 5} ${y + 3}h${SWATCH}`, lane: stop.title.lane, isAhead: false });
      shape.texts.push({ x: left, y: y + 8, anchor: 'start', look: 'map-title', lines: first, leading: 21 });
      shape.texts.push({ x: left, y: y + 8 + first.length * 21 - 2, anchor: 'start', look: 'map-subtitle', lines: second, leading: 18 });
      y += first.length * 21 + second.length * 18 + 16;
      continue;
    }
    const { station, tracks } = stop;
    if (!station) continue;
    const isDetour = station.kind === 'detour' && tracks.length === 1;
    for (const track of tracks) {
      const from = last.get(track);
      const x = xOf(track) + (isDetour ? SWING : 0);
      const lane = members[track]?.lane ?? 1;
      const isAhead = station.state === 'ahead' || station.state === 'skipped';
      if (from) shape.tracks.push({ path: way(from, { x, y }), lane, isAhead });
      last.set(track, { x, y });
    }
    const x = xOf(Math.min(...tracks)) + (isDetour ? SWING : 0);
    const lines = wrap(say(station.title), shape.width - room - (isDetour ? 14 : 0), 'label', 3);
    shape.stations.push({
      x, y, reachX: tracks.length > 1 ? xOf(Math.max(...tracks)) - x : 0, reachY: 0,
      lane: members[tracks[0] ?? 0]?.lane ?? 1, state: station.state, isInterchange: tracks.length > 1, isEnd: station.kind === 'end',
    });
    shape.texts.push({
      x: room + (isDetour ? 14 : 0), y: y + 5, anchor: 'start',
      look: `map-label map-label-${station.state}`, lines, leading: 19,
    });
    y += Math.max(1, lines.length) * 19 + ROW;
  }
  return y - ROW;
}

/** Straight down, or swinging over to a detour and back. */
function way(from: { x: number; y: number }, to: { x: number; y: number }): string {
  if (from.x === to.x) return `M${from.x} ${from.y}V${to.y}`;
  return `M${from.x} ${from.y}V${to.y - 2 * SWING}L${to.x} ${to.y - SWING}V${to.y}`;
}

/** Shared stations come when every line that meets in them has arrived; the lanes between come one after another. */
function stopsOf(members: readonly JoinedLine[], say: (text: Text) => string): Stop[] {
  const next = members.map(() => 0);
  const stops: Stop[] = [];
  const isNamed = new Set<number>();
  const standsOn = (place: string) => members.flatMap((line, index) => (line.stations.some((one) => one.place === place) ? [index] : []));
  const isLast = () => members.every((line, index) => (next[index] ?? 0) >= line.stations.length);
  while (!isLast()) {
    const ready = members.findIndex((line, index) => {
      const station = line.stations[next[index] ?? 0];
      return station && standsOn(station.place).every((track) => members[track]?.stations[next[track] ?? 0]?.place === station.place);
    });
    if (ready < 0) break;
    const place = members[ready]?.stations[next[ready] ?? 0]?.place ?? '';
    const tracks = standsOn(place);
    if (tracks.length > 1) {
      stops.push({ station: members[ready]?.stations[next[ready] ?? 0], tracks });
      for (const track of tracks) next[track] = (next[track] ?? 0) + 1;
      continue;
    }
    const line = members[ready];
    if (line && !isNamed.has(ready) && say(line.title) !== say(line.groupTitle)) stops.push({ title: line, tracks: [ready] });
    isNamed.add(ready);
    while (line && (next[ready] ?? 0) < line.stations.length) {
      const station = line.stations[next[ready] ?? 0];
      if (!station || standsOn(station.place).length > 1) break;
      stops.push({ station, tracks: [ready] });
      next[ready] = (next[ready] ?? 0) + 1;
    }
  }
  return stops;
}
