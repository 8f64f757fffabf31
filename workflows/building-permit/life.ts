import type { LifeRules } from '@anuyat/licence-kit';
import { unconfirmed } from '../shared/sources';

/** Renewed before its last day, or it has to be applied for anew. */
export const life: LifeRules = {
  renewal: { opensDaysBefore: 90, source: unconfirmed('Before the last day, from memory; from when is the portal’s proposal', '2026-01-01') },
};
