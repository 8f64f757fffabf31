import type { Validity } from '@anuyat/licence-kit';

/**
 * The last day of a licence that was issued on an ISO date; null where it does not expire. A period of months ends on the eve of the
 * day of the same number, and where the last month has no such day, with that month (Civil and Commercial Code s.193/5). One that ends
 * with the calendar year counts the year of issue as its first.
 */
export function validUntil(validity: Validity | null, issuedOn: string): string | null {
  if (!validity) return null;
  const [year = 0, month = 1, day = 1] = issuedOn.split('-').map(Number);
  if (validity.endsWithYear) return `${year + Math.ceil(validity.months / 12) - 1}-12-31`;
  const lastOfMonth = new Date(Date.UTC(year, month + validity.months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + validity.months, Math.min(day - 1, lastOfMonth))).toISOString().slice(0, 10);
}
