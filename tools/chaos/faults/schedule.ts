import { Random } from '../random';
import { FAULT_KINDS, faultKinds, ON_REDIS_ONLY, UNNOTICED, type FaultKind } from './kinds';

/** One fault of the plan. */
export interface PlannedFault {
  kind: FaultKind;
  /** After which part of the cases' work it comes, from 0 to 1. */
  at: number;
  /** Where its own choices begin. */
  seed: number;
}

/**
 * The faults of a run, the same for the same seed. Each kind has its share; none is left out while there are enough for all.
 * @param only the kinds that are wanted; absent: all that the ground allows, but for those that nobody may notice: among others nobody could tell.
 */
export function planFaults(seed: number, count: number, isOnRedis: boolean, only?: readonly FaultKind[]): PlannedFault[] {
  const random = new Random(seed ^ 0x0fa17);
  const kinds = (only ?? faultKinds).filter((kind) => (isOnRedis || !ON_REDIS_ONLY.includes(kind)) && (only !== undefined || !UNNOTICED.includes(kind)));
  const sum = kinds.reduce((total, kind) => total + FAULT_KINDS[kind], 0);
  const planned = kinds.flatMap((kind) => Array.from({ length: Math.max(1, Math.round((count * FAULT_KINDS[kind]) / sum)) }, () => kind));
  while (planned.length < count) planned.push(kinds[planned.length % kinds.length] as FaultKind);
  return random.shuffle(planned).slice(0, count).map((kind, at) => ({ kind, at: (0.5 + at) / count, seed: random.between(1, 2 ** 31) }));
}
