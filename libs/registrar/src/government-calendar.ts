import { addCalendarDays, addDays, addWorkingDays, bangkokDate, isWorkingDay } from '@anuyat/dictionary';
import type { ClockUnit, DayUnit } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';

const BANGKOK = '+07:00';
const MOST_COUNTED = 2_000;

/** The government's working days as the holiday table says them now. */
export class GovernmentCalendar {
  private holidays: ReadonlySet<string> = new Set();
  private years: ReadonlySet<string> = new Set();
  /** Last days that were counted before, by first day, number and unit: all clocks of a day are counted alike. */
  private readonly counted = new Map<string, string>();

  /** @param holidays ISO dates on which offices are closed, weekends aside. */
  constructor(holidays: Iterable<string> = []) {
    this.keep(holidays);
  }

  /** Reads the table anew; called at start, on a change, and every few minutes. */
  async reload(source: DataSource): Promise<void> {
    const rows: { date: string }[] = await source.query(`SELECT to_char(date, 'YYYY-MM-DD') AS date FROM holiday`);
    this.keep(rows.map(({ date }) => date));
  }

  /**
   * The end of the last day, Bangkok time, of a time limit that starts with an event at `from` (Administrative Procedure Act B.E. 2539 s.64:
   * the first day is not counted). What is owed no later than a day is due when offices close on it, be it a holiday.
   */
  dueAt(from: Date, days: number, unit: ClockUnit): Date {
    const day = bangkokDate(from);
    if (unit === 'unrolled') return new Date(`${addDays(day, days)}T16:30:00.000${BANGKOK}`);
    return new Date(`${this.lastDay(day, days, unit)}T23:59:59.999${BANGKOK}`);
  }

  private lastDay(day: string, days: number, unit: DayUnit): string {
    const name = `${day} ${days} ${unit}`;
    const known = this.counted.get(name);
    if (known) return known;
    const last = unit === 'working' ? addWorkingDays(day, days, this.holidays) : addCalendarDays(day, days, this.holidays);
    if (this.counted.size >= MOST_COUNTED) this.counted.clear();
    this.counted.set(name, last);
    return last;
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

  /** Years between two moments of which no holiday is known: a due date that is counted through one may be too early. */
  gapsBetween(from: Date, to: Date): number[] {
    const [first, last] = [Number(bangkokDate(from).slice(0, 4)), Number(bangkokDate(to).slice(0, 4))];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).filter((year) => !this.years.has(String(year)));
  }

  /** Holidays in force, as ISO dates. */
  get dates(): ReadonlySet<string> {
    return this.holidays;
  }

  private keep(dates: Iterable<string>): void {
    this.holidays = new Set(dates);
    this.counted.clear();
    this.years = new Set([...this.holidays].map((date) => date.slice(0, 4)));
  }
}
