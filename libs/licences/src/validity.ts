import type { Validity } from '@anuyat/licence-kit';

/** The last day of a licence that was issued on an ISO date; null where it does not expire. */
export function validUntil(validity: Validity | null, issuedOn: string): string | null {
  if (!validity) return null;
  if (validity.endsWithYear) return `${issuedOn.slice(0, 4)}-12-31`;
  const [year = 0, month = 1, day = 1] = issuedOn.split('-').map(Number);
  const end = new Date(Date.UTC(year, month - 1 + validity.months, 1));
  const lastOfMonth = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastOfMonth));
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}
