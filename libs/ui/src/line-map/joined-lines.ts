import type { LineMap, StationView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** A line as it is drawn: the stations that its licence's lanes share stand on each of them. */
export interface JoinedLine {
  id: string;
  title: Text;
  subtitle?: Text;
  lane: number;
  group: string;
  groupTitle: Text;
  stations: JoinedStation[];
}

export interface JoinedStation extends StationView {
  /** The same on every line that the station stands on. */
  place: string;
}

/**
 * The lines as they meet. In a group, the line `…:way` is what all its lanes share: its station `review` is where the
 * lanes run side by side, so it is replaced by them, and the colours are dealt out anew among the lanes that are drawn.
 * Detours are drawn only once somebody was sent on them.
 */
export function joinedLines(map: LineMap): JoinedLine[] {
  const groups = [...new Set(map.lines.map((line) => line.group))];
  const drawnLines = groups.flatMap((group) => {
    const lines = map.lines.filter((line) => line.group === group && !isSpared(line));
    const way = lines.find((line) => line.id.endsWith(':way'));
    const lanes = lines.filter((line) => line !== way);
    if (!way || lanes.length === 0) return lines.map((line) => joined(line, drawn(line.stations, '')));
    const fork = way.stations.findIndex((station) => station.id === 'review');
    const before = drawn(way.stations.slice(0, Math.max(0, fork)), `${group}/`, 'submitted');
    const after = drawn(fork < 0 ? way.stations : way.stations.slice(fork + 1), `${group}/`);
    return lanes.map((lane) => joined(lane, [...before, ...drawn(lane.stations, `${lane.id}/`), ...after]));
  });
  const hasWays = map.lines.some(({ id }) => id.endsWith(':way'));
  return hasWays ? drawnLines.map((line, index) => ({ ...line, lane: (index % 8) + 1 })) : drawnLines;
}

/** The lines of the groups that have not come to their end; all of them where every group has. */
export function linesThatGoOn(lines: JoinedLine[]): JoinedLine[] {
  const goOn = new Set(lines.filter(({ stations }) => stations.some(({ state }) => state === 'now' || state === 'ahead')).map(({ group }) => group));
  return goOn.size === 0 ? lines : lines.filter(({ group }) => goOn.has(group));
}

/** A lane that this application does not need at all. */
function isSpared({ stations }: LineMap['lines'][number]): boolean {
  return stations.length > 0 && stations.every(({ state }) => state === 'skipped');
}

function joined(line: LineMap['lines'][number], stations: JoinedStation[]): JoinedLine {
  const { id, title, subtitle, colour, group, groupTitle } = line;
  return { id, title, subtitle, lane: (((colour % 8) + 8) % 8) + 1, group, groupTitle, stations };
}

function drawn(stations: readonly StationView[], prefix: string, sharedByAll?: string): JoinedStation[] {
  return stations
    .filter(({ kind, state }) => kind !== 'detour' || state === 'now' || state === 'done' || state === 'failed')
    .map((station) => ({ ...station, place: station.id === sharedByAll ? station.id : prefix + station.id }));
}

/** The column of every place: after all places that come before it on any line. */
export function columnsOf(lines: readonly JoinedLine[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (let round = 0; round <= lines.length; round++) {
    let hasMoved = false;
    for (const line of lines) {
      let column = -1;
      for (const { place } of line.stations) {
        column = Math.max(column + 1, columns.get(place) ?? 0);
        if (columns.get(place) !== column) {
          columns.set(place, column);
          hasMoved = true;
        }
      }
    }
    if (!hasMoved) break;
  }
  return columns;
}

/** Which lines stand at each place. */
export function linesAt(lines: readonly JoinedLine[]): Map<string, number[]> {
  const at = new Map<string, number[]>();
  lines.forEach((line, index) => {
    for (const { place } of line.stations) at.set(place, [...(at.get(place) ?? []), index]);
  });
  return at;
}
