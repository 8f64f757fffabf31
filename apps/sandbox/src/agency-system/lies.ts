import { randomUUID } from 'node:crypto';
import type { Problem, TaskView } from '@anuyat/contract';
import type { Answer, PortalLine } from './portal-line';

/** A lie, and how the portal took it. */
export interface Lie {
  what: string;
  status: number;
  code: string;
}

/**
 * What a system that lies tries with a task: decisions on what is not its own, old signatures, another application's signature, events that are
 * not due, data of the wrong shape, officers that nobody has.
 */
export async function tellLies(line: PortalLine, { application, lane, acts }: TaskView): Promise<Lie[]> {
  const events = `/api/applications/${application.id}/events`;
  const foreign = `/api/applications/${randomUUID()}/events`;
  const officer = { accountId: randomUUID(), position: 'ผู้อำนวยการที่ไม่มีอยู่จริง' };
  const notDue = [`${lane}.approved`, `${lane}.inspectionRecorded`, `${lane}.accepted`].find((type) => !acts.some(({ event }) => event === type)) ?? `${lane}.approved`;
  const nonce = randomUUID();
  await line.send('GET', '/api/system', undefined, undefined, { nonce });
  const tried: [string, () => Promise<Answer<Problem>>][] = [
    ['a task that is not its own', () => line.get(`/api/tasks/${randomUUID()}`)],
    ['a decision on an application that is not its own', () => line.post(foreign, { type: `${lane}.approved`, data: {}, officer })],
    ['an old signature again', () => line.send('GET', '/api/system', undefined, undefined, { nonce })],
    ['the signature of another application', () => line.send('POST', foreign, { type: `${lane}.accepted`, data: {} }, randomUUID(), { instead: { path: events } })],
    ['another body than the one that was signed', () => line.send('POST', events, { type: 'x.y' }, randomUUID(), { instead: { body: JSON.stringify({ type: `${lane}.approved`, data: {}, officer }) } })],
    ['an event that is not due', () => line.post(events, { type: notDue, revision: application.revision, data: notDue.endsWith('Recorded') ? { result: 'passed', findings: 'x' } : {} })],
    ['a decision that nobody took', () => line.post(events, { type: `${lane}.approved`, data: {} })],
    ['a decision of somebody who is no officer', () => line.post(events, { type: `${lane}.approved`, data: {}, officer })],
    ['data of the wrong shape', () => line.post(events, { type: `${lane}.accepted`, data: { note: 5, verdict: 'approved' }, revision: application.revision })],
    ['what only the portal says', () => line.post(events, { type: 'fee.paid', data: {} })],
    ['what only the applicant says', () => line.post(events, { type: 'withdrawn', data: {} })],
    ['another office’s lane', () => line.post(events, { type: 'nowhere.approved', data: {}, officer })],
  ];
  const lies: Lie[] = [];
  for (const [what, tell] of tried) {
    const { status, body } = await tell();
    lies.push({ what, status, code: status < 300 ? 'taken' : body.code });
  }
  return lies;
}
