import type { Leg } from './critical-path';
import { daysBetween } from './promised-day';

/** Why a date was promised, or promised anew. Kept as facts; the words are found when it is read. */
export type Reason =
  | { code: 'first' }
  /** Something happened to the application itself; `lane` where it happened in one. */
  | { code: 'event'; type: string }
  /** Enough of this licence type has finished by now. */
  | { code: 'enough'; finished: number }
  | { code: 'queue-grew' | 'queue-shrank'; office: string; from: number; to: number }
  | { code: 'slower' | 'quicker'; office: string }
  /** The licence that comes first moved. */
  | { code: 'earlier-licence'; licence: string }
  /** The promised day has passed. */
  | { code: 'late' };

/** A queue that differs by less than this is not what moved a date. */
const QUEUE_CHANGE = 0.2;
const LEAST_DAYS = 2;
const LEAST_SHARE = 0.1;

/** Whether a date that nothing in the application itself moved is worth telling: people should not be told another one every day. */
export function isWorthTelling(before: string, after: string, today: string): boolean {
  const moved = Math.abs(daysBetween(before, after));
  return moved >= LEAST_DAYS && moved >= LEAST_SHARE * daysBetween(today, before);
}

/** Why the reckoning alone moved the date: the queue at the office whose lane is the longest, if that changed the same way, else its pace. */
export function reasonOfReckoning(isLater: boolean, before: readonly Leg[], now: readonly Leg[]): Reason {
  const longest = now.find(({ what }) => what === 'lane');
  const office = longest?.office ?? '';
  const to = longest?.load?.queue ?? 0;
  const from = before.find(({ lane }) => lane !== undefined && lane === longest?.lane)?.load?.queue ?? to;
  const change = (to - from) / Math.max(1, from);
  if (isLater && change >= QUEUE_CHANGE) return { code: 'queue-grew', office, from, to };
  if (!isLater && change <= -QUEUE_CHANGE) return { code: 'queue-shrank', office, from, to };
  return { code: isLater ? 'slower' : 'quicker', office };
}
