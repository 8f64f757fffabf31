import { libraryCard, silentCard } from '@anuyat/licence-kit/testing';
import { readApplications, readDossiers, timelineOf, verifyHistory, type Reception } from '@anuyat/registrar';
import { ask, approveCard, deskOfficer, reader, send, startTestRegistrar, submitCard, submitCase, type TestRegistrar } from '@anuyat/registrar/testing';
import { Timekeeper } from './timekeeper';

let running: TestRegistrar;
let failures: Error[] = [];

beforeAll(async () => {
  running = await startTestRegistrar('timekeeper-spec');
});
beforeEach(() => {
  failures = [];
});
afterEach(async () => {
  await running.source.query(`UPDATE timer SET stopped_at = now() WHERE stopped_at IS NULL`);
});
afterAll(() => running.close());

const timekeeper = (registrar: Pick<TestRegistrar['registrar'], 'receiveMany'> = running.registrar) => new Timekeeper(running.source, registrar, (error) => failures.push(error));
const items = [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }];

/** As if so much time had gone by for a clock. */
async function letPass(ids: string | string[], name: string, interval = '1 second'): Promise<void> {
  await running.source.query(`UPDATE timer SET due_at = now() - $3::interval WHERE application_id = ANY($1) AND name = $2`, [[ids].flat(), name, interval]);
}

async function timerOf(id: string, name: string): Promise<{ isStopped: boolean; isFired: boolean; set_by_revision: number }> {
  const [timer] = await running.source.query(
    `SELECT stopped_at IS NOT NULL AS "isStopped", fired_at IS NOT NULL AS "isFired", set_by_revision FROM timer WHERE application_id = $1 AND name = $2`,
    [id, name],
  );
  return timer;
}

async function eventsOf(id: string): Promise<string[]> {
  const lines: { type: string }[] = await running.source.query(`SELECT type FROM history WHERE application_id = $1 ORDER BY revision`, [id]);
  return lines.map(({ type }) => type);
}

describe('a clock', () => {
  it('does not ring before its time', async () => {
    const id = await submitCard(running);
    expect(await timekeeper().ring()).toBe(0);
    expect(await eventsOf(id)).toEqual(['submitted']);
  });

  it('rings when it is due: the office is late, and is told so once', async () => {
    const id = await submitCard(running);
    await letPass(id, 'desk.due');
    expect([await timekeeper().ring(), await timekeeper().ring()]).toEqual([1, 0]);
    expect(await eventsOf(id)).toEqual(['submitted', 'desk.overdue']);
    expect(await timerOf(id, 'desk.due')).toMatchObject({ isFired: true, isStopped: false });
    const [line] = await running.source.query(`SELECT actor, effects FROM history WHERE application_id = $1 AND type = 'desk.overdue'`, [id]);
    expect(line).toMatchObject({ actor: { kind: 'portal', job: 'timekeeper' }, effects: [{ type: 'escalate', params: { lane: 'desk' } }, { type: 'startClock', params: { name: 'desk.due.notice' } }] });
    expect(await send(running, id, 'desk.accepted', deskOfficer)).toMatchObject({ status: 'in-review' });
  });

  it('rings once though three timekeepers look at the same moment', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push(await submitCard(running));
    await letPass(ids, 'desk.due');
    await Promise.all([timekeeper().ring(), timekeeper().ring(), timekeeper().ring()]);
    expect(new Set((await Promise.all(ids.map(eventsOf))).map((events) => events.join()))).toEqual(new Set(['submitted,desk.overdue']));
    const faults = await Promise.all(ids.map((id) => verifyHistory(running.source, id, libraryCard())));
    expect(faults.filter(Boolean)).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('that is stopped never rings', async () => {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, { data: { items } });
    await letPass(id, 'desk.due');
    expect(await timekeeper().ring()).toBe(0);
    expect(await timerOf(id, 'desk.due')).toMatchObject({ isFired: false, isStopped: true });
  });

  it('that rang stops when its lane is decided', async () => {
    const id = await submitCard(running);
    await letPass(id, 'desk.due');
    await timekeeper().ring();
    await send(running, id, 'desk.accepted', deskOfficer);
    await send(running, id, 'desk.approved', deskOfficer);
    expect(await timerOf(id, 'desk.due')).toMatchObject({ isFired: true, isStopped: true });
  });

  it('of an ended application never rings', async () => {
    const id = await submitCard(running);
    await approveCard(running, id);
    await send(running, id, 'withdrawn', reader);
    await letPass(id, 'desk.due');
    await letPass(id, 'vault.due');
    expect(await timekeeper().ring()).toBe(0);
  });

  it('whose event means nothing any more is retired and does not come back', async () => {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, { data: { items } });
    await running.source.query(`UPDATE timer SET stopped_at = NULL, due_at = now() WHERE application_id = $1 AND name = 'desk.due'`, [id]);
    expect(await timekeeper().ring()).toBe(0);
    expect(await timerOf(id, 'desk.due')).toMatchObject({ isFired: false, isStopped: true });
    expect(failures).toEqual([]);
    expect(await eventsOf(id)).toEqual(['submitted', 'desk.asked', 'desk.told']);
  });

  it('that was set anew between the look and the ring does not ring for the old time', async () => {
    const id = await submitCard(running);
    await letPass(id, 'desk.due');
    const meanwhile = async (): Promise<void> => {
      await ask(running, id, 'desk', deskOfficer, { data: { items } });
      await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    };
    const slow = { receiveMany: async (receptions: readonly Reception[]) => (await meanwhile(), running.registrar.receiveMany(receptions)) };
    expect(await timekeeper(slow).ring()).toBe(0);
    expect(await eventsOf(id)).toEqual(['submitted', 'desk.asked', 'desk.told', 'desk.answered']);
    expect(await timerOf(id, 'desk.due')).toMatchObject({ isFired: false, isStopped: false, set_by_revision: 4 });
  });
});

