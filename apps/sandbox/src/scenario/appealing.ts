import { setTimeout as wait } from 'node:timers/promises';
import type { CaseView, FiledAppeal, WrittenOrder } from '@anuyat/contract';
import type { Officers } from './deciding';
import type { Visitor } from './visitor';
import { walkCase, type Tell } from './walking';

const PAUSE_MS = 100;
const PATIENCE_MS = 60_000;

/**
 * Appeals against the refusal in an ended case and walks on: the body that decides on the appeal takes the order back, what was refused
 * is opened anew, and the offices decide again. @throws when there is no order to appeal against, or nothing comes of the appeal.
 */
export async function appealAndWalk(applicant: Visitor, caseId: string, officers: Officers, tell: Tell): Promise<CaseView> {
  const order = await untilOrder(applicant, caseId, ({ mayAppeal }) => mayAppeal, 'an order may be appealed against');
  tell(`${order.number}  order of ${order.office.title.en}`);
  const filed = await applicant.post<FiledAppeal>(`/api/applications/${order.applicationId}/appeals`, {
    grounds: 'ได้ปรับปรุงสถานที่ครบถ้วนตามที่แจ้งในการโต้แย้งแล้ว แต่คำสั่งไม่ได้พิจารณาข้อนี้', request: 'ขอให้เพิกถอนคำสั่งและพิจารณาใหม่',
  });
  tell(`${filed.number}  ${'applicant'.padEnd(58)} appealed`);
  await walkCase(applicant, caseId, officers, {}, tell);
  const { appeal } = await untilOrder(applicant, caseId, ({ id, appeal: against }) => id === order.id && against?.reopenedAs != null, 'what was refused is opened anew');
  tell(`${appeal?.number}  ${appeal?.status}, opened anew`);
  return walkCase(applicant, caseId, officers, {}, tell);
}

async function untilOrder(applicant: Visitor, caseId: string, isIt: (order: WrittenOrder) => boolean, what: string): Promise<WrittenOrder> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(PAUSE_MS)) {
    const { orders } = await applicant.get<CaseView>(`/api/cases/${caseId}`);
    const order = orders.find(isIt);
    if (order) return order;
  }
  throw new Error(`Waited in vain until ${what}.`);
}
