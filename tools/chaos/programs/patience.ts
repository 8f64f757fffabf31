import type { Patience } from '../../../apps/worker/src/start-worker';

/** Which waits a run has: the product's own, or shorter ones, so that what was lost is taken up again within a run of two minutes. */
export type PatienceName = 'product' | 'short';

/** @returns the waits by their name; those of the product are its own defaults. The short ones print papers less often: a run has no processor to spare for pictures. */
export function patienceOf(name: string | undefined): Patience {
  if (name !== 'short') return {};
  return { courier: { handAgainAfterMs: 1_500 }, stalledAfterMs: 2_000, inquiry: { everyMs: 3_000, afterMs: 4_000 }, papersMs: 6_000, mail: { firstPauseMs: 1_000, longestPauseMs: 4_000, leaseMs: 8_000 } };
}