describe('a question that is not answered in time', () => {
  it('returns the application, and stops every other clock and lane of it', async () => {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, { data: { items } });
    await letPass(id, 'desk.answer');
    expect(await timekeeper().ring()).toBe(1);
    expect(await eventsOf(id)).toEqual(['submitted', 'desk.asked', 'desk.told', 'desk.lapsed']);
    const [application] = await running.source.query(`SELECT status FROM application WHERE id = $1`, [id]);
    expect(application.status).toBe('returned');
    expect(await timerOf(id, 'vault.due')).toMatchObject({ isStopped: true, isFired: false });
  });

  it('is not lapsed by a clock that rings at the moment of the answer: one of both wins', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push(await submitCard(running));
    for (const id of ids) await ask(running, id, 'desk', deskOfficer, { data: { items } });
    await letPass(ids, 'desk.answer');
    const answers = ids.map((id) => send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } }));
    const [, ...outcomes] = await Promise.allSettled([timekeeper().ring(), ...answers]);
    for (const [at, { status }] of outcomes.entries()) expect((await eventsOf(ids[at] ?? '')).at(-1)).toBe(status === 'fulfilled' ? 'desk.answered' : 'desk.lapsed');
    expect(failures).toEqual([]);
  });
});

describe('a clock whose law counts silence as approval', () => {
  it('approves when it rings, as such and by whose law: in the history, on the lane, in the timeline and to the applicant', async () => {
    await running.source.transaction((tx) => running.library.publish(tx, 'licence', silentCard({ version: 7 })));
    const { caseId, opened } = await submitCase(running, { reader: { name: 'สมชาย', age: 9 }, wish: { rareBooks: 0, purpose: 'pleasure' } }, 1, { version: 7 });
    const id = opened[0]?.applicationId ?? '';
    await letPass(id, 'desk.due');
    expect([await timekeeper().ring(), await timekeeper().ring()]).toEqual([1, 0]);

    const [line] = await running.source.query(`SELECT actor, effects FROM history WHERE application_id = $1 AND type = 'desk.deemedApproved'`, [id]);
    expect(line).toMatchObject({ actor: { kind: 'portal', job: 'timekeeper' }, effects: expect.arrayContaining([{ type: 'tell', params: { notice: 'deemed-approved', lane: 'desk' } }]) });
    const words = { th: 'ถือว่าเห็นชอบตามกฎหมาย เพราะพ้นกำหนดเวลาพิจารณา (ระเบียบห้องสมุด มาตรา 1)', en: 'Counts as approved by law, for the time limit passed (Library rules s.1)' };
    const [application] = await readApplications(running, { caseId }, reader);
    expect([application?.status, application?.lanes[0]]).toMatchObject(['issuing', { verdict: 'approved', stateLabel: words, isOverdue: false }]);
    const [entry] = timelineOf(await readDossiers(running.source, { ids: [id] }), running.library);
    expect(entry?.what).toEqual(words);
    expect(await verifyHistory(running.source, id, silentCard({ version: 7 }))).toBeUndefined();
  });
});

describe('a timekeeper', () => {
  it('that was away rings everything that fell due meanwhile, more than it takes at once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 105; n++) ids.push(await submitCard(running, { reader: { name: 'สมชาย', age: 40 }, wish: { rareBooks: 0, purpose: 'pleasure' } }));
    await letPass(ids, 'desk.due', '3 days');
    expect(await timekeeper().ring()).toBe(105);
    expect(await timekeeper().ring()).toBe(0);
  });

  it('leaves a clock that cannot ring for the next time, tells of it, and rings the others', async () => {
    const [stuck, well] = [await submitCard(running), await submitCard(running)];
    await letPass(stuck, 'desk.due', '2 days');
    await letPass(well, 'desk.due');
    await running.source.query(`UPDATE application SET version = 99 WHERE id = $1`, [stuck]);
    expect(await timekeeper().ring()).toBe(1);
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('never published')]);
    await running.source.query(`UPDATE application SET version = 1 WHERE id = $1`, [stuck]);
    expect(await timekeeper().ring()).toBe(1);
  });
});
