import type { Text } from '@anuyat/licence-kit';
import { columnsOf, linesAt } from './joined-lines';
import type { JoinedLine, JoinedStation } from './joined-lines';
import { wrap } from './shapes';
import type { MapShape, TextShape, TrackShape } from './shapes';

const TITLES = 236;
const EDGE = 34;
const DETOUR = 30;
const LEADING = { label: 19, title: 21, subtitle: 18, group: 23 };

/** The narrowest drawing in which station names can still be read. */
export function leastWidth(lines: readonly JoinedLine[]): number {
  const columns = Math.max(0, ...columnsOf(lines).values()) + 1;
  return TITLES + columns * 92;
}

/** Lines from left to right, one below the other, with their names on the left. */
export function layHorizontally(lines: readonly JoinedLine[], width: number, say: (text: Text) => string): MapShape {
  const columns = columnsOf(lines);
  const at = linesAt(lines);
  const last = Math.max(1, ...columns.values());
  const step = (width - TITLES - 2 * EDGE) / last;
  const xOf = (station: JoinedStation) => Math.round(TITLES + EDGE + (columns.get(station.place) ?? 0) * step);
  const labelsOf = (station: JoinedStation) => wrap(say(station.title), Math.min(150, step - 8, 2 * (width - xOf(station)) + 16), 'label', 4);

  const texts: TextShape[] = [];
  const ys: number[] = [];
  let y = 0;
  lines.forEach((line, index) => {
    if (lines[index - 1]?.group !== line.group) {
      const title = wrap(say(line.groupTitle), TITLES - 12, 'group');
      y += index === 0 ? 4 : 26;
      texts.push({ x: 0, y: y + 18, anchor: 'start', look: 'map-group', lines: title, leading: LEADING.group });
      y += title.length * LEADING.group + 6;
    }
    const title = wrap(say(line.title), TITLES - 24, 'title', 3);
    const subtitle = line.subtitle ? wrap(say(line.subtitle), TITLES - 24, 'subtitle', 3) : [];
    const isSelfNamed = say(line.title) === say(line.groupTitle);
    const rowY = y + 26;
    ys.push(rowY);
    if (!isSelfNamed) texts.push({ x: 0, y: rowY + 1, anchor: 'start', look: 'map-title', lines: title, leading: LEADING.title });
    texts.push({ x: 0, y: rowY + (isSelfNamed ? 0 : title.length * LEADING.title - 1), anchor: 'start', look: 'map-subtitle', lines: subtitle, leading: LEADING.subtitle });
    const names = Math.max(0, ...line.stations.map((station) => labelsOf(station).length * LEADING.label + (station.kind === 'detour' ? DETOUR : 0)));
    y = rowY + Math.max(title.length * LEADING.title + subtitle.length * LEADING.subtitle - 10, 20 + names) + 14;
  });

  const tracks: TrackShape[] = [];
  const stations: MapShape['stations'] = [];
  const isPlaced = new Set<string>();
  lines.forEach((line, index) => {
    const rowY = ys[index] ?? 0;
    line.stations.forEach((station, place) => {
      const x = xOf(station);
      const isDetour = station.kind === 'detour';
      const previous = line.stations[place - 1];
      if (previous) tracks.push(track(xOf(previous), previous.kind === 'detour', x, isDetour, rowY, line.lane, isAhead(station)));
      if (isPlaced.has(station.place)) return;
      isPlaced.add(station.place);
      const meets = at.get(station.place) ?? [index];
      const lowest = ys[Math.max(...meets)] ?? rowY;
      const isInterchange = meets.length > 1;
      stations.push({
        x, y: isDetour ? rowY + DETOUR : rowY, reachX: 0, reachY: isInterchange ? lowest - rowY : 0,
        lane: line.lane, state: station.state, isInterchange, isEnd: station.kind === 'end',
      });
      texts.push({
        x, y: lowest + (isDetour ? DETOUR : 0) + 29, anchor: 'middle',
        look: `map-label map-label-${station.state}`, lines: labelsOf(station), leading: LEADING.label,
      });
    });
  });
  return { width, height: Math.ceil(y), tracks, stations, texts };
}

function isAhead(station: JoinedStation): boolean {
  return station.state === 'ahead' || station.state === 'skipped';
}

/** Straight on, or down to a detour and back again. */
function track(x1: number, fromDetour: boolean, x2: number, toDetour: boolean, y: number, lane: number, ahead: boolean): TrackShape {
  const y1 = fromDetour ? y + DETOUR : y;
  const y2 = toDetour ? y + DETOUR : y;
  if (y1 === y2) return { path: `M${x1} ${y1}H${x2}`, lane, isAhead: ahead };
  const bend = Math.round((x1 + x2) / 2);
  return { path: `M${x1} ${y1}H${bend - DETOUR / 2}L${bend + DETOUR / 2} ${y2}H${x2}`, lane, isAhead: ahead };
}
