import type { LatePayment } from '../definition/life-rules';
import { monthsBefore } from '../forms/months-before';
import type { FeeAmount } from './itemise-fees';

/** The line of a bill that a late payment adds; its words are `fees.late`. */
export const LATE_LINE = 'late';

/** How often the surcharge has come on by a day: 0 up to the last day to pay, then once, or once for each month that has begun. ISO dates. */
export function timesLate({ per }: Pick<LatePayment, 'per'>, dueOn: string, today: string): number {
  let times = 0;
  while (monthsBefore(dueOn, -times) < today) times += 1;
  return per === 'once' ? Math.min(times, 1) : times;
}

/** The first day on which the surcharge is more than after so many times; null where it grows no more. */
export function growsOn({ per }: Pick<LatePayment, 'per'>, dueOn: string, times: number): string | null {
  if (per === 'once' && times > 0) return null;
  const last = monthsBefore(dueOn, -times);
  return new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * The lines of a bill that is so many times late: its own, and the surcharge on those that bear one, to a whole satang, halves up. A
 * surcharge bears no surcharge.
 */
export function withSurcharge(lines: readonly FeeAmount[], { percent, of }: Pick<LatePayment, 'percent' | 'of'>, times: number): FeeAmount[] {
  const own = lines.filter(({ code }) => code !== LATE_LINE);
  const bearing = own.filter(({ code }) => of === undefined || of.includes(code)).reduce((sum, { satang }) => sum + satang, 0);
  const surcharge = Math.floor((bearing * percent * times) / 100 + 0.5);
  return surcharge > 0 ? [...own, { code: LATE_LINE, satang: surcharge }] : own;
}
