import { ENDED } from '@anuyat/licence-kit';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { placeText, type Hands } from '@anuyat/registrar';
import { uuidv7 } from 'uuidv7';
import type { EntityManager } from 'typeorm';

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
  INSERT INTO task (id, application_id, case_id, lane, office, agency, licence, number, business_name, applicant_name,
                    place_th, place_en, stage, status, due_at, is_escalated, by_revision, closed_at, escalated_for, barred)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce($13, 'completeness'), CASE WHEN $13::text IS NULL THEN 'done' ELSE 'open' END, $14, $15, $16,
          CASE WHEN $13::text IS NULL THEN now() END, CASE WHEN $15::boolean THEN 'overdue' END, $17::uuid[])
  ON CONFLICT (application_id, lane) DO UPDATE
     SET stage = coalesce($13, task.stage), due_at = excluded.due_at, is_escalated = excluded.is_escalated,
         escalated_for = CASE WHEN excluded.is_escalated THEN coalesce(task.escalated_for, 'overdue') END, by_revision = excluded.by_revision,
         closed_at = excluded.closed_at, barred = excluded.barred,
         status = CASE WHEN $13::text IS NULL THEN 'done' WHEN task.assignee IS NULL THEN 'open' ELSE 'claimed' END
   WHERE task.by_revision < excluded.by_revision`;

/**
 * An office has done its task when its own word ended the application, or when the last that was asked of it was closed, be that delivered
 * yet or not; what the others had to do is cancelled.
 */
const CLOSE_ALL = `
  UPDATE task t
     SET status = CASE WHEN h.type LIKE t.lane || '.%' OR 'closeReview' = (
                         SELECT e ->> 'type' FROM history own, jsonb_array_elements(own.effects) AS e
                          WHERE own.application_id = t.application_id AND e #>> '{params,lane}' = t.lane AND e ->> 'type' IN ('requestReview', 'closeReview')
                          ORDER BY own.revision DESC LIMIT 1
                       ) THEN 'done' ELSE 'cancelled' END,
         closed_at = now(), by_revision = h.revision
    FROM history h
   WHERE h.application_id = $1 AND h.revision = $2 AND t.application_id = h.application_id AND t.status IN ('open', 'claimed')`;

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
   WHERE t.application_id = $1 AND t.lane = $2 AND c.application_id = t.application_id AND c.name = t.lane || '.due' AND c.fired_at IS NOT NULL`;

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

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const lane = String(row.params['lane']);
    switch (row.effect) {
      case 'requestReview':
        return this.write(tx, row, lane, String(row.params['stage']));
      case 'closeReview':
        return this.write(tx, row, lane, null);
      case 'escalate':
      case 'explainDelay':
        await tx.query(ESCALATE, [row.applicationId, lane]);
        return;
      case 'refreshClocks':
        await tx.query(REFRESH, [row.applicationId]);
        return;
      case 'reassign':
        await tx.query(STEP_ASIDE, [row.applicationId, lane]);
        return;
      default:
        await tx.query(CLOSE_ALL, [row.applicationId, row.revision]);
    }
  }

  /** @param stage what the office has to do next; null when it has nothing to do. */
  private async write(tx: EntityManager, row: OutboxRow, lane: string, stage: string | null): Promise<void> {
    const facts = await readTaskFacts(tx, row.applicationId, lane);
    if (stage !== null && ENDED.some((status) => status === facts.status)) return;
    const office = facts.offices[lane];
    if (!office) throw new Error(`No office was settled for lane "${lane}".`);
    if (!facts.due_at) throw new Error(`No time limit was set for lane "${lane}".`);
    const place = placeText(facts.place);
    await tx.query(WRITE, [
      uuidv7(), row.applicationId, row.caseId, lane, office.office, office.agency, facts.code, facts.number, facts.business_name ?? '',
      facts.applicant_name, place.th, place.en, stage, facts.due_at, facts.is_late, row.revision, facts.hands[lane]?.barred ?? [],
    ]);
  }
}

/** Read under a shared lock: an application that ends at the same moment ends before this, or closes the task after it. */
async function readTaskFacts(tx: EntityManager, applicationId: string, lane: string): Promise<TaskFacts> {
  const [facts]: TaskFacts[] = await tx.query(
    `SELECT a.code, a.number, a.status, a.offices, a.hands, c.business_name, c.applicant_name, c.place, t.due_at, t.fired_at IS NOT NULL AS is_late
       FROM application a JOIN case_file c ON c.id = a.case_id
       LEFT JOIN timer t ON t.application_id = a.id AND t.name = $2
      WHERE a.id = $1 FOR SHARE OF a`,
    [applicationId, `${lane}.due`],
  );
  if (!facts) throw new Error(`There is no application ${applicationId}.`);
  return facts;
}
