import type { PersonActor, Refusal } from '@anuyat/contract';
import { verifyHistory } from '@anuyat/registrar';
import { carryOut, deskOfficer, reader, send, startTestRegistrar, stranger, submitCase, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { lanesOf } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { AnswerDesk } from './answer-desk';
import { DefectClerk } from './defect-clerk';
import { readGathering } from './gathering';
import { readDefectNotices } from './notice-book';

let running: TestRegistrar;
let clerk: DefectClerk;
let desk: AnswerDesk;

beforeAll(async () => {
  running = await startTestRegistrar('defects-spec');
  clerk = new DefectClerk(running.library, running.registrar);
  desk = new AnswerDesk(running.source, running.library, running.registrar);
});
afterAll(() => running.close());

const age = { items: [{ kind: 'fact', target: 'reader.age', message: 'อายุไม่ตรง' }], note: 'โปรดตรวจ' };
const purpose = { items: [{ kind: 'fact', target: 'wish.purpose', message: 'ใช้ทำอะไร' }] };
const demand = { ...age, ground: 'new-facts', reason: 'คำตอบขัดกับทะเบียน' };
const supervisor: PersonActor = { ...deskOfficer, accountId: '66666666-6666-4666-8666-666666666666', offices: [{ code: 'bma-1039-registry', permissions: ['review', 'supervise'] }] };

const refusalOf = (work: Promise<unknown>): Promise<Refusal> => work.then(() => { throw new Error('It was taken.'); }, (error: unknown) => error as Refusal);

async function newCase(cards = 1): Promise<{ caseId: string; ids: string[] }> {
  const { caseId, opened } = await submitCase(running, undefined, cards);
  return { caseId, ids: opened.map(({ applicationId }) => applicationId) };
}

async function lanes(id: string): Promise<Record<string, string>> {
  const [row]: { state: { value: Parameters<typeof lanesOf>[0] } }[] = await running.source.query(`SELECT state FROM application WHERE id = $1`, [id]);
  return lanesOf(row?.state.value ?? '');
}

const notices = (caseId: string) => readDefectNotices(running.source, caseId);
const gather = () => carryOut(running, [clerk]);
const endWindows = (caseId: string) => running.source.query(
  `UPDATE timer t SET due_at = now() - interval '1 minute' FROM application a WHERE a.id = t.application_id AND a.case_id = $1 AND t.name LIKE '%.window'`, [caseId]);

describe('what the lanes of a case find', () => {
  it('waits for the others, on the office’s own time, and is told in one notice when the last has looked', async () => {
    const { caseId, ids: [first = '', second = ''] } = await newCase(2);
    await send(running, first, 'desk.asked', deskOfficer, { data: age });
    await send(running, second, 'vault.asked', vaultOfficer, { data: purpose });
    await gather();
    expect(await lanes(first)).toMatchObject({ desk: 'found', vault: 'checking' });
    expect(await notices(caseId)).toEqual([]);
    expect(await readGathering(running.source, running.library, caseId)).toMatchObject({ waitsFor: 2, found: 2, until: expect.any(String) });
    const [clock] = await running.source.query(`SELECT stopped_at FROM timer WHERE application_id = $1 AND name = 'desk.due'`, [first]);
    expect(clock.stopped_at).toBeNull();

    await send(running, first, 'vault.accepted', vaultOfficer);
    await send(running, second, 'desk.accepted', deskOfficer);
    await gather();
    expect([await lanes(first), await lanes(second)]).toEqual([{ desk: 'asked', vault: 'planning' }, { desk: 'considering', vault: 'asked' }]);
    const [notice, ...others] = await notices(caseId);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ isSecond: false, ground: null, parts: [{ lane: 'desk', note: 'โปรดตรวจ', items: [{ target: 'reader.age', title: { en: 'Age' } }] }, { lane: 'vault', items: [{ target: 'wish.purpose' }] }] });
    const [stopped] = await running.source.query(`SELECT stopped_at FROM timer WHERE application_id = $1 AND name = 'desk.due'`, [first]);
    expect(stopped.stopped_at).not.toBeNull();
    for (const id of [first, second]) expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
  });

  it('may be changed, or taken back, until it is told', async () => {
    const { caseId, ids: [id = ''] } = await newCase();
    await send(running, id, 'desk.asked', deskOfficer, { data: age });
    await send(running, id, 'desk.asked', deskOfficer, { data: { items: [...age.items, { kind: 'fact', target: 'reader.name', message: 'ชื่อ' }] } });
    await send(running, id, 'vault.asked', vaultOfficer, { data: purpose });
    await send(running, id, 'vault.accepted', vaultOfficer);
    await gather();
    expect((await notices(caseId)).map(({ parts }) => parts.map(({ lane, items }) => [lane, items.length]))).toEqual([[['desk', 2]]]);
  });

  it('is told when the shared time is over, and who has not looked by then may only demand', async () => {
    const { caseId, ids: [id = ''] } = await newCase();
    await send(running, id, 'desk.asked', deskOfficer, { data: age });
    await endWindows(caseId);
    await running.registrar.receiveMany([{ applicationId: id, type: 'vault.windowEnded', actor: { kind: 'portal', job: 'timekeeper' }, timer: { name: 'vault.window', setByRevision: 1 } }]);
    await gather();
    expect(await lanes(id)).toEqual({ desk: 'asked', vault: 'checkingLate' });
    expect(await notices(caseId)).toHaveLength(1);
    expect((await refusalOf(send(running, id, 'vault.asked', vaultOfficer, { data: purpose }))).code).toBe('second-demand');
  });

  it('is told once when two lanes finish at once, and the window ends at the same moment', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => newCase(2)));
    await Promise.all(cases.flatMap(({ ids }) => ids.map((id) => send(running, id, 'desk.asked', deskOfficer, { data: age }))));
    await Promise.all(cases.map(({ caseId }) => endWindows(caseId)));
    const ring = (id: string) => running.registrar.receive({ applicationId: id, type: 'vault.windowEnded', actor: { kind: 'portal', job: 'timekeeper' }, timer: { name: 'vault.window', setByRevision: 1 } });
    const moves = cases.flatMap(({ ids: [first = '', second = ''] }) => [send(running, first, 'vault.accepted', vaultOfficer), ring(second), gather(), gather()]);
    for (const outcome of await Promise.allSettled(moves)) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'event-not-accepted' });
    await gather();
    for (const { caseId, ids } of cases) {
      expect((await notices(caseId)).map(({ parts }) => parts.length)).toEqual([2]);
      for (const id of ids) expect((await lanes(id))['desk']).toBe('asked');
    }
  });
});

