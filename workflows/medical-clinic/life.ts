import type { LifeRules } from '@anuyat/licence-kit';
import { unconfirmed } from '../shared/sources';

/** Ten calendar years; renewed by an application before they end. */
export const life: LifeRules = {
  remindsDaysBefore: [180, 90, 60, 30, 7],
  renewal: { opensDaysBefore: 180, source: unconfirmed('Before the last day; from when is the portal’s proposal', '2026-01-01') },
};
