import type { Validity } from '@anuyat/licence-kit';
import { validUntil } from './validity';

/** A licence's period, first and last day; without a last day it does not expire. */
export interface Period {
  from: string;
  until: string | null;
}

/**
 * The period that a renewal gives: it follows on the one before without a gap, also when it is renewed early or late. A licence that had no
 * last day begins with the day of its renewal.
 */
export function nextPeriod(validity: Validity | null, before: string | null, today: string): Period {
  const from = before === null ? today : dayAfter(before);
  return { from, until: validUntil(validity, from) };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
