import { Refusal, type FileAppeal } from '@anuyat/contract';
import { appealRules } from '@anuyat/dictionary/reference';
import { defineAppeal } from '@anuyat/licence-kit';
import { verifyHistory } from '@anuyat/registrar';
import { answers, ask, carryOut, deskOfficer, reader, refuse, send, startTestRegistrar, stranger, submitCase, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { uuidv7 } from 'uuidv7';
import { AppealCarrier } from './appeal-carrier';
import { LateDesk } from './late/late-desk';
import { readLateAnswers } from './late/late-reader';
import { AppealDesk } from './appeal-desk';
import { OrderPress } from './order-press';
import { OrderReader } from './order-reader';
import { OrderWriter } from './order-writer';

let running: TestRegistrar;
let desk: AppealDesk;
const texts = { title: 'Appeal', summary: 'Appeal', 'lanes.issuer': 'Issuer', 'lanes.superior': 'Superior' };
const reasons = { facts: 'มีหนังสือครบ', law: 'ข้อ 2', considerations: 'คำสั่งคลาดเคลื่อน' };
const superior = { ...deskOfficer, accountId: '77777777-7777-4777-8777-777777777777', offices: [{ code: 'bma-10-appeals', permissions: ['review' as const, 'approve' as const] }] };

beforeAll(async () => {
  running = await startTestRegistrar('appeals-spec');
  const general = appealRules.find(({ id }) => id === 'general');
  if (!general) throw new Error('There is no general rule of appeal.');
  const definition = defineAppeal({
    code: general.procedure, version: 1, law: 'commercial-registration', citations: [], superior: general.superior,
    ...(general.issuer ? { issuer: general.issuer } : {}), ...(general.extension ? { extension: general.extension } : {}), texts: { th: texts, en: texts },
  });
  await running.source.transaction((tx) => running.library.publish(tx, 'licence', definition));
  desk = new AppealDesk(running, running.registrar);
});
afterAll(() => running.close());

const carry = () => carryOut(running, [new OrderWriter(running.library), new AppealCarrier(running.library, running.calendar, running.registrar)]);
const appealing = (id: string, more: Partial<FileAppeal> = {}, key = uuidv7()) => desk.file(reader, id, { grounds: 'มีหนังสืออยู่แล้ว', ...more }, key);
const codeOf = async (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));

/** A card that the desk refused, after the vault had approved where that is asked for. */
async function refusedCard({ vaultApproves = false } = {}): Promise<{ id: string; caseId: string }> {
  const { caseId, opened } = await submitCase(running, answers, 1, { place: { province: '10' } });
  const id = opened[0]?.applicationId ?? '';
  if (vaultApproves) {
    await send(running, id, 'vault.accepted', vaultOfficer);
    await send(running, id, 'vault.inspectionPlanned', vaultOfficer, { data: { plannedFor: '2026-12-01T03:00:00Z' } });
    await send(running, id, 'vault.inspectionRecorded', vaultOfficer, { data: { result: 'passed', findings: 'เรียบร้อย' } });
    await send(running, id, 'vault.approved', vaultOfficer);
  }
  await send(running, id, 'desk.accepted', deskOfficer);
  await refuse(running, id, 'desk', deskOfficer);
  await carry();
  return { id, caseId };
}

async function reopenedFrom(appealId: string): Promise<{ id: string; state: unknown }> {
  const [row] = await running.source.query(`SELECT a.id, a.state FROM reopening r JOIN application a ON a.id = r.application_id WHERE r.appeal_id = $1`, [appealId]);
  return row;
}

describe('a refusal', () => {
  it('is a written order: number, officer, reasons, and how, where and until when to appeal', async () => {
    const { id, caseId } = await refusedCard();
    const [order] = await new OrderReader(running).ofCase(caseId);
    expect(order).toMatchObject({
      applicationId: id, kind: 'refusal', outcome: 'refused', officer: { name: { en: 'Desk' } }, facts: 'ก', law: 'ข', considerations: 'ค', mayAppeal: true,
      remedy: { kind: 'appeal', days: 15, citation: { section: '44' }, isOver: false },
    });
    expect(order?.number).toMatch(/^BMA1039REGISTRY-O-\d{4}-\d{5}$/);
    expect(order?.deliveries).toMatchObject([{ kind: 'electronic' }]);
    expect(order?.remedy.until).toBe(running.calendar.dueAt(new Date(order?.notifiedAt ?? ''), 15, 'calendar').toISOString());
    const set: Record<string, unknown>[] = [];
    const press = new OrderPress(running, { set: (_, [input]) => (set.push(JSON.parse(input?.['order'] ?? '{}')), Buffer.from('paper')) });
    const printed = await Promise.all([reader, deskOfficer, stranger].map((actor) => press.find(actor, order?.id ?? '')));
    expect(printed.map((paper) => paper?.number)).toEqual([order?.number, order?.number, undefined]);
    expect(set[0]).toMatchObject({ number: order?.number, holder: 'สมหญิง', facts: 'ก', law: 'ข', considerations: 'ค', subject: { en: 'Refusal: Library card' } });
    await running.source.query(`INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue) SELECT $2, id, case_id, revision, 'writeOrder', '{"kind":"refusal"}', 'decisions' FROM application WHERE id = $1`, [id, uuidv7()]);
    await carry();
    expect(await new OrderReader(running).ofCase(caseId)).toHaveLength(1);
  });
});

