import { holdsIn } from '@anuyat/access';
import { Refusal, type PersonActor, type RecordDelivery } from '@anuyat/contract';
import { actorRecord } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { notifiedAt } from './deliveries';

/**
 * Records how else an order reached the applicant: by post, in person, by publication (Administrative Procedure Act B.E. 2539 ss.69-74).
 * The time to appeal runs from the first delivery that counts. Only those who decide in the order's office record it.
 * @throws Refusal `not-found`, `not-allowed`, `answers-invalid` for a moment that is yet to come.
 */
export async function recordDelivery(tx: EntityManager, actor: PersonActor, orderId: string, { kind, sentAt }: RecordDelivery): Promise<void> {
  const [order]: { office: string; decided_at: Date; now: Date }[] = await tx.query(`SELECT office, decided_at, clock_timestamp() AS now FROM decision_order WHERE id = $1`, [orderId]);
  if (!order || !holdsIn(actor, order.office)) throw new Refusal('not-found');
  if (!holdsIn(actor, order.office, 'approve')) throw new Refusal('not-allowed');
  const sent = new Date(sentAt);
  if (sent > order.now || sent < order.decided_at) {
    throw new Refusal('answers-invalid', { fields: [{ path: 'sentAt', code: 'out-of-range', message: { th: 'ต้องอยู่ระหว่างวันที่ออกคำสั่งกับขณะนี้', en: 'It has to be between the day of the order and now.' } }] });
  }
  await tx.query(`INSERT INTO delivery (id, order_id, kind, sent_at, notified_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6)`, [
    uuidv7(), orderId, kind, sent, notifiedAt(kind, sent), JSON.stringify(actorRecord(actor)),
  ]);
}
