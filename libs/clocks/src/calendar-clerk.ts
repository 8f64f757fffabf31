import { Refusal } from '@anuyat/contract';
import type { ClockUnit, Text } from '@anuyat/licence-kit';
import type { GovernmentCalendar, Outcome, Reception, Registrar } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

/** A day of the government's calendar that came or went. */
interface ChangedDay {
  date: string;
  title: Text;
}

interface OpenChange {
  id: string;
  added: ChangedDay[];
  removed: ChangedDay[];
}

interface RunningClocks {
  application_id: string;
  revision: number;
  clocks: { name: string; lane: string | null; countsFrom: string; days: number; unit: ClockUnit; dueAt: string }[];
}

const OPEN = `SELECT id, added, removed FROM holiday_change WHERE done_at IS NULL ORDER BY at`;

/** Clocks that neither stopped nor rang, and that count past a day that changed. */
const RUNNING = `
  SELECT t.application_id, a.revision,
         jsonb_agg(jsonb_build_object('name', t.name, 'lane', t.lane, 'countsFrom', t.counts_from, 'days', t.days, 'unit', t.unit, 'dueAt', t.due_at) ORDER BY t.name) AS clocks
    FROM timer t JOIN application a ON a.id = t.application_id
   WHERE t.stopped_at IS NULL AND t.fired_at IS NULL AND t.unit <> 'unrolled' AND t.days IS NOT NULL
     AND t.due_at >= $1::date AT TIME ZONE 'Asia/Bangkok' AND t.counts_from < ($2::date + 1) AT TIME ZONE 'Asia/Bangkok'
     AND ($3::uuid IS NULL OR t.application_id > $3)
   GROUP BY t.application_id, a.revision ORDER BY t.application_id LIMIT $4`;

/** Processes read the calendar anew every minute: what one of them set meanwhile by the old one is moved by the second look. */
const DONE = `
  UPDATE holiday_change SET carried_at = coalesce(carried_at, now()), moved = moved + $2, done_at = CASE WHEN at < now() - interval '150 seconds' THEN now() END
   WHERE id = ANY($1)`;

const BATCH = 100;

/**
 * Carries changes of the government's calendar to the clocks that run: their due dates are worked out anew, and move with an event through
 * the door that tells which, from when to when and why. A clock that stopped or rang stays as it is. Doing it again moves nothing.
 */
export class CalendarClerk {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Pick<Registrar, 'receiveMany'>,
    private readonly calendar: GovernmentCalendar,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Carries what was changed. @returns how many clocks moved. */
  async carry(): Promise<number> {
    const changes: OpenChange[] = await this.source.query(OPEN);
    if (changes.length === 0) return 0;
    await this.calendar.reload(this.source);
    const ground = netOf(changes);
    const dates = changes.flatMap(({ added, removed }) => [...added, ...removed].map(({ date }) => date)).toSorted();
    let moved = 0;
    let isWhole = true;
    for (let some = await this.findRunning(dates); some.length > 0; some = some.length < BATCH ? [] : await this.findRunning(dates, some.at(-1)?.application_id)) {
      const receptions = some.flatMap((running) => this.receptionOf(running, ground) ?? []);
      const outcomes = await this.registrar.receiveMany(receptions);
      for (const [at, outcome] of outcomes.entries()) {
        if (outcome.received) moved += clocksOf(receptions[at]);
        else isWhole = this.isOver(outcome) && isWhole;
      }
    }
    if (isWhole) await this.source.query(DONE, [changes.map(({ id }) => id), moved]);
    return moved;
  }

  private findRunning(dates: string[], after: string | null = null): Promise<RunningClocks[]> {
    return this.source.query(RUNNING, [dates[0], dates.at(-1), after, BATCH]);
  }

  /** Bound to the revision that was read: whoever moves the application meanwhile has the next look move its clocks. */
  private receptionOf({ application_id, revision, clocks }: RunningClocks, ground: { added: ChangedDay[]; removed: ChangedDay[] }): Reception | undefined {
    const moves = clocks.flatMap(({ name, lane, countsFrom, days, unit, dueAt }) => {
      const to = this.calendar.dueAt(new Date(countsFrom), days, unit).toISOString();
      const from = new Date(dueAt).toISOString();
      return to === from ? [] : [{ name, lane, from, to }];
    });
    if (moves.length === 0) return undefined;
    return { applicationId: application_id, type: 'clocks.shifted', revision, actor: { kind: 'portal', job: 'calendar' }, data: { ground, clocks: moves } };
  }

  private isOver({ failure }: Outcome): boolean {
    if (failure && !(failure instanceof Refusal && failure.code === 'stale-revision')) this.onError(failure);
    return false;
  }
}

/** What came and what went over several changes; a day that did both is neither. */
function netOf(changes: readonly OpenChange[]): { added: ChangedDay[]; removed: ChangedDay[] } {
  const added = new Map<string, ChangedDay>();
  const removed = new Map<string, ChangedDay>();
  for (const change of changes) {
    for (const day of change.added) if (!removed.delete(day.date)) added.set(day.date, day);
    for (const day of change.removed) if (!added.delete(day.date)) removed.set(day.date, day);
  }
  return { added: [...added.values()], removed: [...removed.values()] };
}

function clocksOf(reception: Reception | undefined): number {
  return ((reception?.data?.['clocks'] ?? []) as unknown[]).length;
}
