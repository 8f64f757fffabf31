import { monthsBefore } from './months-before';

/** When a paper was issued and until when it holds: ISO dates, null where nobody said. */
export interface PaperDates {
  issuedOn: string | null;
  expiresOn: string | null;
}

/** `undated`: the licence asks how old it is, and nobody said when it was issued. */
export type PaperAge = 'fresh' | 'too-old' | 'expired' | 'undated';

/** How a paper's age suits what a definition asks of it on a day. Pure. */
export function paperAge({ issuedOn, expiresOn }: PaperDates, { freshMonths }: { freshMonths?: number }, today: string): PaperAge {
  if (expiresOn !== null && expiresOn < today) return 'expired';
  if (freshMonths === undefined) return 'fresh';
  if (issuedOn === null) return 'undated';
  return issuedOn < monthsBefore(today, freshMonths) ? 'too-old' : 'fresh';
}
