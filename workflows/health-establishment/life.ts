import type { LifeRules } from '@anuyat/licence-kit';
import { changeFee } from '../shared/change-fees';
import { read, unconfirmed } from '../shared/sources';
import { yearFee } from './fee';

/** Five years; renewed by an application on form สพส.3, for the same fee as a new one; changed for a fee. */
export const life: LifeRules = {
  remindsDaysBefore: [180, 90, 60, 30, 7],
  renewal: { opensDaysBefore: 90, source: unconfirmed('Form and fee are from the department’s page; from when it is taken is the portal’s proposal', '2026-01-01') },
  change: changeFee(300, read('Ministerial regulation on fees B.E. 2560, as published in the public manual', '2017-01-01')),
  annual: {
    fees: [{ code: 'year', amount: yearFee, range: { min: 500, max: 1_000 }, source: read('Ministerial regulation on fees B.E. 2560, as published in the public manual', '2017-01-01') }],
    billedDaysBefore: 60,
    late: { percent: 5, per: 'month', source: unconfirmed('Five per cent a month, from memory', '2017-01-01') },
    unpaid: { source: unconfirmed('Suspension or revocation while it stays unpaid, from memory', '2017-01-01') },
    source: unconfirmed('Due each year on the day of the licence; the bill sixty days before is the portal’s proposal', '2017-01-01'),
  },
};
