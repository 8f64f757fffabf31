import type { HolidayView } from '@anuyat/contract';
import { parseThaiDate } from '@anuyat/dictionary';

/** A holiday as it is typed. */
export interface TypedHoliday {
  date: string;
  th: string;
  en: string;
  source: string;
}

/** A fault of what is typed: the field, and the key of the words that say what to do. */
export interface HolidayFault {
  field: keyof TypedHoliday;
  words: string;
}

/** Reads what is typed. `others` are the days that the year has beside this one. */
export function readHoliday(typed: TypedHoliday, year: number, others: readonly HolidayView[]): { day: HolidayView } | { faults: HolidayFault[] } {
  const { date, fault } = readDate(typed.date, year, others);
  const empty = (['th', 'en', 'source'] as const).filter((field) => !typed[field].trim());
  const faults: HolidayFault[] = [...(fault ? [{ field: 'date' as const, words: `admin.faults.${fault}` }] : []), ...empty.map((field) => ({ field, words: `admin.faults.${field}` }))];
  if (faults.length > 0 || !date) return { faults };
  return { day: { date, title: { th: typed.th.trim(), en: typed.en.trim() }, source: typed.source.trim() } };
}

/** The year with a day put in, in the order of the calendar; it takes the place of the day on `before`, if any. */
export function withDay(days: readonly HolidayView[], day: HolidayView, before: string | null): HolidayView[] {
  return [...days.filter(({ date }) => date !== before && date !== day.date), day].sort((a, b) => a.date.localeCompare(b.date));
}

/** How many days were added, changed or taken out. */
export function countChanges(before: readonly HolidayView[], now: readonly HolidayView[]): number {
  const old = new Map(before.map((day) => [day.date, JSON.stringify(day)]));
  const changed = now.filter((day) => old.get(day.date) !== JSON.stringify(day)).length;
  return changed + before.filter(({ date }) => !now.some((day) => day.date === date)).length;
}

function readDate(typed: string, year: number, others: readonly HolidayView[]): { date?: string; fault?: string } {
  const reading = parseThaiDate(typed);
  if ('problem' in reading || !reading.isYearCertain) return { fault: 'date' };
  if (!reading.date.startsWith(`${year}-`)) return { fault: 'otherYear' };
  return others.some(({ date }) => date === reading.date) ? { fault: 'twice' } : { date: reading.date };
}
