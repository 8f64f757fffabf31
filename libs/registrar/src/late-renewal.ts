/**
 * SQL over a case `c`: whether it renews a licence whose last day was over on the day that it counts as filed, or today for a draft. Editions
 * that were made since do not matter, so that the answer stays.
 */
export const IS_RENEWED_LATE = `
  (c.filing_kind = 'renewal' AND (coalesce(c.received_at_legal, clock_timestamp()) AT TIME ZONE 'Asia/Bangkok')::date > coalesce((
    SELECT e.valid_until FROM licence_edition e WHERE e.number = c.of_licence AND e.at <= coalesce(c.received_at_legal, clock_timestamp()) ORDER BY e.edition DESC LIMIT 1), 'infinity'))`;
