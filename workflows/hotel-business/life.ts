import type { LifeRules } from '@anuyat/licence-kit';
import { read, unconfirmed } from '../shared/sources';
import { roomsFee } from './fee';

/** Five years; renewed by an application before they end, for half of the fee. */
export const life: LifeRules = {
  remindsDaysBefore: [180, 90, 60, 30, 7],
  renewal: { opensDaysBefore: 180, source: unconfirmed('Apply before the last day; from when is the portal’s proposal', '2026-01-01') },
  transfer: { needs: 'confirmation', source: unconfirmed('The registrar has to agree; from memory', '2026-01-01') },
  annual: {
    fees: [{ code: 'year', amount: roomsFee, range: { min: 80, max: 40_000 }, source: read('Guides to hotel licensing by law firms, 2023 and 2025', '2023-01-01') }],
    billedDaysBefore: 60,
    late: { percent: 5, per: 'month', source: unconfirmed('Five per cent a month, from memory', '2026-01-01') },
    unpaid: { source: unconfirmed('Order to stop until it is paid, from memory', '2026-01-01') },
    source: unconfirmed('80 baht a room and year are read; the day and the bill sixty days before are the portal’s proposal', '2026-01-01'),
  },
};
