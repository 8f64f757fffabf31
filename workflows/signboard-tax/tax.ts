/**
 * Signboard tax of the whole year, in baht, sign by sign (Signboard Tax Act B.E. 2510 s.7 and its table of rates).
 * Every 500 cm² is a unit; what is left counts as one when it is more than half. No sign pays less than 200 baht.
 */
const wholeYear = `sum(for sign in signs return {
  area: sign.widthCm * sign.heightCm * sign.sides,
  units: floor(area / 500) + (if modulo(area, 500) > 250 then 1 else 0),
  rate: if sign.kind = "thai" then (if sign.isMoving then 10 else 5)
    else if sign.kind = "mixed" then (if sign.isMoving then 52 else 26)
    else (if sign.isMoving then 52 else 50),
  tax: max(200, units * rate)
}.tax)`;

/** Quarters of the year that a new sign pays for: the one in which it goes up, and those after it. */
const quarters = `(if signTax.isFirstYear = true
  then 5 - ceiling(date(if signTax.shownFrom != null then signTax.shownFrom else filing.date).month / 3)
  else 4)`;

export const signboardTax = `${wholeYear} * ${quarters} / 4`;
