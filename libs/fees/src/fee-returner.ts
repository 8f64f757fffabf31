import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

interface Paid {
  /** The office that collected last; all bills of an application go to one. */
  office: string | null;
  paid: number;
  returned: number;
}

/**
 * What was paid, and what of it is to be given back already. Of a licence's life only the fee for a renewal that did not come: what was paid for periods
 * that were granted, and for its years, served its end.
 */
const PAID = `
  WITH since AS (
    SELECT CASE WHEN a.life_of IS NULL THEN -1 ELSE coalesce((SELECT max(h.revision) FROM history h WHERE h.application_id = a.id AND h.type = 'licence.renewed'), 0) END AS revision
      FROM application a WHERE a.id = $1)
  SELECT (SELECT b.office FROM bill b WHERE b.application_id = a.id AND b.status = 'paid' AND b.kind IN ('fee', 'supplement') ORDER BY b.asked_by DESC LIMIT 1) AS office,
         (SELECT coalesce(sum(b.total), 0)::int FROM bill b, since WHERE b.application_id = a.id AND b.status = 'paid' AND b.kind IN ('fee', 'supplement') AND b.asked_by > since.revision) AS paid,
         (SELECT coalesce(sum(r.amount), 0)::int FROM fee_refund r LEFT JOIN fee_refund_settlement s ON s.refund_id = r.id CROSS JOIN since
           WHERE r.application_id = a.id AND r.by_revision > since.revision AND s.how IS DISTINCT FROM 'replaced') AS returned
    FROM application a WHERE a.id = $1 FOR UPDATE OF a`;

const RECORD = `
  INSERT INTO fee_refund (id, application_id, case_id, office, amount, paid, fee, by_revision) VALUES ($1, $2, $3, $4, $5, $5, 0, $6) ON CONFLICT DO NOTHING`;

/**
 * Records what was paid for something that comes to nothing as a refund that is due: to be given back by the office that collected it. Once for each
 * step that asks for it, and never more than was paid.
 */
export class FeeReturner implements EffectProcessor {
  readonly effects = ['giveBackFee'] as const;

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const [found]: Paid[] = await tx.query(PAID, [row.applicationId]);
    if (!found) throw new Error(`There is no application ${row.applicationId}.`);
    const amount = found.paid - found.returned;
    if (amount <= 0 || found.office === null) return;
    await tx.query(RECORD, [uuidv7(), row.applicationId, row.caseId, found.office, amount, row.revision]);
  }
}
