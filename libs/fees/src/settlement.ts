import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import type { Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import type { Invoice, LockedBill } from './invoice';

const PAID = { fee: 'fee.paid', supplement: 'fee.supplemented', annual: 'annual.paid' } as const;

/**
 * Settles everything that a payment was for: each bill with its own receipt and its line in the ledger, each application with its event,
 * all in the payment's transaction. Offices in their order, so that two payments never wait for each other's receipt numbers.
 */
export async function settle(tx: EntityManager, registrar: Pick<Registrar, 'receiveWithin'>, { jointId, bills }: Invoice, transactionId: string): Promise<void> {
  const inOrder = bills.toSorted((a, b) => a.office.localeCompare(b.office) || a.id.localeCompare(b.id));
  for (const bill of inOrder) {
    const receipt = await nextReceipt(tx, bill);
    await tx.query(`UPDATE bill SET status = 'paid', paid_at = $2, receipt_number = $3 WHERE id = $1`, [bill.id, bill.now, receipt]);
    await tx.query(
      `INSERT INTO fee_ledger (bill_id, transaction_id, office, agency, amount, receipt_number, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [bill.id, transactionId, bill.office, bill.agency, bill.total, receipt, bill.now],
    );
    if (bill.is_living) await registrar.receiveWithin(await clientOf(tx), {
      applicationId: bill.application_id,
      type: PAID[bill.kind],
      data: { transactionId, receipt },
      actor: { kind: 'portal', job: 'cashier' },
      key: `payment:${transactionId}:${bill.id}`,
    });
  }
  if (jointId) await tx.query(`UPDATE joint_payment SET status = 'paid', paid_at = clock_timestamp() WHERE id = $1`, [jointId]);
  await cancelJoint(tx, bills.map(({ id }) => id));
}

/** A payment for several bills is no longer asked for when one of them was paid or cancelled by itself. */
export async function cancelJoint(tx: EntityManager, billIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE joint_payment SET status = 'cancelled'
      WHERE status = 'due' AND id IN (SELECT joint_id FROM joint_payment_bill WHERE bill_id = ANY($1))`,
    [billIds],
  );
}

/** Receipt numbers are gapless by office and Buddhist year: the counter moves in the payment's own transaction. */
async function nextReceipt(tx: EntityManager, { office, now }: LockedBill): Promise<string> {
  const year = Number(bangkokDate(now).slice(0, 4)) + 543;
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO number_series AS s (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [`receipt:${office}:${year}`],
  );
  if (!row) throw new Error('The number series gave nothing.');
  return `R-${office.toUpperCase()}-${year}-${String(row.last).padStart(6, '0')}`;
}
