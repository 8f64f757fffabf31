import { percentOf, toSatang } from '../shared/rates';

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

/** Tax of the part of the year in which the signs are shown, to a whole satang. */
export const signboardTax = toSatang(`${wholeYear} * ${quarters} / 4`);

/**
 * Filed late: a new sign later than fifteen days after it went up, any other after 31 March (Signboard Tax Act B.E. 2510 ss.12, 14; days
 * from memory).
 */
export const isFiledLate = `if signTax.isFirstYear = true
  then signTax.shownFrom != null and date(filing.date) > date(signTax.shownFrom) + duration("P15D")
  else filing.date != null and date(filing.date) > date(date(filing.date).year, 3, 31)`;

/** Surcharge on a late filing: less where it comes before the official has asked for it (s.25, from memory). */
export const lateFiling = percentOf(signboardTax, '(if signTax.wasTold = true then rates.lateToldPercent else rates.latePercent)');