describe('an appeal', () => {
  it('is opened once, with the office that made the order and then its superior, under the same door', async () => {
    const { id } = await refusedCard();
    const key = uuidv7();
    const [one, again] = await Promise.all([appealing(id, {}, key), appealing(id, {}, key)]);
    expect(again).toEqual(one);
    expect(await codeOf(appealing(id))).toBe('appeal-not-open');
    expect(await codeOf(desk.file(stranger, id, { grounds: 'ก' }, uuidv7()))).toBe('not-found');
    const [row] = await running.source.query(`SELECT offices #>> '{issuer,office}' AS issuer, offices #>> '{superior,office}' AS superior, state FROM application WHERE id = $1`, [one.applicationId]);
    expect(row).toEqual({ issuer: 'bma-1039-registry', superior: 'bma-10-appeals', state: { value: { review: { issuer: 'considering', superior: 'waiting' } } } });
  });

  it('is not open where nothing was refused', async () => {
    const { opened } = await submitCase(running, answers, 1, { place: { province: '10' } });
    expect(await codeOf(appealing(opened[0]?.applicationId ?? ''))).toBe('appeal-not-open');
  });

  it('to which the office agrees lets the application go on: others’ approvals are carried over, the office decides anew', async () => {
    const { id } = await refusedCard({ vaultApproves: true });
    const { applicationId } = await appealing(id);
    await send(running, applicationId, 'issuer.annulled', deskOfficer, { data: reasons });
    await carry();
    const reopened = await reopenedFrom(applicationId);
    expect(reopened.state).toEqual({ value: { review: { desk: 'reconsidering', vault: 'approved' } } });
    await send(running, reopened.id, 'desk.approved', deskOfficer);
    const [{ status }] = await running.source.query(`SELECT status FROM application WHERE id = $1`, [reopened.id]);
    expect(status).toBe('awaiting-payment');
    for (const [one, code] of [[applicationId, 'appeal'], [reopened.id, 'library-card']] as const) {
      expect(await verifyHistory(running.source, one, running.library.getLicence(code, 1))).toBeUndefined();
    }
  });

  it('that the superior grants counts as approved in the office’s place', async () => {
    const { id } = await refusedCard({ vaultApproves: true });
    const { applicationId } = await appealing(id);
    await send(running, applicationId, 'issuer.sentUp', deskOfficer, { data: { note: 'ยืนยันตามคำสั่งเดิม' } });
    await send(running, applicationId, 'superior.granted', superior, { data: reasons });
    await carry();
    expect((await reopenedFrom(applicationId)).state).toEqual({ value: 'awaitingPayment' });
  });

  it('that is upheld leaves the court, said in the order', async () => {
    const { id, caseId } = await refusedCard();
    const { applicationId } = await appealing(id);
    await send(running, applicationId, 'issuer.overdue', { kind: 'portal', job: 'timekeeper' });
    await send(running, applicationId, 'superior.upheld', superior, { data: reasons });
    await carry();
    const orders = await new OrderReader(running).ofCase(caseId);
    expect(orders.at(-1)).toMatchObject({ kind: 'appeal', outcome: 'upheld', remedy: { kind: 'court', days: 90 }, mayAppeal: false });
    expect(orders[0]?.appeal).toMatchObject({ applicationId, status: 'upheld', reopenedAs: null });
  });

  it('against a return that was no fault of the applicant’s takes the application up again, with the answer that came too late', async () => {
    const { opened } = await submitCase(running, answers, 1, { place: { province: '10' } });
    const id = opened[0]?.applicationId ?? '';
    await ask(running, id, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }] } });
    await send(running, id, 'desk.lapsed', { kind: 'portal', job: 'timekeeper' });
    await carry();
    const data = { changes: { 'reader.age': 31 }, note: 'อยู่โรงพยาบาล' };
    const told = await new LateDesk(running).explain(reader, id, { type: 'desk.answered', data }, new Refusal('event-not-accepted'));
    expect(told.details.detail?.en).toMatch(/no fault of yours .* s\.66\)\.$/);
    expect((await new OrderReader(running).findOf(id))?.considerations).toContain('มาตรา 66');
    const { applicationId } = await appealing(id, { grounds: 'อยู่โรงพยาบาล จึงตอบไม่ทัน' });
    await send(running, applicationId, 'issuer.annulled', deskOfficer, { data: reasons });
    await carry();
    const reopened = await reopenedFrom(applicationId);
    expect(reopened.state).toMatchObject({ value: { review: { desk: 'checking' } } });
    expect(await readLateAnswers(running, { applicationId: reopened.id })).toMatchObject([{ lane: 'desk', words: 'อยู่โรงพยาบาล', changes: [{ path: 'reader.age', value: 31 }] }]);
    expect(await verifyHistory(running.source, reopened.id, running.library.getLicence('library-card', 1))).toBeUndefined();
  });

  it('after its time says so, and is taken for a cause, which the office may admit', async () => {
    const { id } = await refusedCard();
    await running.source.query(
      `INSERT INTO delivery (id, order_id, kind, sent_at, notified_at, recorded_by) SELECT $2, id, 'post', '2026-01-05', '2026-01-12', '{}' FROM decision_order WHERE application_id = $1`,
      [id, uuidv7()],
    );
    expect(await codeOf(appealing(id))).toBe('appeal-late');
    const { applicationId, isLate } = await appealing(id, { lateBecause: 'ป่วยอยู่โรงพยาบาล' });
    expect(isLate).toBe(true);
    expect(await codeOf(send(running, applicationId, 'issuer.sentUp', deskOfficer, { data: { note: 'ก' } }))).toBe('event-not-accepted');
    await send(running, applicationId, 'issuer.admitted', deskOfficer, { data: { note: 'มีใบรับรองแพทย์' } });
    await send(running, applicationId, 'issuer.sentUp', deskOfficer, { data: { note: 'ก' } });
  });
});
