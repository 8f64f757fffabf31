import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import type { Registrar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';

/** A bank's word that a bill was paid, whatever its own format. */
export interface PaymentConfirmation {
  transactionId: string;
  /** Absent where the bank does not say whom it paid. */
  billerId: string | null;
  ref1: string;
  ref2: string | null;
  /** Satang. */
  amount: number;
  /** As the bank sent it. */
  raw: Record<string, unknown>;
}

export type PaymentOutcome = 'matched' | 'wrong-amount' | 'unknown-bill' | 'duplicate' | 'cancelled-bill';

interface BillRow {
  id: string;
  application_id: string;
  office: string;
  total: number;
  status: 'due' | 'paid' | 'cancelled';
  biller_id: string;
  ref2: string;
  /** Whether the application still waits for its fee. */
  is_awaited: boolean;
  now: Date;
}

const KNOWN = `SELECT outcome FROM payment WHERE transaction_id = $1`;

/** The application is locked with its bill: it cannot be withdrawn between the look and the event. */
const BILL = `
  SELECT b.id, b.application_id, b.office, b.total, b.status, b.biller_id, b.ref2, a.status = 'awaiting-payment' OR coalesce(a.state #>> '{value,living,term}', '') IN ('renewable', 'lapsed') AS is_awaited, clock_timestamp() AS now
    FROM bill b JOIN application a ON a.id = b.application_id
   WHERE b.ref1 = $1 FOR UPDATE`;

const KEEP = `
  INSERT INTO payment (transaction_id, bill_id, ref1, ref2, amount, outcome, raw) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT DO NOTHING RETURNING outcome`;

/**
 * Takes the bank's confirmations. A transaction counts once, whatever way and however often it is told; what does not match
 * is kept for the exception list and never marks a bill as paid. Payment, receipt and event are one transaction.
 */
export class Cashier {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Registrar,
  ) {}

  /** @returns what became of the transaction; the same again, whenever it is told again. */
  async receive(confirmation: PaymentConfirmation): Promise<PaymentOutcome> {
    const outcome = await this.source.transaction((tx) => this.receiveWithin(tx, confirmation));
    this.registrar.wakeCourier();
    return outcome;
  }

  private async receiveWithin(tx: EntityManager, confirmation: PaymentConfirmation): Promise<PaymentOutcome> {
    const { transactionId, ref1, ref2, amount, raw } = confirmation;
    const [bill]: BillRow[] = await tx.query(BILL, [ref1]);
    const known = await findKnown(tx, transactionId);
    if (known) return known;
    const outcome = outcomeOf(bill, confirmation);
    const [kept]: { outcome: PaymentOutcome }[] = await tx.query(KEEP, [transactionId, bill?.id ?? null, ref1, ref2, amount, outcome, JSON.stringify(raw)]);
    if (!kept) return (await findKnown(tx, transactionId)) ?? 'duplicate';
    if (outcome === 'matched' && bill) await this.settle(tx, bill, confirmation);
    return outcome;
  }

  private async settle(tx: EntityManager, bill: BillRow, { transactionId }: PaymentConfirmation): Promise<void> {
    const receipt = await nextReceipt(tx, bill);
    await tx.query(`UPDATE bill SET status = 'paid', paid_at = $2, receipt_number = $3 WHERE id = $1`, [bill.id, bill.now, receipt]);
    await this.registrar.receiveWithin(await clientOf(tx), {
      applicationId: bill.application_id,
      type: 'fee.paid',
      data: { transactionId, receipt },
      actor: { kind: 'portal', job: 'cashier' },
      key: `payment:${transactionId}`,
    });
  }
}

async function findKnown(tx: EntityManager, transactionId: string): Promise<PaymentOutcome | undefined> {
  const [known]: { outcome: PaymentOutcome }[] = await tx.query(KNOWN, [transactionId]);
  return known?.outcome;
}

/** Biller, both references and the amount must be the bill's own. Money for an application that has ended is as good as for a cancelled bill. */
function outcomeOf(bill: BillRow | undefined, { billerId, ref2, amount }: PaymentConfirmation): PaymentOutcome {
  if (!bill || (billerId !== null && billerId !== bill.biller_id) || ref2 !== bill.ref2) return 'unknown-bill';
  if (bill.status === 'paid') return 'duplicate';
  if (bill.status === 'cancelled' || !bill.is_awaited) return 'cancelled-bill';
  return amount === bill.total ? 'matched' : 'wrong-amount';
}

/** Receipt numbers are gapless by office and Buddhist year: the counter moves in the payment's own transaction. */
async function nextReceipt(tx: EntityManager, { office, now }: BillRow): Promise<string> {
  const year = Number(bangkokDate(now).slice(0, 4)) + 543;
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO number_series AS s (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [`receipt:${office}:${year}`],
  );
  if (!row) throw new Error('The number series gave nothing.');
  return `R-${office.toUpperCase()}-${year}-${String(row.last).padStart(6, '0')}`;
}
