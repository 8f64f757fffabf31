import { bangkokDate } from '@anuyat/dictionary';

const DAY_MS = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The moment that a clock of a named day rings: at the end of that day, or in the morning so many days before. The day is an ISO date, or
 * a number of days from now. Days are counted as they come: a last day on a holiday is the last day all the same.
 */
export function findNamedMoment(day: unknown, daysBefore: number | undefined, now: Date): Date | undefined {
  const last = typeof day === 'number' ? daysAfter(bangkokDate(now), day) : typeof day === 'string' && ISO_DAY.test(day) ? day : undefined;
  if (last === undefined) return undefined;
  return daysBefore === undefined ? new Date(`${last}T23:59:59.999+07:00`) : new Date(`${daysAfter(last, -daysBefore)}T08:30:00.000+07:00`);
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
