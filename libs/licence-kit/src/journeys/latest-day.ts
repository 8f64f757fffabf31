import type { DayUnit } from '../definition/machine';

/** The last day of a time limit that an event on `from` starts; later events never end earlier. */
export type AddDays = (from: string, days: number, unit: DayUnit) => string;

/**
 * The last day from which a time limit still ends by `end`; `from` is one of which that is known. A calendar moves over closed days, so
 * several days may lead to the same end: the days are tried one by one.
 */
export function latestDayBefore(end: string, { days, unit }: { days: number; unit: DayUnit }, from: string, addDays: AddDays): string {
  let day = from;
  for (let next = dayAfter(day); addDays(next, days, unit) <= end; next = dayAfter(next)) day = next;
  return day;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
