import type { Outcome } from '../definition/machine';

/** Ends that are no way out of a file which nobody can decide: the applicant gives up, or its licence is gone for good. */
export function isGivenUp(outcome: Outcome | undefined): boolean {
  return outcome === 'withdrawn' || outcome === 'closed';
}
