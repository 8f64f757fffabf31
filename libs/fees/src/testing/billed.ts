import { approveCard, carryOut, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { BillClerk } from '../bill-clerk';
import type { PaymentConfirmation } from '../cashier';

export interface BillRow {
  id: string;
  application_id: string;
  case_id: string;
  total: number;
  status: string;
  biller_id: string;
  ref1: string;
  ref2: string;
  receipt_number: string | null;
  paid_at: Date | null;
}

/** A card whose fee is due, with its bill. */
export async function billedCard(running: TestRegistrar, facts?: Record<string, unknown>): Promise<BillRow> {
  const id = await submitCard(running, facts);
  await approveCard(running, id);
  await carryOut(running, [new BillClerk(running.library, running.registrar, running.calendar)]);
  return billOf(running, id);
}

/** @throws when there is no bill. */
export async function billOf({ source }: TestRegistrar, applicationId: string): Promise<BillRow> {
  const [bill]: BillRow[] = await source.query(`SELECT * FROM bill WHERE application_id = $1`, [applicationId]);
  if (!bill) throw new Error('There is no bill.');
  return bill;
}

/** What the bank tells when the bill was paid as it should be. */
export function paymentOf({ biller_id, ref1, ref2, total }: BillRow, more: Partial<PaymentConfirmation> = {}): PaymentConfirmation {
  return { transactionId: `TX-${ref1}`, billerId: biller_id, ref1, ref2, amount: total, raw: { channel: 'spec' }, ...more };
}
