import type { LifeRules } from '@anuyat/licence-kit';
import { factoryYear } from './factory-fees';
import { cite } from './laws';
import { read, unconfirmed } from './sources';

/** What the Public Health Act says of the licences and certificates of local officials. */
export const publicHealthLife = {
  renewal: {
    opensDaysBefore: 60,
    late: { days: 30, surchargePercent: 20 },
    source: unconfirmed('The surcharge of 20 per cent is from memory; from when renewals are taken and for how long a late one is are the portal’s proposal', '2026-01-01'),
  },
  suspension: { mostDays: 15, citation: cite('publicHealth', '59'), source: read('A subdistrict’s food ordinance under the Public Health Act, section 59: at most fifteen days at a time', '2018-03-01') },
  revocation: { citation: cite('publicHealth', '60'), source: unconfirmed('Two suspensions or more, among others; a new one only after a year; from memory', '2026-01-01') },
} as const satisfies LifeRules;

/** What holds of the Excise Department’s yearly sales licences. */
export const exciseLife = {
  renewal: { opensDaysBefore: 60, source: unconfirmed('One year, renewed by the fee before it ends; from when it is taken is the portal’s proposal', '2026-01-01') },
} as const satisfies LifeRules;

/** What holds of commercial registrations: changes and the end are told within thirty days. */
export const commercialRegistrationLife = {
  cancellation: { withinDays: 30, citation: cite('commercialRegistration', '13'), source: unconfirmed('Thirty days from the end of the business; days and section from memory', '2026-01-01') },
} as const satisfies LifeRules;

/** What the Factory Act says of factories: no last day, orders to stop, and transfers that are told. */
export const factoryLife = {
  suspension: { mostDays: null, citation: cite('factory', '39'), source: unconfirmed('Orders to stop until the factory is put right; the section is from the fact book, not confirmed', '2026-01-01') },
  revocation: { citation: cite('factory', '39'), source: unconfirmed('Where an order to stop is not followed; from memory', '2026-01-01') },
  annual: {
    fees: [{ code: 'year', amount: factoryYear, range: { min: 150, max: 18_000 }, citation: cite('factory', '43'), source: unconfirmed('30% of the licence fee for the same horsepower, from memory', '2019-10-27') }],
    billedDaysBefore: 60,
    late: { percent: 5, per: 'month', citation: cite('factory', '43'), source: unconfirmed('Five per cent a month; that a month that has begun counts whole is from memory', '2019-10-27') },
    unpaid: { citation: cite('factory', '43'), source: unconfirmed('Order to stop until fee and surcharge are paid, from memory', '2019-10-27') },
    citation: cite('factory', '43'),
    source: unconfirmed('Due each year on the day of the receipt or licence; the bill sixty days before is the portal’s proposal', '2019-10-27'),
  },
  transfer: { needs: 'confirmation', citation: cite('factory', '21'), source: unconfirmed('The new operator applies for the licence in the old one’s place; section and manner from memory', '2026-01-01') },
} as const satisfies LifeRules;
