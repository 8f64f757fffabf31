/** Places that the revenue office looks at before it registers them: shared addresses, and those that nobody pays for. */
export const needsASurvey = 'premises.tenure = "consent" or vat.sharesPlace = true';
