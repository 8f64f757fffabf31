import { Refusal, type PersonActor } from '@anuyat/contract';
import type { LawCode } from '@anuyat/licence-kit';
import type { DefinitionLibrary, GovernmentCalendar, LaneOffice } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { appealAgainst, DAYS_WITHOUT_WORDS, type Remedy } from './remedy';

/** An order that can be appealed, with the end of the time to do so. */
export interface Appealable {
  caseId: string;
  number: string;
  lane: string;
  law: LawCode;
  office: LaneOffice;
  orderId: string | null;
  orderNumber: string | null;
  dueAt: Date;
  /** Appeals that were filed before and withdrawn. */
  earlier: number;
  now: Date;
}

interface Row {
  case_id: string;
  number: string;
  code: string;
  version: number;
  status: string;
  offices: Record<string, LaneOffice>;
  type: string;
  at: Date;
  now: Date;
  order_id: string | null;
  order_number: string | null;
  life_of: string | null;
  is_own_case: boolean;
  remedy: Remedy | null;
  notified_at: Date | null;
}

const READ = `
  SELECT a.case_id, a.number, a.code, a.version, a.status, a.offices, a.life_of, c.account_id = a.account_id AS is_own_case, h.type, h.at, date_trunc('milliseconds', clock_timestamp()) AS now,
         o.id AS order_id, o.number AS order_number, o.remedy, (SELECT min(d.notified_at) FROM delivery d WHERE d.order_id = o.id) AS notified_at
    FROM application a
    JOIN history h ON h.application_id = a.id AND h.revision = a.revision
    JOIN case_file c ON c.id = a.case_id
    LEFT JOIN decision_order o ON o.application_id = a.id AND o.revision = CASE WHEN a.life_of IS NULL THEN a.revision
         ELSE (SELECT max(l.revision) FROM decision_order l WHERE l.application_id = a.id AND l.kind IN ('suspension', 'revocation')) END
   WHERE a.id = $1 AND a.account_id = $2 FOR UPDATE OF a`;

const EARLIER = `
  SELECT count(*)::int AS all, count(*) FILTER (WHERE a.status <> 'withdrawn')::int AS standing
    FROM appeal p JOIN application a ON a.id = p.application_id WHERE p.against = $1`;

const EARLIER_OF_ORDER = `
  SELECT (SELECT count(*)::int FROM appeal WHERE against = $1) AS all, count(*) FILTER (WHERE a.status <> 'withdrawn')::int AS standing
    FROM appeal p JOIN application a ON a.id = p.application_id WHERE p.order_id = $2`;

/**
 * The order of an application of one's own, with the application locked, so that two appeals at once are one.
 * An order that was not written here says nothing of appeal: then the time is a year (Administrative Procedure Act B.E. 2539 s.40).
 * @throws Refusal `not-found`, `appeal-not-open`.
 */
export async function lockOrder(tx: EntityManager, library: DefinitionLibrary, calendar: GovernmentCalendar, actor: PersonActor, applicationId: string): Promise<Appealable> {
  const [row]: Row[] = await tx.query(READ, [applicationId, actor.accountId]);
  if (!row) throw new Refusal('not-found');
  const { lanes, kind } = library.getLicence(row.code, row.version);
  if (kind === 'appeal' || !canBeAppealed(row)) throw new Refusal('appeal-not-open');
  const [earlier]: { all: number; standing: number }[] = row.life_of === null ? await tx.query(EARLIER, [applicationId]) : await tx.query(EARLIER_OF_ORDER, [applicationId, row.order_id]);
  if ((earlier?.standing ?? 0) > 0) throw new Refusal('appeal-not-open');
  const lane = lanes.find(({ id }) => row.type.startsWith(`${id}.`)) ?? lanes[0];
  const office = lane && row.offices[lane.id];
  if (!lane || !office) throw new Refusal('appeal-not-open');
  const remedy = row.remedy ?? { ...appealAgainst(lane.law), days: DAYS_WITHOUT_WORDS };
  return {
    caseId: row.case_id, number: row.number, lane: lane.id, law: lane.law, office, orderId: row.order_id, orderNumber: row.order_number,
    dueAt: calendar.dueAt(row.notified_at ?? row.at, remedy.days, remedy.unit), earlier: earlier?.all ?? 0, now: row.now,
  };
}

/** A licence's suspension or revocation can be appealed here by who asked for the licence; for a later holder its case is somebody else's. */
function canBeAppealed({ life_of, status, remedy, is_own_case }: Row): boolean {
  return life_of === null ? ['refused', 'returned'].includes(status) : is_own_case && remedy !== null && remedy.procedure !== null;
}
