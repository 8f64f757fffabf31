import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { DefinitionLibrary } from '../definition-library';
import type { GovernmentCalendar } from '../government-calendar';
import { replayApplication, type ReplayFault } from './replay-application';
import type { DueAt } from './rebuilt-clocks';
import type { StoredApplication, StoredClock, StoredLine } from './stored-application';

/** How the replay of one licence type went. */
export interface ReplayCount {
  code: string;
  applications: number;
  lines: number;
  faults: number;
}

/** How the replay of a database went. */
export interface ReplayReport {
  counts: ReplayCount[];
  /** The first faults that were found, as many as were asked for. */
  faults: ReplayFault[];
  isSame: boolean;
}

export interface ReplayOptions {
  /** Only the case of this number, or the application of this number. */
  number?: string;
  /** How many faults are told in full. */
  mostFaults?: number;
}

const PAGE = 200;

const APPLICATIONS = `
  SELECT a.id, c.number AS "caseNumber", a.number, a.code, a.version, a.revision, a.state, a.status, a.last_hash AS "lastHash", a.received_at_legal AS "receivedAtLegal"
    FROM application a JOIN case_file c ON c.id = a.case_id
   WHERE a.id > $1 AND ($2::text IS NULL OR c.number = $2 OR a.number = $2) ORDER BY a.id LIMIT $3`;

const HISTORIES = `
  SELECT application_id AS "applicationId", revision, type, data, actor, at, rulings, state, effects, previous_hash AS "previousHash", hash
    FROM history WHERE application_id = ANY($1) ORDER BY application_id, revision`;

const CLOCKS = `
  SELECT application_id AS "applicationId", name, lane, event, due_at AS "dueAt", set_at AS "setAt", set_by_revision AS "setByRevision", stopped_at AS "stoppedAt", fired_at AS "firedAt"
    FROM timer WHERE application_id = ANY($1) ORDER BY application_id, name`;

type OfApplication<T> = T & { applicationId: string };

/**
 * Replays every application of a database, page by page: memory does not grow with their number. It reads only, each page in one
 * snapshot, so that it may run beside the portal.
 */
export async function replayAll(source: DataSource, library: DefinitionLibrary, calendar: GovernmentCalendar, { number, mostFaults = 20 }: ReplayOptions = {}): Promise<ReplayReport> {
  const counts = new Map<string, ReplayCount>();
  const faults: ReplayFault[] = [];
  const dueAt = await dueAtBy(source, calendar);
  let after = '00000000-0000-0000-0000-000000000000';
  for (let page = await readPage(source, after, number); page.length > 0; page = page.length < PAGE ? [] : await readPage(source, after, number)) {
    for (const stored of page) {
      const count = counts.get(stored.code) ?? { code: stored.code, applications: 0, lines: 0, faults: 0 };
      counts.set(stored.code, count);
      count.applications += 1;
      count.lines += stored.history.length;
      const fault = replayApplication(stored, finderOf(library), dueAt);
      if (!fault) continue;
      count.faults += 1;
      if (faults.length < mostFaults) faults.push(fault);
    }
    after = page.at(-1)?.id ?? after;
  }
  const sorted = [...counts.values()].sort((a, b) => a.code.localeCompare(b.code));
  return { counts: sorted, faults, isSame: sorted.every((count) => count.faults === 0) };
}

function readPage(source: DataSource, after: string, number: string | undefined): Promise<StoredApplication[]> {
  return source.transaction('REPEATABLE READ', async (tx) => {
    const applications: Omit<StoredApplication, 'history' | 'clocks'>[] = await tx.query(APPLICATIONS, [after, number ?? null, PAGE]);
    const ids = applications.map(({ id }) => id);
    const lines: OfApplication<StoredLine>[] = await tx.query(HISTORIES, [ids]);
    const clocks: OfApplication<StoredClock>[] = await tx.query(CLOCKS, [ids]);
    const linesOf = Map.groupBy(lines, ({ applicationId }) => applicationId);
    const clocksOf = Map.groupBy(clocks, ({ applicationId }) => applicationId);
    return applications.map((application) => ({ ...application, history: linesOf.get(application.id) ?? [], clocks: clocksOf.get(application.id) ?? [] }));
  });
}

function finderOf(library: DefinitionLibrary): (code: string, version: number) => LicenceDefinition | undefined {
  return (code, version) => library.versionsOf(code).find(({ definition }) => definition.version === version)?.definition;
}

/** A time limit that was counted before the calendar was last changed may have been counted by other holidays. */
async function dueAtBy(source: DataSource, calendar: GovernmentCalendar): Promise<DueAt> {
  const [row]: { changed: Date | null }[] = await source.query(`SELECT max(changed_at) AS changed FROM holiday`);
  const changed = row?.changed;
  return (from, days, unit, countedAt) => (changed && countedAt < changed ? 'counted-by-an-older-calendar' : calendar.dueAt(from, days, unit));
}
