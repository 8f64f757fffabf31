import { bangkokDate } from '@anuyat/dictionary';

/** The last moment of this moment's day in Thailand: what is promised is a day, and it holds until its end. */
export function endOfDay(moment: number): number {
  return Date.parse(`${bangkokDate(new Date(moment))}T23:59:59.999+07:00`);
}

/** The day in Thailand of a moment, as an ISO date. */
export function dayOf(moment: number): string {
  return bangkokDate(new Date(moment));
}

/** Whole days from one ISO date to another; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
