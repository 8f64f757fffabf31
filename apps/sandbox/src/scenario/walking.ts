import { setTimeout as wait } from 'node:timers/promises';
import type { CaseView, EventReply, LicenceStanding, LicenceVerification, QuestionView } from '@anuyat/contract';
import { ENDED, getFactAt, awaitsAnswer } from '@anuyat/licence-kit';
import { decideLane, type Officers, type Wish } from './deciding';
import { paperFor } from './papers';
import type { Visitor } from './visitor';

export type Tell = (line: string) => void;

const PAUSE_MS = 60;
const PATIENCE_MS = 60_000;

/**
 * Walks a submitted case to its end: officers decide, the applicant answers and pays, licences are verified.
 * @throws when nothing moves any more though something is still to be done.
 */
export async function walkCase(applicant: Visitor, caseId: string, officers: Officers, wish: Wish, tell: Tell): Promise<CaseView> {
  let quietSince = Date.now();
  for (;;) {
    const file = await applicant.get<CaseView>(`/api/cases/${caseId}`);
    const open = file.details.filter(({ status }) => !ENDED.includes(status));
    const left = open.filter(({ lanes, status }) => (wish.isUnanswered && status === 'awaiting-answer') || (status !== 'waiting' && lanes.some(({ id, verdict }) => verdict === null && wish.leaves?.includes(id))));
    const waitsOnPurpose = left.length > 0 && open.every((application) => application.status === 'waiting' || left.includes(application));
    if (open.length === 0 || (waitsOnPurpose && Date.now() - quietSince > 1_500)) return file;
    const didSomething = (await moveLanes(file, officers, wish, tell)) || (await answerHearing(applicant, file, tell)) || (await answerAndPay(applicant, file, wish, tell));
    if (didSomething) quietSince = Date.now();
    else if (Date.now() - quietSince > PATIENCE_MS) throw new Error(`Nothing moves any more: ${JSON.stringify(open.map(({ number, status }) => [number, status]))}`);
    await wait(PAUSE_MS);
  }
}

async function moveLanes(file: CaseView, officers: Officers, wish: Wish, tell: Tell): Promise<boolean> {
  let moved = false;
  for (const application of file.details.filter(({ status }) => status === 'in-review' || status === 'awaiting-answer')) {
    for (const lane of application.lanes) {
      const done = await decideLane(officers, file, application.id, lane, wish);
      if (!done) continue;
      moved = true;
      tell(`${application.number}  ${lane.office.title.en.padEnd(58)} ${done}`);
    }
  }
  return moved;
}

/** Before anything is refused the applicant is heard. */
async function answerHearing(applicant: Visitor, file: CaseView, tell: Tell): Promise<boolean> {
  const hearing = file.hearings.find(({ isOpen }) => isOpen);
  if (!hearing) return false;
  await applicant.post<EventReply>(`/api/applications/${hearing.applicationId}/events`, { type: `${hearing.lane}.heard`, data: { words: 'ได้ปรับปรุงสถานที่ตามที่แจ้งแล้ว ขอให้พิจารณาอีกครั้ง' } });
  tell(`${numberOf(file, hearing.applicationId)}  ${'applicant'.padEnd(58)} ${hearing.lane}.heard`);
  return true;
}

async function answerAndPay(applicant: Visitor, file: CaseView, wish: Wish, tell: Tell): Promise<boolean> {
  const question = file.questions.find(({ answeredAt, applicationId, lane }) => answeredAt === null && isAsked(file, applicationId, lane));
  if (question && !wish.isUnanswered) {
    await answer(applicant, file, question);
    tell(`${numberOf(file, question.applicationId)}  ${'applicant'.padEnd(58)} ${question.lane}.answered`);
    return true;
  }
  const bill = file.bills.find(({ status }) => status === 'due');
  if (!bill?.sandboxPayUrl) return false;
  const { origin, searchParams } = new URL(bill.sandboxPayUrl);
  const paid = await fetch(`${origin}/bank/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(Object.fromEntries(searchParams)),
  });
  if (!paid.ok) throw new Error(`The bank did not take the payment: ${paid.status} ${await paid.text()}`);
  tell(`${numberOf(file, bill.applicationId)}  ${'applicant'.padEnd(58)} paid ${(bill.total / 100).toFixed(2)} baht`);
  await untilPaid(applicant, file.id, bill.id);
  return true;
}

async function untilPaid(applicant: Visitor, caseId: string, billId: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(PAUSE_MS)) {
    const { bills } = await applicant.get<CaseView>(`/api/cases/${caseId}`);
    if (bills.find(({ id }) => id === billId)?.status === 'paid') return;
  }
  throw new Error('The payment was not confirmed.');
}

async function answer(applicant: Visitor, file: CaseView, question: QuestionView): Promise<void> {
  const changes: Record<string, unknown> = {};
  for (const { kind, target } of question.items) {
    if (kind === 'document') await applicant.upload(`/api/cases/${file.id}/documents`, target, paperFor(target, ['application/pdf']));
    else changes[target] = retold(getFactAt(file.answers, target));
  }
  await applicant.post<EventReply>(`/api/applications/${question.applicationId}/events`, { type: `${question.lane}.answered`, data: { changes, note: 'แก้ไขแล้ว' } });
}

/** The same fact, told anew: words get a remark, everything else stays. */
function retold(value: unknown): unknown {
  return typeof value === 'string' && /\s/.test(value) ? `${value} (ยืนยันแล้ว)` : value;
}

function isAsked(file: CaseView, applicationId: string, lane: string): boolean {
  return file.details.some(({ id, lanes }) => id === applicationId && lanes.some((each) => each.id === lane && awaitsAnswer(each.state)));
}

function numberOf(file: CaseView, applicationId: string): string {
  return file.details.find(({ id }) => id === applicationId)?.number ?? '';
}

/** A licence that expires soon holds until then. */
const IN_FORCE: readonly LicenceStanding[] = ['valid', 'expiring'];

/** Verifies every licence of a case as a stranger would. @throws when one does not verify. */
export async function verifyLicences(portal: string, file: CaseView, tell: Tell): Promise<void> {
  for (const { number } of file.licences) {
    const verification = (await (await fetch(`${portal}/api/licences/${encodeURIComponent(number)}/verify`)).json()) as LicenceVerification;
    if (!verification.isFound || !verification.licence || !IN_FORCE.includes(verification.licence.status)) throw new Error(`${number} does not verify: ${verification.licence?.status ?? 'not found'}.`);
    tell(`${number}  valid${verification.licence.validUntil ? ` until ${verification.licence.validUntil}` : ''}  ${portal}/verify/${number}`);
  }
}
