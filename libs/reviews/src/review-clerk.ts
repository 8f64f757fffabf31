import { clientOf } from '@anuyat/database';
import { ENDED } from '@anuyat/licence-kit';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { placeText, type Hands } from '@anuyat/registrar';
import { uuidv7 } from 'uuidv7';
import type { EntityManager } from 'typeorm';
import { TELL_SYSTEMS, TOLD_OF_TASK } from './tell-systems';
import { callForLateness, callSupervisors } from './supervisor-call';

interface TaskFacts {
  code: string;
  number: string;
  status: string;
  offices: Record<string, { office: string; agency: string }>;
  hands: Hands;
  business_name: string | null;
  applicant_name: string;
  place: Record<string, string | null>;
  due_at: Date | null;
  is_late: boolean;
}

/** A closed task is written even where none was asked for yet: the request that comes after it is older, and changes nothing. */
const WRITE = `
  WITH changed AS (INSERT INTO task (id, application_id, case_id, lane, office, agency, licence, number, business_name, applicant_name,
                    place_th, place_en, stage, status, due_at, is_escalated, by_revision, closed_at, escalated_for, barred)
  SELECT id, application_id, case_id, lane, office, agency, licence, number, business_name, applicant_name, place_th, place_en,
         coalesce(stage, 'completeness'), CASE WHEN stage IS NULL THEN 'done' ELSE 'open' END, due_at, is_late, by_revision,
         CASE WHEN stage IS NULL THEN now() END, CASE WHEN is_late THEN 'overdue' END, ARRAY(SELECT jsonb_array_elements_text(barred))::uuid[]
    FROM jsonb_to_recordset($1) AS r (id uuid, application_id uuid, case_id uuid, lane text, office text, agency text, licence text, number text, business_name text,
                                      applicant_name text, place_th text, place_en text, stage text, due_at timestamptz, is_late boolean, by_revision int, barred jsonb)
  ON CONFLICT (application_id, lane) DO UPDATE
     SET stage = CASE WHEN excluded.status = 'done' THEN task.stage ELSE excluded.stage END, due_at = excluded.due_at, is_escalated = excluded.is_escalated,
         escalated_for = CASE WHEN excluded.is_escalated THEN coalesce(task.escalated_for, 'overdue') END, by_revision = excluded.by_revision,
         closed_at = excluded.closed_at, barred = excluded.barred,
         status = CASE WHEN excluded.status = 'done' THEN 'done' WHEN task.assignee IS NULL THEN 'open' ELSE 'claimed' END
   WHERE task.by_revision < excluded.by_revision
  RETURNING ${TOLD_OF_TASK})
  ${TELL_SYSTEMS}`;

/**
 * An office has done its task when its own word ended the application, or when the last that was asked of it was closed, be that delivered
 * yet or not; what the others had to do is cancelled.
 */
const CLOSE_ALL = `
  WITH changed AS (UPDATE task t
     SET status = CASE WHEN h.type LIKE t.lane || '.%' OR 'closeReview' = (
                         SELECT e ->> 'type' FROM history own, jsonb_array_elements(own.effects) AS e
                          WHERE own.application_id = t.application_id AND e #>> '{params,lane}' = t.lane AND e ->> 'type' IN ('requestReview', 'closeReview')
                          ORDER BY own.revision DESC LIMIT 1
                       ) THEN 'done' ELSE 'cancelled' END,
         closed_at = now(), by_revision = h.revision
    FROM history h
   WHERE h.application_id = $1 AND h.revision = $2 AND t.application_id = h.application_id AND t.status IN ('open', 'claimed')
  RETURNING ${TOLD_OF_TASK.replace(/\w+/g, 't.$&')})
  ${TELL_SYSTEMS}`;

/**
 * To the supervisor, because it is late; or because a delay notice had to go out without a reason, and none was written since. Read off the
 * history, so that it comes out the same in whatever order it is asked for.
 */
const ESCALATE = `
  UPDATE task t
     SET is_escalated = true,
         escalated_for = CASE WHEN n.last > 0 AND NOT EXISTS (
           SELECT FROM history e WHERE e.application_id = $1 AND e.type = $2 || '.delayExplained' AND e.revision > n.before
         ) THEN 'unexplained' ELSE 'overdue' END
    FROM timer c, (
      SELECT coalesce(max(revision), 0) AS last, coalesce((array_agg(revision ORDER BY revision DESC))[2], 0) AS before
        FROM history WHERE application_id = $1 AND type = $2 || '.delayNoticed'
    ) n
   WHERE t.application_id = $1 AND t.lane = $2 AND c.application_id = t.application_id AND c.name = t.lane || '.due' AND c.fired_at IS NOT NULL
  RETURNING t.escalated_for`;

/** The due dates of an application moved. */
const REFRESH = `
  UPDATE task t SET due_at = c.due_at FROM timer c
   WHERE t.application_id = $1 AND c.application_id = t.application_id AND c.name = t.lane || '.due' AND t.status IN ('open', 'claimed') AND t.due_at <> c.due_at`;

/** Those who stepped aside see the task no more; one of them who held it gives it back, and the office's supervisor sees it flagged. */
const STEP_ASIDE = `
  UPDATE task t
     SET barred = a.barred, is_escalated = true,
         status = CASE WHEN t.status = 'claimed' AND t.assignee = ANY(a.barred) THEN 'open' ELSE t.status END,
         assignee = CASE WHEN t.assignee = ANY(a.barred) THEN NULL ELSE t.assignee END,
         assignee_name = CASE WHEN t.assignee = ANY(a.barred) THEN NULL ELSE t.assignee_name END
    FROM (SELECT id, ARRAY(SELECT jsonb_array_elements_text(coalesce(hands #> ARRAY[$2, 'barred'], '[]'))::uuid) AS barred FROM application) a
   WHERE t.application_id = $1 AND t.lane = $2 AND a.id = t.application_id`;

