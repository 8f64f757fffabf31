import { Refusal } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import type { Registrar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';

/** A bank's word that a bill was paid, whatever its own format. */
export interface PaymentConfirmation {
  transactionId: string;
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
}

/**
 * Takes the bank's confirmations. A transaction counts once, whatever way and however often it is told; what does not match
 * is kept for the exception list and never marks a bill as paid. Payment, receipt and event are one transaction.
 */
export class Cashier {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Registrar,
  ) {}

  async receive(confirmation: PaymentConfirmation): Promise<PaymentOutcome> {
    const outcome = await this.source.transaction((tx) => this.receiveWithin(tx, confirmation));
    this.registrar.wakeCourier();
    return outcome;
  }

  private async receiveWithin(tx: EntityManager, confirmation: PaymentConfirmation): Promise<PaymentOutcome> {
    const [bill]: BillRow[] = await tx.query(`SELECT id, application_id, office, total, status FROM bill WHERE ref1 = $1 FOR UPDATE`, [confirmation.ref1]);
    const [known]: { outcome: PaymentOutcome }[] = await tx.query(`SELECT outcome FROM payment WHERE transaction_id = $1`, [confirmation.transactionId]);
    if (known) return known.outcome;
    const outcome = outcomeOf(bill, confirmation);
    await tx.query(
      `INSERT INTO payment (transaction_id, bill_id, ref1, ref2, amount, outcome, raw) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [confirmation.transactionId, bill?.id ?? null, confirmation.ref1, confirmation.ref2, confirmation.amount, outcome, JSON.stringify(confirmation.raw)],
    );
    if (outcome === 'matched' && bill) await this.settle(tx, bill, confirmation);
    return outcome;
  }

  private async settle(tx: EntityManager, bill: BillRow, { transactionId }: PaymentConfirmation): Promise<void> {
    const receipt = await nextReceipt(tx, bill.office);
    await tx.query(`UPDATE bill SET status = 'paid', paid_at = now(), receipt_number = $2 WHERE id = $1`, [bill.id, receipt]);
    await this.registrar.receiveWithin(await clientOf(tx), {
      applicationId: bill.application_id,
      type: 'fee.paid',
      data: { transactionId, receipt },
      actor: { kind: 'portal', job: 'cashier' },
      key: `payment:${transactionId}`,
    });
  }
}

function outcomeOf(bill: BillRow | undefined, { amount }: PaymentConfirmation): PaymentOutcome {
  if (!bill) return 'unknown-bill';
  if (bill.status === 'paid') return 'duplicate';
  if (bill.status === 'cancelled') return 'cancelled-bill';
  return amount === bill.total ? 'matched' : 'wrong-amount';
}

/** Receipt numbers are gapless by office and Buddhist year: the counter moves in the payment's own transaction. */
async function nextReceipt(tx: EntityManager, office: string): Promise<string> {
  const year = Number(bangkokDate(new Date()).slice(0, 4)) + 543;
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO number_series AS s (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [`receipt:${office}:${year}`],
  );
  if (!row) throw new Refusal('internal');
  return `R-${office.toUpperCase()}-${year}-${String(row.last).padStart(6, '0')}`;
}
