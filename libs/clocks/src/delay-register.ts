import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { findDelayReason } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

const ENTER = `
  INSERT INTO delay_notice (id, application_id, case_id, lane, revision, round, office, agency, licence, number, due_at, noticed_at, reason, reason_by, expected_on)
  SELECT $1, a.id, a.case_id, $3, $4,
         (SELECT count(*) FROM history n WHERE n.application_id = a.id AND n.type = $3 || '.delayNoticed' AND n.revision <= $4),
         a.offices #>> ARRAY[$3, 'office'], a.offices #>> ARRAY[$3, 'agency'], a.code, a.number, t.due_at, h.at, $5, $6, $7
    FROM application a
    JOIN history h ON h.application_id = a.id AND h.revision = $4
    JOIN timer t ON t.application_id = a.id AND t.name = $3 || '.due'
   WHERE a.id = $2
  ON CONFLICT (application_id, revision) DO NOTHING`;

const ENTER_UNTOLD = `
  INSERT INTO untold_decision (application_id, decided_by_revision, notice, decided_at, should_be_told_by, found_at)
  SELECT h.application_id, (h.data ->> 'revision')::int, h.data ->> 'notice', (h.data ->> 'decidedAt')::timestamptz, (h.data ->> 'shouldBeToldBy')::timestamptz, h.at
    FROM history h WHERE h.application_id = $1 AND h.revision = $2
  ON CONFLICT DO NOTHING`;

/**
 * Keeps what the OPDC is sent: a line for each delay notice, with the reason that its office gave or none, and for each decision that was
 * told late (Licensing Facilitation Act B.E. 2558 s.10). Lines are never changed and never left out.
 */
export class DelayRegister implements EffectProcessor {
  readonly effects = ['recordDelay', 'escalateUntold'] as const;

  async perform(tx: EntityManager, { effect, applicationId, revision, params }: OutboxRow): Promise<void> {
    if (effect === 'escalateUntold') {
      await tx.query(ENTER_UNTOLD, [applicationId, revision]);
      return;
    }
    const lane = String(params['lane']);
    const given = await findDelayReason(tx, applicationId, lane, revision);
    await tx.query(ENTER, [uuidv7(), applicationId, lane, revision, given?.reason ?? null, given ? JSON.stringify(given.by) : null, given?.expectedOn ?? null]);
  }
}
