import type { OfficeRef, PersonActor, TaskPage, TaskSummary } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { findText, textOf, type ReviewStage, type Text } from '@anuyat/licence-kit';
import { daysLeft, isOwnMatter, type DefinitionLibrary, type GovernmentCalendar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { readCursor, writeCursor } from './inbox-cursor';
import { unreachedSystems } from './tell-systems';
import { inboxPage, TASK_COLUMNS, type InboxFilter } from './inbox-query';

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
  escalated_for: TaskSummary['escalatedFor'];
  assignee: string | null;
  assignee_name: Text | null;
  created_at: Date;
  is_resting: boolean;
}

const COUNTS = `
  SELECT count(*) FILTER (WHERE due_at < now())::int AS overdue,
         count(*) FILTER (WHERE due_at >= now() AND due_at <= $3)::int AS "dueToday",
         count(*) FILTER (WHERE is_escalated)::int AS escalated,
         count(*) FILTER (WHERE stage = 'demand')::int AS demands,
         count(*)::int AS open,
         count(*) FILTER (WHERE assignee = $2::uuid)::int AS mine
    FROM task WHERE office = ANY($1) AND status IN ('open', 'claimed') AND NOT ($2::uuid = ANY(barred))`;

const PAGE = 25;
const MAX_PAGE = 100;

/** The tasks of an officer's offices: nobody else's show. Pages go on from a cursor, so that they stay quick however deep. */
export class Inbox {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
  ) {}

  /** @throws Refusal `bad-request` when `after` is no page's. */
  async page(officer: PersonActor, filter: InboxFilter): Promise<TaskPage> {
    const limit = Math.min(filter.limit ?? PAGE, MAX_PAGE);
    const { text, values } = inboxPage(officer, filter, filter.after ? readCursor(filter.after) : undefined, limit + 1);
    const rows: (TaskRow & { at: string })[] = await this.source.query(text, values);
    const [counts]: TaskPage['counts'][] = await this.source.query(COUNTS, [officesOf(officer), officer.accountId, endOfToday()]);
    const unreached = await unreachedSystems(this.source, officesOf(officer));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => this.summaryOf(row)),
      next: rows.length > limit && last ? writeCursor(last) : null,
      counts: counts ?? { overdue: 0, dueToday: 0, escalated: 0, demands: 0, open: 0, mine: 0 },
      ...(unreached.length > 0 ? { unreached } : {}),
    };
  }

  /** @throws Refusal `not-found`, for another office's task as for none. */
  get(officer: PersonActor, id: string): Promise<TaskSummary> {
    return this.getWithin(this.source.manager, officer, id);
  }

  /** Takes a task that nobody holds, or that an absent colleague does for whom one stands in, or one of the agency's systems: the portal is always the manual way. @throws Refusal `task-taken` when somebody does; `own-matter` when the officer or a company of theirs asks for the licence; `event-not-accepted` when nothing is to be done any more. */
  async claim(tx: EntityManager, officer: PersonActor, id: string): Promise<void> {
    const [, taken]: [unknown, number] = await tx.query(
      `UPDATE task SET status = 'claimed', assignee = $2, assignee_name = $3
        WHERE id = $1 AND office = ANY($4) AND NOT ($2::uuid = ANY(barred)) AND (status = 'open' OR (status = 'claimed' AND (assignee = $2 OR assignee = ANY($6::uuid[]) OR assignee IN (SELECT id FROM agency_system))))
          AND NOT EXISTS (SELECT FROM application a WHERE a.id = task.application_id
            AND (a.account_id = $2 OR a.acting_for = ANY($5) OR EXISTS (SELECT FROM jsonb_to_recordset($7) AS f ("juristicId" text, until timestamptz) WHERE f."juristicId" = a.acting_for AND f.until >= a.submitted_at)))`,
      [id, officer.accountId, JSON.stringify(officer.name), officesOf(officer), officer.companies.map(({ juristicId }) => juristicId), absentOf(officer), JSON.stringify(officer.formerCompanies ?? [])],
    );
    if (taken === 0) throw await this.refusalOf(tx, officer, id);
  }

  /** Gives back a task that one holds oneself; one that nobody holds stays as it is. @throws Refusal as `claim`. */
  async release(tx: EntityManager, officer: PersonActor, id: string): Promise<void> {
    const [, given]: [unknown, number] = await tx.query(
      `UPDATE task SET status = 'open', assignee = NULL, assignee_name = NULL
        WHERE id = $1 AND office = ANY($2) AND (status = 'open' OR (status = 'claimed' AND assignee = $3))`,
      [id, officesOf(officer), officer.accountId],
    );
    if (given === 0) throw await this.refusalOf(tx, officer, id);
  }

  private async refusalOf(tx: EntityManager, officer: PersonActor, id: string): Promise<Refusal> {
    const { status, applicationId } = await this.getWithin(tx, officer, id);
    const [application]: { accountId: string; actingFor: string | null; submittedAt: Date }[] = await tx.query(`SELECT account_id AS "accountId", acting_for AS "actingFor", submitted_at AS "submittedAt" FROM application WHERE id = $1`, [applicationId]);
    if (application && isOwnMatter(officer, { ...application, offices: {} })) return new Refusal('own-matter');
    return new Refusal(status === 'claimed' ? 'task-taken' : 'event-not-accepted');
  }

  private async getWithin(reader: EntityManager, officer: PersonActor, id: string): Promise<TaskSummary> {
    const [row]: TaskRow[] = await reader.query(`SELECT ${TASK_COLUMNS} FROM task WHERE id = $1 AND office = ANY($2) AND NOT ($3::uuid = ANY(barred))`, [id, officesOf(officer), officer.accountId]);
    if (!row) throw new Refusal('not-found');
    return this.summaryOf(row);
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
      laneTitle: laneTitleOf(this.library, row),
      stage: row.stage,
      status: row.status,
      licence: { code: row.licence, title: titleOf(this.library, row.licence) },
      businessName: row.business_name,
      applicantName: row.applicant_name,
      place: { th: row.place_th, en: row.place_en },
      dueAt: row.due_at.toISOString(),
      daysLeft: isWaiting ? daysLeft(now, row.due_at, this.calendar) : null,
      isOverdue: isWaiting && row.due_at < now,
      escalatedFor: isWaiting ? row.escalated_for : null,
      assignee: row.assignee && row.assignee_name ? { id: row.assignee, name: row.assignee_name } : null,
      createdAt: row.created_at.toISOString(),
      isResting: row.is_resting,
    };
  }
}

/** Those for whom the officer stands in now. */
function absentOf({ offices }: PersonActor): string[] {
  return offices.flatMap(({ standsInFor }) => (standsInFor ? [standsInFor.accountId] : []));
}

function officesOf({ offices }: PersonActor): string[] {
  return offices.map(({ code }) => code);
}

/** The last moment of the day in Thailand; a time limit ends in it. */
function endOfToday(): Date {
  return new Date(`${bangkokDate(new Date())}T23:59:59.999+07:00`);
}

/** The title of the licence where its newest version has no such lane. */
function laneTitleOf(library: DefinitionLibrary, { licence, lane }: Pick<TaskRow, 'licence' | 'lane'>): Text {
  const found = library.findNewestLicence(licence);
  return (found && findText(found.definition.texts, `lanes.${lane}`)) ?? titleOf(library, licence);
}

function titleOf(library: DefinitionLibrary, code: string): Text {
  const found = library.findNewestLicence(code);
  return found ? textOf(found.definition.texts, 'title') : { th: code, en: code };
}
