/** A day such as `2027-03-31` as the moment at which it begins in Thailand, in SQL; `$` is the parameter. */
export const beginningOf = (parameter: string): string => `(${parameter}::date)::timestamp AT TIME ZONE 'Asia/Bangkok'`;

/** The moment after a last day. */
export const endOf = (parameter: string): string => `(${parameter}::date + 1)::timestamp AT TIME ZONE 'Asia/Bangkok'`;

/** The day of a moment in Thailand. */
export const dayOf = (moment: string): string => `to_char(${moment} AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD')`;

/** The last day before a moment. */
export const lastDayBefore = (moment: string): string => `to_char((${moment} - interval '1 microsecond') AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD')`;
