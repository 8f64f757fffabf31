import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { placeText } from '@anuyat/registrar';
import { uuidv7 } from 'uuidv7';
import type { EntityManager } from 'typeorm';

interface TaskFacts {
  code: string;
  number: string;
  status: string;
  offices: Record<string, { office: string; agency: string }>;
  business_name: string | null;
  applicant_name: string;
  place: Record<string, string | null>;
  due_at: Date | null;
  submitted_at: Date;
}

const ENDED = ['issued', 'refused', 'returned', 'withdrawn'];

/**
 * Keeps the offices' inboxes: a lane has one task, whose stage moves on. Deliveries may come twice or in the wrong order;
 * a task remembers the revision that it was last changed by, and nothing older changes it.
 */
export class ReviewClerk implements EffectProcessor {
  readonly effects = ['requestReview', 'closeReview', 'escalate', 'closeReviews'] as const;

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    if (row.effect === 'closeReviews') return this.cancelAll(tx, row);
    const lane = String(row.params['lane']);
    switch (row.effect) {
      case 'requestReview':
        return this.request(tx, row, lane, String(row.params['stage']));
      case 'closeReview':
        return this.close(tx, row, lane);
      default:
        await tx.query(`UPDATE task SET is_escalated = true WHERE application_id = $1 AND lane = $2`, [row.applicationId, lane]);
    }
  }

  private async request(tx: EntityManager, row: OutboxRow, lane: string, stage: string): Promise<void> {
    const facts = await readTaskFacts(tx, row.applicationId, lane);
    if (ENDED.includes(facts.status)) return;
    const office = facts.offices[lane];
    if (!office) throw new Error(`No office was settled for lane "${lane}".`);
    const place = placeText(facts.place);
    await tx.query(
      `INSERT INTO task (id, application_id, case_id, lane, office, agency, licence, number, business_name, applicant_name,
                         place_th, place_en, stage, status, due_at, by_revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', coalesce($14, now()), $15)
       ON CONFLICT (application_id, lane) DO UPDATE
          SET stage = excluded.stage, due_at = excluded.due_at, by_revision = excluded.by_revision, closed_at = NULL,
              status = CASE WHEN task.assignee IS NULL THEN 'open' ELSE 'claimed' END
        WHERE task.by_revision < excluded.by_revision`,
      [
        uuidv7(), row.applicationId, row.caseId, lane, office.office, office.agency, facts.code, facts.number, facts.business_name ?? '',
        facts.applicant_name, place.th, place.en, stage, facts.due_at, row.revision,
      ],
    );
  }

  private async cancelAll(tx: EntityManager, row: OutboxRow): Promise<void> {
    await tx.query(`UPDATE task SET status = 'cancelled', closed_at = now(), by_revision = $2 WHERE application_id = $1 AND status IN ('open', 'claimed')`, [
      row.applicationId, row.revision,
    ]);
  }

  private async close(tx: EntityManager, row: OutboxRow, lane: string): Promise<void> {
    await tx.query(
      `UPDATE task SET status = 'done', closed_at = now(), by_revision = $3 WHERE application_id = $1 AND lane = $2 AND by_revision < $3`,
      [row.applicationId, lane, row.revision],
    );
  }
}

/** Read under a shared lock: an application that ends at the same moment ends before this, or closes the task after it. */
async function readTaskFacts(tx: EntityManager, applicationId: string, lane: string): Promise<TaskFacts> {
  const [facts]: TaskFacts[] = await tx.query(
    `SELECT a.code, a.number, a.status, a.offices, a.submitted_at, c.business_name, c.applicant_name, c.place,
            (SELECT t.due_at FROM timer t WHERE t.application_id = a.id AND t.name = $2) AS due_at
       FROM application a JOIN case_file c ON c.id = a.case_id
      WHERE a.id = $1 FOR SHARE OF a`,
    [applicationId, `${lane}.due`],
  );
  if (!facts) throw new Error(`There is no application ${applicationId}.`);
  return facts;
}
