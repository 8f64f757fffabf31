import type { StepLoad } from '@anuyat/forecasts';

/** One stretch of what is left of the way. */
export interface Leg {
  what: 'lane' | 'payment' | 'issuing' | 'other';
  lane?: string;
  office?: string;
  /** Milliseconds that it is reckoned to take from now, or from when it can begin. */
  length: number;
  /** Whether closed work says so; else the law's time, or what is usual. */
  isLearnt: boolean;
  load?: StepLoad;
}

/** What is left of an application's way: what must be there first, lanes side by side, and what follows them. */
export interface WayLeft {
  /** Ways of the applications that the law puts first. */
  before: readonly Path[];
  lanes: readonly Leg[];
  after: readonly Leg[];
}

/** The longest chain of what is left, and how long it is reckoned to take. */
export interface Path {
  length: number;
  legs: Leg[];
  /** Licence that comes first and whose way is part of this one. */
  first?: string;
}

const longest = <T extends { length: number }>(all: readonly T[]): T | undefined => all.reduce<T | undefined>((most, each) => (most && most.length >= each.length ? most : each), undefined);

/** Lanes run side by side, so that the longest counts; what waits for another licence, and what follows the review, is added to it. */
export function criticalPath({ before, lanes, after }: WayLeft): Path {
  const first = longest(before);
  const lane = longest(lanes);
  const legs = [...(first?.legs ?? []), ...(lane ? [lane] : []), ...after];
  const length = (first?.length ?? 0) + (lane?.length ?? 0) + after.reduce((sum, leg) => sum + leg.length, 0);
  return { length, legs, ...(first?.first ? { first: first.first } : {}) };
}
