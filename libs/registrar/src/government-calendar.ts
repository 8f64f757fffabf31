import { addCalendarDays, addWorkingDays, bangkokDate, isWorkingDay } from '@anuyat/dictionary';
import type { DayUnit } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';

const BANGKOK = '+07:00';

/** The government's working days as the holiday table says them now. */
export class GovernmentCalendar {
  private holidays: ReadonlySet<string> = new Set();

  /** @param holidays ISO dates on which offices are closed, weekends aside. */
  constructor(holidays: Iterable<string> = []) {
    this.holidays = new Set(holidays);
  }

  /** Reads the table anew; called at start, on a change, and every few minutes. */
  async reload(source: DataSource): Promise<void> {
    const rows: { date: string }[] = await source.query(`SELECT to_char(date, 'YYYY-MM-DD') AS date FROM holiday`);
    this.holidays = new Set(rows.map(({ date }) => date));
  }

  /** The end of the last day, Bangkok time, of a time limit that starts with an event at `from` (facts: the first day is not counted). */
  dueAt(from: Date, days: number, unit: DayUnit): Date {
    const day = bangkokDate(from);
    const last = unit === 'working' ? addWorkingDays(day, days, this.holidays) : addCalendarDays(day, days, this.holidays);
    return new Date(`${last}T23:59:59.999${BANGKOK}`);
  }

  /** When a filing counts as received: at once on a working day, else at the opening of the next one. */
  receivedAtLegal(submittedAt: Date): Date {
    const day = bangkokDate(submittedAt);
    const nextOpening = (from: string): Date => new Date(`${addWorkingDays(from, 1, this.holidays)}T08:30:00.000${BANGKOK}`);
    if (!isWorkingDay(day, this.holidays)) return nextOpening(day);
    const opening = new Date(`${day}T08:30:00.000${BANGKOK}`);
    const closing = new Date(`${day}T16:30:00.000${BANGKOK}`);
    if (submittedAt < opening) return opening;
    return submittedAt > closing ? nextOpening(day) : submittedAt;
  }

  /** Holidays in force, as ISO dates. */
  get dates(): ReadonlySet<string> {
    return this.holidays;
  }
}