/**
 * Keeps the offices' inboxes: a lane has one task, whose stage moves on. Deliveries may come twice or in the wrong order;
 * a task remembers the revision that it was last changed by, and nothing older changes it.
 */
export class ReviewClerk implements EffectProcessor {
  readonly effects = ['requestReview', 'closeReview', 'escalate', 'explainDelay', 'reassign', 'refreshClocks', 'closeReviews'] as const;

  perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    return this.performAll(tx, [row]);
  }

  async performAll(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
    for (const some of runsOf(rows)) await (isWritten(some[0]) ? write(tx, some) : change(tx, some[0]));
  }
}

/** What can be written with one statement: rows in a line that write a task each, no task twice. Whatever else there is stands alone. */
function runsOf(rows: readonly OutboxRow[]): [OutboxRow, ...OutboxRow[]][] {
  const runs: [OutboxRow, ...OutboxRow[]][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const isIn = run?.some((other) => !isWritten(other) || (other.applicationId === row.applicationId && laneOf(other) === laneOf(row))) ?? true;
    if (run && isWritten(row) && !isIn) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

function isWritten({ effect }: OutboxRow): boolean {
  return effect === 'requestReview' || effect === 'closeReview';
}

const laneOf = ({ params }: OutboxRow): string => String(params['lane']);

async function change(tx: EntityManager, row: OutboxRow): Promise<void> {
  switch (row.effect) {
    case 'escalate':
    case 'explainDelay': {
      const [tasks]: [{ escalated_for: string }[], number] = await tx.query(ESCALATE, [row.applicationId, laneOf(row)]);
      if (row.effect === 'escalate') await callForLateness(tx, row, tasks.some((task) => task.escalated_for === 'unexplained'));
      return;
    }
    case 'refreshClocks':
      await tx.query(REFRESH, [row.applicationId]);
      return;
    case 'reassign':
      await tx.query(STEP_ASIDE, [row.applicationId, laneOf(row)]);
      await callSupervisors(tx, row, 'stepped-aside');
      return;
    default:
      await tx.query(CLOSE_ALL, [row.applicationId, row.revision]);
  }
}

/** A request says what the office has to do next; a closed task has nothing to do. */
async function write(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
  const facts = await readTaskFacts(tx, rows);
  const tasks = rows.flatMap((row, at) => {
    const found = facts.get(at + 1);
    if (!found) throw new Error(`There is no application ${row.applicationId}.`);
    return taskOf(row, found);
  });
  if (tasks.length > 0) await (await clientOf(tx)).query({ name: 'review-clerk-write', text: WRITE, values: [JSON.stringify(tasks)] });
  for (const row of rows) if (row.effect === 'requestReview' && row.params['stage'] === 'demand') await callSupervisors(tx, row, 'demand-waits');
}

/** Nothing is asked of an office for an application that has ended. */
function taskOf(row: OutboxRow, facts: TaskFacts): Record<string, unknown>[] {
  const lane = laneOf(row);
  const stage = row.effect === 'requestReview' ? String(row.params['stage']) : null;
  if (stage !== null && ENDED.some((status) => status === facts.status)) return [];
  const office = facts.offices[lane];
  if (!office) throw new Error(`No office was settled for lane "${lane}".`);
  if (!facts.due_at) throw new Error(`No time limit was set for lane "${lane}".`);
  const place = placeText(facts.place);
  return [{
    id: uuidv7(), application_id: row.applicationId, case_id: row.caseId, lane, office: office.office, agency: office.agency, licence: facts.code, number: facts.number,
    business_name: facts.business_name ?? '', applicant_name: facts.applicant_name, place_th: place.th, place_en: place.en,
    stage, due_at: facts.due_at, is_late: facts.is_late, by_revision: row.revision, barred: facts.hands[lane]?.barred ?? [],
  }];
}

/** Planned for few, as the door's statements are: a plan that is kept while the tables are small must not read them from end to end when they have grown. */
const FACTS = `
  SELECT asked.place_in_line::int, a.code, a.number, a.status, a.offices, a.hands, c.business_name, c.applicant_name, c.place, t.due_at, t.fired_at IS NOT NULL AS is_late
    FROM unnest((SELECT $1::uuid[]), (SELECT $2::text[])) WITH ORDINALITY AS asked (id, clock, place_in_line)
    JOIN application a ON a.id = asked.id JOIN case_file c ON c.id = a.case_id
    LEFT JOIN timer t ON t.application_id = a.id AND t.name = asked.clock
   WHERE asked.place_in_line BETWEEN 1 AND 100
     FOR SHARE OF a`;

/** Read under a shared lock: an application that ends at the same moment ends before this, or closes the task after it. @returns by places, from 1. */
async function readTaskFacts(tx: EntityManager, rows: readonly OutboxRow[]): Promise<Map<number, TaskFacts>> {
  const client = await clientOf(tx);
  const values = [rows.map(({ applicationId }) => applicationId), rows.map((row) => `${laneOf(row)}.due`)];
  const { rows: found } = await client.query<TaskFacts & { place_in_line: number }>({ name: 'review-clerk-facts', text: FACTS, values });
  return new Map(found.map((facts) => [facts.place_in_line, facts]));
}
