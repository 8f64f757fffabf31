import type { LifeRules } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { toSatang } from '../shared/rates';
import { unconfirmed } from '../shared/sources';

/** Ten calendar years; renewed by an application before they end. */
export const life: LifeRules = {
  remindsDaysBefore: [180, 90, 60, 30, 7],
  renewal: { opensDaysBefore: 180, source: unconfirmed('Before the last day; from when is the portal’s proposal', '2026-01-01') },
  annual: {
    fees: [{ code: 'year', amount: toSatang('rates.annual'), range: { min: 500, max: 500 }, citation: cite('sanatorium', '20'), source: unconfirmed('Ministerial regulation B.E. 2543 on fees: 500 baht from memory', '2000-01-01') }],
    billedDaysBefore: 60,
    late: { percent: 5, per: 'month', citation: cite('sanatorium', '20'), source: unconfirmed('Five per cent a month, from memory', '2000-01-01') },
    unpaid: { citation: cite('sanatorium', '20'), source: unconfirmed('Order to close until fee and surcharge are paid, from memory', '2000-01-01') },
    citation: cite('sanatorium', '20'),
    source: unconfirmed('Due each year; that it is the day of the licence and the bill sixty days before are the portal’s proposal', '2000-01-01'),
  },
};
