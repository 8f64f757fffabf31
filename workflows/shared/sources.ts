import type { Source } from '@anuyat/licence-kit';

/** A figure that was read in the named place. `effectiveFrom` is the ISO date from which it holds. */
export function read(from: string, effectiveFrom: string): Source {
  return { from, isVerified: true, effectiveFrom };
}

/** A figure that nobody has confirmed yet: the office has to, before it is relied on. */
export function unconfirmed(from: string, effectiveFrom: string): Source {
  return { from, isVerified: false, effectiveFrom };
}

/** Whoever reviews does not approve: a rule of good practice that each agency sets for itself, so configuration until it has. */
export const secondOfficer: Source = unconfirmed('Reviewer and approver are two people for permits of high risk; to be agreed with the agency', '2026-01-01');
