import type { StateValue } from 'xstate';

/** How an issued licence stands, in a word. */
export type Standing = 'valid' | 'expiring' | 'expired' | 'suspended' | 'revoked' | 'cancelled';

const ended: Record<string, Standing> = { licenceRevoked: 'revoked', licenceCancelled: 'cancelled', licenceExpired: 'expired' };

/** Past their last day, and not held on to by a renewal that is pending. */
const LAPSED = ['lapsed', 'latePending'];

/**
 * Reads a licence's standing off the state of its life; undefined for the state of an application. A suspended licence that has also
 * expired shows as expired: nothing is left to be suspended.
 */
export function standingOf(value: StateValue): Standing | undefined {
  if (typeof value === 'string') return ended[value];
  const living = value['living'];
  if (!living || typeof living === 'string') return undefined;
  const term = String(living['term']);
  if (LAPSED.includes(term)) return 'expired';
  if (typeof living['standing'] === 'object' && 'suspended' in living['standing']) return 'suspended';
  return term === 'open' || term === 'running' ? 'valid' : 'expiring';
}
