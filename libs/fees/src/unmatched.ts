import { Refusal, type PaymentResolution, type PersonActor, type UnmatchedPayment } from '@anuyat/contract';
import { actorRecord } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

interface UnmatchedRow {
  transaction_id: string;
  at: Date;
  ref1: string;
  ref2: string | null;
  amount: string;
  outcome: UnmatchedPayment['outcome'];
  asked_total: number | null;
  asked_status: 'due' | 'paid' | 'cancelled' | null;
  case_id: string | null;
  case_number: string | null;
  how: PaymentResolution | null;
  note: string | null;
  actor: { name?: { th: string; en: string } } | null;
  resolved_at: Date | null;
}

/** A payment whose amount the bank corrected counts as it was told last. */
const UNMATCHED = `
  SELECT p.transaction_id, p.at, p.ref1, p.ref2, coalesce(k.amount, p.amount)::text AS amount, coalesce(k.outcome, p.outcome) AS outcome,
         coalesce(b.total, j.total) AS asked_total, coalesce(b.status, j.status) AS asked_status, c.id AS case_id, c.number AS case_number,
         r.how, r.note, r.actor, r.at AS resolved_at
    FROM payment p
    LEFT JOIN LATERAL (SELECT amount, outcome FROM payment_correction WHERE transaction_id = p.transaction_id ORDER BY id DESC LIMIT 1) k ON true
    LEFT JOIN bill b ON b.ref1 = p.ref1
    LEFT JOIN joint_payment j ON j.ref1 = p.ref1
    LEFT JOIN case_file c ON c.id = coalesce(b.case_id, j.case_id)
    LEFT JOIN payment_resolution r ON r.transaction_id = p.transaction_id
   WHERE p.outcome <> 'matched' AND coalesce(k.outcome, p.outcome) <> 'matched' AND ($1 OR r.how IS NULL)
   ORDER BY p.at DESC, p.transaction_id LIMIT $2`;

const MOST = 200;

/** Money that fitted no bill; what staff have settled is left out unless it is asked for. */
export async function readUnmatched(source: DataSource, { withResolved }: { withResolved: boolean }): Promise<UnmatchedPayment[]> {
  const rows: UnmatchedRow[] = await source.query(UNMATCHED, [withResolved, MOST]);
  return rows.map(viewOf);
}

/**
 * Keeps how somebody settled such money, with their name; once.
 * @throws Refusal `not-found` for a transaction that is not there or that settled a bill, `key-reused` for one that was settled otherwise.
 */
export async function resolveUnmatched(source: DataSource, actor: PersonActor, transactionId: string, how: PaymentResolution, note: string): Promise<void> {
  const open = await readUnmatched(source, { withResolved: true });
  const payment = open.find((one) => one.transactionId === transactionId);
  if (!payment) throw new Refusal('not-found');
  if (payment.resolution && (payment.resolution.how !== how || payment.resolution.note !== note)) throw new Refusal('key-reused');
  await source.query(
    `INSERT INTO payment_resolution (transaction_id, how, note, actor) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [transactionId, how, note, JSON.stringify(actorRecord(actor))],
  );
}

function viewOf(row: UnmatchedRow): UnmatchedPayment {
  const { asked_total: total, asked_status: status, case_id: caseId } = row;
  return {
    transactionId: row.transaction_id,
    at: row.at.toISOString(),
    ref1: row.ref1,
    ref2: row.ref2,
    amount: Number(row.amount),
    outcome: row.outcome,
    asked: total !== null && status !== null && caseId !== null ? { total, status, caseNumber: row.case_number, caseId } : null,
    resolution: row.how !== null && row.resolved_at !== null ? { how: row.how, note: row.note ?? '', by: row.actor?.name ?? { th: '', en: '' }, at: row.resolved_at.toISOString() } : null,
  };
}
