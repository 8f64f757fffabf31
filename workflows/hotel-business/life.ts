import type { LifeRules } from '@anuyat/licence-kit';
import { unconfirmed } from '../shared/sources';

/** Five years; renewed by an application before they end, for half of the fee. */
export const life: LifeRules = {
  remindsDaysBefore: [180, 90, 60, 30, 7],
  renewal: { opensDaysBefore: 180, source: unconfirmed('Apply before the last day; from when is the portal’s proposal', '2026-01-01') },
  transfer: { needs: 'confirmation', source: unconfirmed('The registrar has to agree; from memory', '2026-01-01') },
};
