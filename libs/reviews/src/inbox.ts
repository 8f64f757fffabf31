import type { OfficeRef, PersonActor, TaskPage, TaskSummary } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf, type ReviewStage, type Text } from '@anuyat/licence-kit';
import { daysLeft, type DefinitionLibrary, type GovernmentCalendar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';

/** What an officer may narrow the inbox by. */
export interface InboxFilter {
  mine?: boolean;
  overdue?: boolean;
  stage?: ReviewStage;
  licence?: string;
  q?: string;
  sort?: 'due' | 'new';
  after?: string;
  limit?: number;
}

interface TaskRow {
  id: string;
  application_id: string;
  case_id: string;
  number: string;
  office: string;
  lane: string;
  stage: ReviewStage;
  status: TaskSummary['status'];
  licence: string;
  business_name: string;
  applicant_name: string;
  place_th: string;
  place_en: string;
  due_at: Date;
  assignee: string | null;
  assignee_name: Text | null;
  created_at: Date;
}

const COLUMNS = `id, application_id, case_id, number, office, lane, stage, status, licence, business_name, applicant_name,
  place_th, place_en, due_at, assignee, assignee_name, created_at`;

const FILTER = `
   WHERE office = ANY($1) AND status IN ('open', 'claimed')
     AND ($2::uuid IS NULL OR assignee = $2)
     AND (NOT $3 OR due_at < now())
     AND ($4::text IS NULL OR stage = $4)
     AND ($5::text IS NULL OR licence = $5)
     AND ($6::text IS NULL OR number ILIKE $6 OR business_name ILIKE $6 OR applicant_name ILIKE $6)`;

const BY_DUE = `SELECT ${COLUMNS} FROM task ${FILTER} AND ($7::timestamptz IS NULL OR (due_at, id) > ($7, $8::uuid)) ORDER BY due_at, id LIMIT $9`;
const BY_NEWEST = `SELECT ${COLUMNS} FROM task ${FILTER} AND ($7::timestamptz IS NULL OR (created_at, id) < ($7, $8::uuid)) ORDER BY created_at DESC, id DESC LIMIT $9`;

const COUNTS = `
  SELECT count(*) FILTER (WHERE due_at < now())::int AS overdue,
         count(*) FILTER (WHERE due_at >= now() AND due_at < $3)::int AS "dueToday",
         count(*)::int AS open,
         count(*) FILTER (WHERE assignee = $2)::int AS mine
    FROM task WHERE office = ANY($1) AND status IN ('open', 'claimed')`;

const PAGE = 25;
const MAX_PAGE = 100;

/** The tasks of an officer's offices: nobody else's show. Pages go on from a cursor, so that they stay quick however deep. */
export class Inbox {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
  ) {}

  async page(officer: PersonActor, filter: InboxFilter): Promise<TaskPage> {
    const offices = officer.offices.map(({ code }) => code);
    const limit = Math.min(filter.limit ?? PAGE, MAX_PAGE);
    const cursor = readCursor(filter.after);
    const rows: TaskRow[] = await this.source.query(filter.sort === 'new' ? BY_NEWEST : BY_DUE, [
      offices, filter.mine ? officer.accountId : null, filter.overdue ?? false, filter.stage ?? null, filter.licence ?? null,
      filter.q ? `%${escapeLike(filter.q)}%` : null, cursor?.at ?? null, cursor?.id ?? null, limit + 1,
    ]);
    const [counts]: TaskPage['counts'][] = await this.source.query(COUNTS, [offices, officer.accountId, endOfToday()]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => this.summaryOf(row)),
      next: rows.length > limit && last ? writeCursor(filter.sort === 'new' ? last.created_at : last.due_at, last.id) : null,
      counts: counts ?? { overdue: 0, dueToday: 0, open: 0, mine: 0 },
    };
  }

  /** @throws Refusal `not-found`, for another office's task as for none. */
  async get(officer: PersonActor, id: string): Promise<TaskSummary> {
    const [row]: TaskRow[] = await this.source.query(`SELECT ${COLUMNS} FROM task WHERE id = $1 AND office = ANY($2)`, [id, officer.offices.map(({ code }) => code)]);
    if (!row) throw new Refusal('not-found');
    return this.summaryOf(row);
  }

  /** Takes a task that nobody holds. @throws Refusal `task-taken` when somebody does. */
  async claim(tx: EntityManager, officer: PersonActor, id: string): Promise<void> {
    const [, taken]: [unknown, number] = await tx.query(
      `UPDATE task SET status = 'claimed', assignee = $2, assignee_name = $3
        WHERE id = $1 AND office = ANY($4) AND (status = 'open' OR (status = 'claimed' AND assignee = $2))`,
      [id, officer.accountId, JSON.stringify(officer.name), officer.offices.map(({ code }) => code)],
    );
    if (taken === 0) throw new Refusal((await this.get(officer, id)).status === 'claimed' ? 'task-taken' : 'event-not-accepted');
  }

  /** Gives back a task that one holds oneself. @throws Refusal `task-taken`. */
  async release(tx: EntityManager, officer: PersonActor, id: string): Promise<void> {
    const [, given]: [unknown, number] = await tx.query(
      `UPDATE task SET status = 'open', assignee = NULL, assignee_name = NULL WHERE id = $1 AND office = ANY($2) AND status = 'claimed' AND assignee = $3`,
      [id, officer.offices.map(({ code }) => code), officer.accountId],
    );
    if (given === 0 && (await this.get(officer, id)).assignee) throw new Refusal('task-taken');
  }

  private summaryOf(row: TaskRow): TaskSummary {
    const now = new Date();
    const isWaiting = row.status === 'open' || row.status === 'claimed';
    return {
      id: row.id,
      applicationId: row.application_id,
      caseId: row.case_id,
      number: row.number,
      office: getOffice(row.office) satisfies OfficeRef,
      lane: row.lane,
      stage: row.stage,
      status: row.status,
      licence: { code: row.licence, title: titleOf(this.library, row.licence) },
      businessName: row.business_name,
      applicantName: row.applicant_name,
      place: { th: row.place_th, en: row.place_en },
      dueAt: row.due_at.toISOString(),
      daysLeft: isWaiting ? daysLeft(now, row.due_at, this.calendar) : null,
      isOverdue: isWaiting && row.due_at < now,
      assignee: row.assignee && row.assignee_name ? { id: row.assignee, name: row.assignee_name } : null,
      createdAt: row.created_at.toISOString(),
    };
  }
}

/** The end of the day in Thailand. */
function endOfToday(): Date {
  return new Date(`${bangkokDate(new Date())}T23:59:59.999+07:00`);
}

function titleOf(library: DefinitionLibrary, code: string): Text {
  const found = library.findNewestLicence(code);
  return found ? textOf(found.definition.texts, 'title') : { th: code, en: code };
}

function writeCursor(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');
}

function readCursor(after: string | undefined): { at: string; id: string } | undefined {
  const [at, id] = Buffer.from(after ?? '', 'base64url').toString().split('|');
  return at && id && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : undefined;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
