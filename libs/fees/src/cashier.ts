import type { Registrar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { findInvoice, type Invoice } from './invoice';
import { settle } from './settlement';

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

interface KnownPayment {
  ref1: string;
  /** As last told: a bank may correct itself. */
  amount: string;
  outcome: PaymentOutcome;
}

const KNOWN = `
  SELECT p.ref1, coalesce(c.amount, p.amount)::text AS amount, coalesce(c.outcome, p.outcome) AS outcome
    FROM payment p
    LEFT JOIN LATERAL (SELECT amount, outcome FROM payment_correction WHERE transaction_id = p.transaction_id ORDER BY id DESC LIMIT 1) c ON true
   WHERE p.transaction_id = $1`;

const KEEP = `
  INSERT INTO payment (transaction_id, bill_id, ref1, ref2, amount, outcome, raw) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT DO NOTHING RETURNING outcome`;

const CORRECT = `INSERT INTO payment_correction (transaction_id, amount, outcome, raw) VALUES ($1, $2, $3, $4)`;

/**
 * Takes the bank's confirmations. A transaction counts once, whatever way and however often it is told; what does not match
 * is kept for the exception list and never marks a bill as paid. An amount that the bank corrects later is looked at anew. Payment,
 * receipts, ledger and events are one transaction, also where one payment is for several bills.
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
    const invoice = await findInvoice(tx, ref1);
    const known = await findKnown(tx, transactionId);
    if (known && !isCorrected(known, confirmation)) return known.outcome;
    const outcome = outcomeOf(invoice, confirmation);
    if (known) {
      await tx.query(CORRECT, [transactionId, amount, outcome, JSON.stringify(raw)]);
    } else {
      const billId = invoice?.jointId === null ? invoice.bills[0]?.id ?? null : null;
      const [kept]: { outcome: PaymentOutcome }[] = await tx.query(KEEP, [transactionId, billId, ref1, ref2, amount, outcome, JSON.stringify(raw)]);
      if (!kept) return (await findKnown(tx, transactionId))?.outcome ?? 'duplicate';
    }
    if (outcome === 'matched' && invoice) await settle(tx, this.registrar, invoice, transactionId);
    return outcome;
  }
}

async function findKnown(tx: EntityManager, transactionId: string): Promise<KnownPayment | undefined> {
  const [known]: KnownPayment[] = await tx.query(KNOWN, [transactionId]);
  return known;
}

/** The bank tells another amount of a transaction that did not fit. What has settled a bill is not taken back here. */
function isCorrected({ ref1, amount, outcome }: KnownPayment, told: PaymentConfirmation): boolean {
  return outcome === 'wrong-amount' && ref1 === told.ref1 && Number(amount) !== told.amount;
}

/** Biller, both references and the amount must be the bill's own. */
function outcomeOf(invoice: Invoice | undefined, { billerId, ref2, amount }: PaymentConfirmation): PaymentOutcome {
  if (!invoice || (billerId !== null && billerId !== invoice.billerId) || ref2 !== invoice.ref2) return 'unknown-bill';
  if (invoice.status === 'paid') return 'duplicate';
  if (invoice.status === 'cancelled') return 'cancelled-bill';
  return amount === invoice.total ? 'matched' : 'wrong-amount';
}
