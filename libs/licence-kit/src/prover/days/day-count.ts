import type { Clock } from '../../definition/licence-definition';
import type { DayUnit } from '../../definition/machine';

/** So many days of one kind. */
export type Days = Pick<Clock, 'days' | 'unit'>;

/** Public holidays on week days, as ISO dates of whole years; without any, offices are taken to close at week-ends only. */
export type OfficeHolidays = readonly string[];

const DAY_MS = 86_400_000;
/** A Monday, from which weeks are looked at where no year of holidays is given. */
const A_MONDAY = 4;
const WEEKS_LOOKED_AT = 1;

/** Counts time limits of both kinds in one: as many days as they can take in the worst week, or year, to begin in. */
export class DayCount {
  private readonly closed: ReadonlySet<number>;
  private readonly starts: readonly number[];
  private readonly known = new Map<string, number>();

  constructor(holidays: OfficeHolidays = []) {
    const days = holidays.map((date) => Date.parse(date) / DAY_MS).sort((a, b) => a - b);
    this.closed = new Set(days);
    const [first = A_MONDAY, last = A_MONDAY + 7 * WEEKS_LOOKED_AT - 1] = [days[0], days.at(-1)];
    this.starts = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  /**
   * The most days of a unit that a time limit can take, from any day on which it may begin. The first day is not counted, and
   * calendar days that end while offices are closed run on to the next working day (Administrative Procedure Act B.E. 2539 s.64).
   */
  most({ days, unit }: Days, as: DayUnit): number {
    if (unit === as || days === 0) return days;
    const name = `${days} ${unit}`;
    const found = this.known.get(name) ?? Math.max(...this.starts.map((start) => this.taken(start, days, unit)));
    this.known.set(name, found);
    return found;
  }

  private taken(start: number, days: number, unit: DayUnit): number {
    if (unit === 'working') return this.afterWorkingDays(start, days) - start;
    let end = start + days;
    while (!this.isOpen(end)) end += 1;
    let working = 0;
    for (let day = start + 1; day <= end; day += 1) if (this.isOpen(day)) working += 1;
    return working;
  }

  private afterWorkingDays(start: number, days: number): number {
    let day = start;
    for (let left = days; left > 0; ) {
      day += 1;
      if (this.isOpen(day)) left -= 1;
    }
    return day;
  }

  private isOpen(day: number): boolean {
    const weekday = (day + 4) % 7;
    return weekday !== 0 && weekday !== 6 && !this.closed.has(day);
  }
}
