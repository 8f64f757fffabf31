import type { PublishedRate } from '@anuyat/licence-kit';
import { read } from '../shared/sources';

const regulation = read('Ministerial Regulation under the Signboard Tax Act, in force since 1 January 2564', '2021-01-01');
const rate = (item: string, value: number): PublishedRate => ({ item, value, source: regulation });

/** Baht for each 500 cm² by kind of sign, and the least that a sign pays (Signboard Tax Act B.E. 2510 s.7). */
export const signboardRates: PublishedRate[] = [
  rate('thaiFixed', 5), rate('thaiMoving', 10), rate('mixedFixed', 26), rate('mixedMoving', 52), rate('foreignFixed', 50), rate('foreignMoving', 52), rate('least', 200),
];

/**
 * Signboard tax of the whole year, in baht, sign by sign (Signboard Tax Act B.E. 2510 s.7 and its table of rates).
 * Every 500 cm² is a unit; what is left counts as one when it is more than half. No sign pays less than 200 baht.
 */
const wholeYear = `sum(for sign in signs return {
  area: sign.widthCm * sign.heightCm * sign.sides,
  units: floor(area / 500) + (if modulo(area, 500) > 250 then 1 else 0),
  rate: if sign.kind = "thai" then (if sign.isMoving then rates.thaiMoving else rates.thaiFixed)
    else if sign.kind = "mixed" then (if sign.isMoving then rates.mixedMoving else rates.mixedFixed)
    else (if sign.isMoving then rates.foreignMoving else rates.foreignFixed),
  tax: max(rates.least, units * rate)
}.tax)`;

/** Quarters of the year that a new sign pays for: the one in which it goes up, and those after it. */
const quarters = `(if signTax.isFirstYear = true
  then 5 - ceiling(date(if signTax.shownFrom != null then signTax.shownFrom else filing.date).month / 3)
  else 4)`;

export const signboardTax = `${wholeYear} * ${quarters} / 4`;
