import { addDays, bangkokDate } from '@anuyat/dictionary';

/** How an order reaches a person (Administrative Procedure Act B.E. 2539 ss.69-74). */
export type DeliveryKind = 'electronic' | 'in-person' | 'post' | 'post-abroad' | 'publication';

/** Days after which an order counts as notified: post inland 7, abroad 15 (s.71), publication 15 (s.73); at once in person (s.70) and electronically (s.74). */
const days: Record<DeliveryKind, number> = { electronic: 0, 'in-person': 0, post: 7, 'post-abroad': 15, publication: 15 };

/** When an order that was sent at a moment counts as notified: the law's presumption, so holidays do not move it. */
export function notifiedAt(kind: DeliveryKind, sentAt: Date): Date {
  if (days[kind] === 0) return sentAt;
  return new Date(`${addDays(bangkokDate(sentAt), days[kind])}T00:00:00.000+07:00`);
}
