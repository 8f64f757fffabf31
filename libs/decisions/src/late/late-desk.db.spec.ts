import { Refusal, type Actor } from '@anuyat/contract';
import { answers, ask, carryOut, deskOfficer, reader, send, startTestRegistrar, stranger, submitCard, submitCase, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { OrderWriter } from '../order-writer';
import { LateDesk } from './late-desk';
import { readLateAnswers } from './late-reader';

let running: TestRegistrar;
let desk: LateDesk;
const timekeeper: Actor = { kind: 'portal', job: 'timekeeper' };
const wanted = { note: 'โปรดแก้', items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }] };
const answer = { changes: { 'reader.age': 31 }, note: 'อายุ 31 ปี' };

beforeAll(async () => {
  running = await startTestRegistrar('late-spec');
  desk = new LateDesk(running);
});
afterAll(() => running.close());

const caseOf = async (id: string): Promise<string> => (await running.source.query(`SELECT case_id FROM application WHERE id = $1`, [id]))[0].case_id;
const refusalOf = (work: Promise<unknown>) => work.then(() => { throw new Error('It was taken.'); }, (error: unknown) => error as Refusal);

/** Sends an applicant's event that the door refuses, and gives what the late desk makes of it. */
async function late(id: string, type: string, data: Record<string, unknown>): Promise<Refusal> {
  const refused = await refusalOf(send(running, id, type, reader, { data }));
  return desk.explain(reader, id, { type, data }, refused);
}

async function lapsedCard(): Promise<string> {
  const id = await submitCard(running);
  await ask(running, id, 'desk', deskOfficer, { data: wanted });
  await send(running, id, 'desk.lapsed', timekeeper);
  await carryOut(running, [new OrderWriter(running.library)]);
  return id;
}

describe('what comes after its clock has ended', () => {
  it('an answer is told which time ended, when, by which law, and what can be done: file again, or appeal', async () => {
    const refusal = await late(await lapsedCard(), 'desk.answered', answer);
    expect(refusal.code).toBe('too-late');
    expect(refusal.details.detail?.en).toMatch(/^The time to answer the defect notice \(Licensing Facilitation Act B\.E\. 2558 ss\.8, 9\) ended on \d+ \w+ \d{4}\..* kept on the case’s page\. You can file again at once.* Or appeal to the officer who made this order within 15 days, until .* s\.44\)\..* no fault of yours .* s\.66\)\.$/s);
    expect(refusal.details.detail?.th).toMatch(/มาตรา 8 และ 9\) สิ้นสุดเมื่อวันที่ .*ยื่นใหม่ได้ทันที.*หรืออุทธรณ์คำสั่งต่อเจ้าหน้าที่ผู้ออกคำสั่งนี้ ภายใน 15 วัน/s);
    expect(refusal.details.next?.map(({ title }) => title.en)).toEqual(['File again with everything kept', 'Appeal against the order']);
  });

  it('what was typed is kept once, word for word, and changes nothing of the application', async () => {
    const id = await lapsedCard();
    const [before] = await running.source.query(`SELECT revision, state FROM application WHERE id = $1`, [id]);
    await late(id, 'desk.answered', answer);
    await late(id, 'desk.answered', answer);
    expect(await readLateAnswers(running, { caseId: await caseOf(id) })).toMatchObject([
      { applicationId: id, lane: 'desk', words: 'อายุ 31 ปี', changes: [{ path: 'reader.age', title: { en: 'Age' }, value: 31 }] },
    ]);
    expect((await running.source.query(`SELECT revision, state FROM application WHERE id = $1`, [id]))[0]).toEqual(before);
  });

  it('the answers to all notices of a case meet the same', async () => {
    const id = await lapsedCard();
    const caseId = await caseOf(id);
    const refusal = await desk.explainAnswers(reader, caseId, answer, new Refusal('event-not-accepted', { accepts: [] }));
    expect(refusal.code).toBe('too-late');
    expect(await readLateAnswers(running, { caseId })).toHaveLength(1);
    expect((await desk.explainAnswers(stranger, caseId, answer, new Refusal('event-not-accepted'))).code).toBe('event-not-accepted');
  });

  it('what answers one returned application while another of its case still waits is kept, and the other’s answer goes on', async () => {
    const { caseId, opened } = await submitCase(running, answers, 2);
    const [lapsed = '', waiting = ''] = opened.map(({ applicationId }) => applicationId);
    await ask(running, lapsed, 'desk', deskOfficer, { data: wanted });
    await send(running, lapsed, 'desk.lapsed', timekeeper);
    await ask(running, waiting, 'vault', vaultOfficer, { data: { items: [{ kind: 'fact', target: 'wish.purpose', message: 'ไม่ชัด' }] } });
    const body = { changes: { 'reader.age': 31, 'wish.purpose': 'research' }, note: 'แก้แล้ว' };
    expect(await desk.setAside(stranger, caseId, body)).toEqual(body);
    expect(await desk.setAside(reader, caseId, body)).toEqual({ changes: { 'wish.purpose': 'research' }, note: 'แก้แล้ว' });
    await desk.setAside(reader, caseId, body);
    expect(await readLateAnswers(running, { caseId })).toMatchObject([{ applicationId: lapsed, lane: 'desk', words: 'แก้แล้ว', changes: [{ path: 'reader.age', value: 31 }] }]);
    expect((await running.source.query(`SELECT status FROM application WHERE id = $1`, [waiting]))[0].status).toBe('awaiting-answer');
  });

  it('an answer to an intended refusal is kept for the office, which decides all the same', async () => {
    const id = await submitCard(running);
    await send(running, id, 'desk.accepted', deskOfficer);
    await send(running, id, 'desk.refusalIntended', deskOfficer, { data: { facts: 'ก', law: 'ข', considerations: 'ค' } });
    await send(running, id, 'desk.hearingLapsed', timekeeper);
    const refusal = await late(id, 'desk.heard', { words: 'มีหนังสือรับรอง' });
    expect(refusal.details.detail?.en).toMatch(/Administrative Procedure Act B\.E\. 2539 s\.30\) ended on .* may still weigh it\.$/s);
    expect(await readLateAnswers(running, { applicationId: id })).toMatchObject([{ lane: 'desk', words: 'มีหนังสือรับรอง' }]);
  });

  it('what others ended says so, and what was never open or was sent before is refused as ever', async () => {
    const id = await submitCard(running);
    expect((await late(id, 'desk.answered', answer)).code).toBe('event-not-accepted');
    await ask(running, id, 'desk', deskOfficer, { data: wanted });
    await send(running, id, 'withdrawn', reader);
    expect((await late(id, 'withdrawn', {})).code).toBe('event-not-accepted');
    expect((await late(id, 'desk.answered', answer)).details.detail?.en).toContain('with “Application withdrawn”');
  });
});
