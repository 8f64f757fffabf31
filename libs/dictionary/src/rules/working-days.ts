import { isIsoDate } from './thai-date';

/** Days on which government offices are closed, as ISO dates. */
export type Holidays = ReadonlySet<string> | readonly string[];

const DAY_MS = 86_400_000;

/** Whether offices are open: neither Saturday, Sunday nor a holiday. */
export function isWorkingDay(date: string, holidays: Holidays): boolean {
  return isOpen(toDayNumber(date), asSet(holidays));
}

/**
 * The day on which `days` working days have passed. The day of `date` is not counted (Administrative Procedure Act s.64),
 * so one working day after a Friday is the next Monday that is no holiday.
 */
export function addWorkingDays(date: string, days: number, holidays: Holidays): string {
  refuseCount(days);
  const closed = asSet(holidays);
  let day = toDayNumber(date);
  for (let left = days; left > 0; ) {
    day += 1;
    if (isOpen(day, closed)) left -= 1;
  }
  return toDate(day);
}

/** The last of `days` calendar days; one on a closed day moves to the next working day (Administrative Procedure Act s.64). */
export function addCalendarDays(date: string, days: number, holidays: Holidays): string {
  refuseCount(days);
  const closed = asSet(holidays);
  let day = toDayNumber(date) + days;
  while (!isOpen(day, closed)) day += 1;
  return toDate(day);
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. The inverse of {@link addWorkingDays}. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  const [start, end] = [toDayNumber(from), toDayNumber(to)];
  if (end < start) return -workingDaysBetween(to, from, holidays);
  const closed = asSet(holidays);
  let count = 0;
  for (let day = start + 1; day <= end; day += 1) if (isOpen(day, closed)) count += 1;
  return count;
}

/** Plain calendar arithmetic; `days` may be negative. */
export function addDays(date: string, days: number): string {
  return toDate(toDayNumber(date) + days);
}

function isOpen(day: number, closed: ReadonlySet<string>): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !closed.has(toDate(day));
}

function asSet(holidays: Holidays): ReadonlySet<string> {
  return Array.isArray(holidays) ? new Set(holidays) : (holidays as ReadonlySet<string>);
}

function refuseCount(days: number): void {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is not a number of days that can be added.`);
}

function toDayNumber(date: string): number {
  if (!isIsoDate(date)) throw new RangeError(`"${date}" is not an ISO date such as 2026-11-21.`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function toDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
