import type { Source } from '@anuyat/licence-kit';

/** A figure that was read in the named place. `effectiveFrom` is the ISO date from which it holds. */
export function read(from: string, effectiveFrom: string): Source {
  return { from, isVerified: true, effectiveFrom };
}

/** A figure that nobody has confirmed yet: the office has to, before it is relied on. */
export function unconfirmed(from: string, effectiveFrom: string): Source {
  return { from, isVerified: false, effectiveFrom };
}
