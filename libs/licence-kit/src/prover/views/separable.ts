import { findTarget, withAncestors, type Chart, type Move, type Place } from '../chart';

/** The state whose lanes run side by side. */
export interface Crossing {
  place: Place;
  regions: readonly Place[];
}

const KNOWN_GUARDS = new Set(['rule', 'feeIsDue', 'not']);

/**
 * Where a machine's lanes run side by side without touching one another, so that each can be walked through by itself;
 * undefined where it has no such place, or where lanes reach into one another. docs/proving.md holds the argument.
 */
export function findCrossing(chart: Chart): Crossing | undefined {
  const parallel = [...chart.places.values()].filter(({ config }) => config.type === 'parallel');
  const [place] = parallel;
  if (!place || parallel.length > 1 || place.children.length < 2) return undefined;
  const crossing = { place, regions: place.children };
  return touchesNothing(chart, crossing) ? crossing : undefined;
}

/** The region that a place is in. */
export function regionOf({ regions }: Crossing, place: Place): Place | undefined {
  return withAncestors(place).find((around) => regions.includes(around));
}

/** Whether a move leads out of the region that it begins in. */
export function leavesItsRegion(chart: Chart, crossing: Crossing, move: Move): boolean {
  const target = findTarget(chart, move);
  return target !== undefined && regionOf(crossing, target) !== regionOf(crossing, move.from);
}

function touchesNothing(chart: Chart, crossing: Crossing): boolean {
  const laneOf = (place: Place): string | undefined => regionOf(crossing, place)?.key;
  const clockHolders = new Map<unknown, string | undefined>();
  const keepsToItself = chart.effects.every(({ place, effect: { type, params } }) => {
    const lane = laneOf(place);
    if (lane === undefined) return true;
    if (type === 'closeAll' || (params['lane'] !== undefined && params['lane'] !== lane)) return false;
    if (type !== 'startClock' && type !== 'stopClock') return true;
    const holder = clockHolders.get(params['name']) ?? lane;
    clockHolders.set(params['name'], holder);
    return holder === lane;
  });
  return keepsToItself && chart.moves.every(({ config: { guard } }) => !guard || KNOWN_GUARDS.has(guard.type)) && sharedEventsStayInside(chart, crossing);
}

/** An event that several lanes take moves each inside of itself; else one lane's way to its end could be another's way out. */
function sharedEventsStayInside(chart: Chart, crossing: Crossing): boolean {
  const inside = chart.moves.filter(({ from, event }) => event !== undefined && regionOf(crossing, from));
  const takers = new Map<string, Set<Place | undefined>>();
  for (const { event = '', from } of inside) takers.set(event, (takers.get(event) ?? new Set()).add(regionOf(crossing, from)));
  return inside.every((move) => (takers.get(move.event ?? '')?.size ?? 0) < 2 || !leavesItsRegion(chart, crossing, move));
}
