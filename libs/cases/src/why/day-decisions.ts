import { addDays, bangkokDate, isWorkingDay } from '@anuyat/dictionary';
import type { Citation, DayUnit, LicenceDefinition, Text } from '@anuyat/licence-kit';
import type { GovernmentCalendar } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import type { Decision } from './decision';

/** Days that were entered or taken back after a clock had been set. */
export interface CalendarChange {
  added: { date: string; title: Text }[];
  removed: { date: string; title: Text }[];
}

/** What a due date was counted from. */
export interface DayInputs {
  /** When it began, and what began it. */
  from: string;
  startedBy: string;
  days: number;
  unit: DayUnit;
  /** Closed days that the count passed over: all on the way of working days, those at the end of calendar days. */
  skipped: string[];
  /** Every closed day from shortly before the start, so that the count can be made again. */
  closed: string[];
  /** Present where a changed calendar moved it since. */
  movedBy?: CalendarChange;
}

export const firstDayNotCounted: Citation = {
  law: { th: 'พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539', en: 'Administrative Procedure Act B.E. 2539' },
  section: '64',
};

const filedElectronically: Citation = {
  law: { th: 'พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565', en: 'Electronic Government Act B.E. 2565' },
  section: '10',
};

/** When the filing counts as received: offices take what comes outside of their hours at the next opening. */
export function receiptDecided(submittedAt: Date, receivedAtLegal: Date, calendar: GovernmentCalendar): Decision {
  return {
    kind: 'date', application: null, subject: 'received', rule: 'office-hours', source: { code: 'calendar', version: 1 },
    inputs: { submittedAt: submittedAt.toISOString(), skipped: closedBetween(bangkokDate(submittedAt), bangkokDate(receivedAtLegal), calendar) },
    outcome: receivedAtLegal.toISOString(), citations: [filedElectronically],
  };
}

interface SetClock {
  code: string;
  version: number;
  name: string;
  due_at: Date;
  started_by: string;
  lane: string | null;
  counts_from: Date;
  days: number;
  unit: DayUnit;
  moved_by: CalendarChange | null;
}

const CLOCKS = `
  SELECT a.code, a.version, t.name, t.due_at, coalesce(began.type, h.type) AS started_by, t.lane, t.counts_from, t.days, t.unit,
         CASE WHEN h.type = 'clocks.shifted' THEN h.data -> 'ground' END AS moved_by
    FROM application a
    JOIN timer t ON t.application_id = a.id AND t.stopped_at IS NULL AND t.unit IN ('working', 'calendar')
    JOIN history h ON h.application_id = a.id AND h.revision = t.set_by_revision
    LEFT JOIN history began ON began.application_id = a.id AND began.at = t.set_at
   WHERE a.case_id = $1
   ORDER BY a.number, t.name`;

/** How the running clocks of a case were counted, from what each keeps of its counting. Its step is the one that set it, or that moved it with the calendar. */
export async function dueDatesDecided(source: DataSource, caseId: string, calendar: GovernmentCalendar, definitionOf: (code: string, version: number) => LicenceDefinition): Promise<Decision[]> {
  const clocks: SetClock[] = await source.query(CLOCKS, [caseId]);
  return clocks.flatMap((clock) => dueDate(clock, calendar, definitionOf(clock.code, clock.version)));
}

function dueDate({ name, due_at, started_by, lane, counts_from: from, days, unit, moved_by }: SetClock, calendar: GovernmentCalendar, definition: LicenceDefinition): Decision[] {
  const own = definition.lanes.find(({ id }) => id === lane);
  const [start, due] = [bangkokDate(from), bangkokDate(due_at)];
  const inputs: DayInputs = {
    from: from.toISOString(), startedBy: started_by, days, unit,
    skipped: closedBetween(unit === 'working' ? start : addDays(start, days - 1), due, calendar),
    closed: closedBetween(addDays(start, -10), due, calendar),
    ...(moved_by ? { movedBy: moved_by } : {}),
  };
  return [{
    kind: 'date', application: definition.code, subject: name, rule: `${days} ${unit} days`, source: { code: definition.code, version: definition.version },
    inputs: { ...inputs }, outcome: due_at.toISOString(),
    citations: [...(own?.clock.citation && name.endsWith('.due') ? [own.clock.citation] : []), firstDayNotCounted],
  }];
}

/** Closed days after one day and before another. */
function closedBetween(from: string, to: string, calendar: GovernmentCalendar): string[] {
  const closed: string[] = [];
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (!isWorkingDay(day, calendar.dates)) closed.push(day);
  return closed;
}

/** The name of a closed day: a weekend, or the holiday that it is. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

export const unitWords: Record<DayUnit, Text> = { working: { th: 'วันทำการ', en: 'working days' }, calendar: { th: 'วัน', en: 'calendar days' } };