describe('the applicant', () => {
  async function toldCase(): Promise<{ caseId: string; ids: string[] }> {
    const made = await newCase(2);
    const [first = '', second = ''] = made.ids;
    await send(running, first, 'desk.asked', deskOfficer, { data: age });
    await send(running, second, 'vault.asked', vaultOfficer, { data: purpose });
    await send(running, first, 'vault.accepted', vaultOfficer);
    await send(running, second, 'desk.accepted', deskOfficer);
    await gather();
    return made;
  }

  it('answers all offices in one go, once for a key', async () => {
    const { caseId, ids: [first = '', second = ''] } = await toldCase();
    const changes = { 'reader.age': 31, 'wish.purpose': 'pleasure' };
    const received = await desk.answer(reader, caseId, { changes }, 'one-go');
    expect(received).toHaveLength(2);
    expect(await desk.answer(reader, caseId, { changes }, 'one-go')).toHaveLength(2);
    expect([(await lanes(first))['desk'], (await lanes(second))['vault']]).toEqual(['rechecking', 'rechecking']);
  });

  it('is told all that is wrong or missing, and nothing is taken', async () => {
    const { caseId, ids: [first = ''] } = await toldCase();
    const wrong = await refusalOf(desk.answer(reader, caseId, { changes: { 'reader.age': 3 } }, 'wrong'));
    expect(wrong.details.fields).toEqual([expect.objectContaining({ path: 'reader.age' })]);
    const stray = await refusalOf(desk.answer(reader, caseId, { changes: { 'reader.name': 'อื่น' } }, 'stray'));
    expect(stray.details.fields?.[0]).toMatchObject({ path: 'reader.name', code: 'not-asked' });
    expect((await refusalOf(desk.answer(stranger, caseId, { changes: {} }, 'foreign'))).code).toBe('not-found');
    expect((await lanes(first))['desk']).toBe('asked');
  });
});

describe('a second demand', () => {
  async function answered(): Promise<{ caseId: string; id: string }> {
    const { caseId, ids: [id = ''] } = await newCase();
    await send(running, id, 'desk.asked', deskOfficer, { data: age });
    await send(running, id, 'vault.accepted', vaultOfficer);
    await gather();
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    return { caseId, id };
  }

  it('needs a ground of the law', async () => {
    const { id } = await answered();
    expect((await refusalOf(send(running, id, 'desk.asked', deskOfficer, { data: age }))).code).toBe('second-demand');
    const groundless = await refusalOf(send(running, id, 'desk.demanded', deskOfficer, { data: { ...age, reason: 'อยากได้' } }));
    expect(groundless.details.fields?.[0]?.path).toBe('data.ground');
    const unlisted = await refusalOf(send(running, id, 'desk.demanded', deskOfficer, { data: { ...demand, items: [{ kind: 'document', target: 'letter', message: 'ขอ' }] } }));
    expect(unlisted.details.fields?.[0]).toMatchObject({ path: 'data.items.0.target', code: 'not-in-manual' });
  });

  it('needs a supervisor, who is somebody else, and is told by a notice of its own', async () => {
    const { caseId, id } = await answered();
    await send(running, id, 'desk.demanded', deskOfficer, { data: demand });
    expect((await refusalOf(send(running, id, 'desk.demandApproved', deskOfficer))).code).toBe('not-allowed');
    const both = { ...deskOfficer, offices: supervisor.offices };
    expect((await refusalOf(send(running, id, 'desk.demandApproved', both))).code).toBe('not-allowed');
    const standIn: PersonActor = { ...supervisor, accountId: '67676767-6666-4666-8666-666666666666', offices: [{ code: 'bma-1039-registry', permissions: ['supervise'], standsInFor: { accountId: deskOfficer.accountId, name: deskOfficer.name } }] };
    expect((await refusalOf(send(running, id, 'desk.demandApproved', standIn))).code).toBe('not-allowed');
    await send(running, id, 'desk.demandApproved', supervisor);
    await gather();
    expect((await notices(caseId)).map(({ isSecond, ground, reason }) => [isSecond, ground?.code ?? null, reason])).toEqual([[false, null, null], [true, 'new-facts', 'คำตอบขัดกับทะเบียน']]);
    expect((await lanes(id))['desk']).toBe('askedAgain');
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 32 } } });
    expect((await refusalOf(send(running, id, 'desk.demanded', deskOfficer, { data: demand }))).code).toBe('event-not-accepted');
    expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
  });

  it('that the supervisor declines leaves the office with the file as it is', async () => {
    const { caseId, id } = await answered();
    await send(running, id, 'desk.demanded', deskOfficer, { data: demand });
    await send(running, id, 'desk.demandDeclined', supervisor, { data: { note: 'ไม่มีเหตุ' } });
    await gather();
    expect((await lanes(id))['desk']).toBe('rechecking');
    expect(await notices(caseId)).toHaveLength(1);
  });
});
