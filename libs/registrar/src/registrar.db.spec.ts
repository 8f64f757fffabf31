import { Refusal, type Actor, type ProblemCode } from '@anuyat/contract';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { verifyHistory } from './history-verifier';
import { startRegistrar, type RunningRegistrar } from './start-registrar';
import { ask } from './testing/steps';
import { answers, deskOfficer, otherDeskOfficer, publishLibraryCard, reader, stranger, submitCard, submitCase, vaultOfficer } from './testing/library';

let database: TestDatabase;
let running: RunningRegistrar;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startRegistrar({ configuration: { DATABASE_URL: database.appUrl }, name: 'registrar-spec', onError: () => undefined });
  await running.courier.stop();
  await publishLibraryCard(running);
});

afterAll(async () => {
  await running.close();
  await database.dispose();
});

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error(`Expected a refusal, got ${String(error)}.`);
  return error;
}

function send(applicationId: string, type: string, actor: Actor, more: Partial<Parameters<RunningRegistrar['registrar']['receive']>[0]> = {}) {
  return running.registrar.receive({ applicationId, type, actor, ...more });
}

describe('submitting', () => {
  it('opens every application of a case with its history, clocks and effects', async () => {
    const { caseId, opened } = await submitCase(running, answers, 2);
    expect(opened).toHaveLength(2);
    const rows = await running.source.query(`SELECT effect, queue, params FROM outbox WHERE case_id = $1 ORDER BY application_id, id`, [caseId]);
    expect(rows.slice(0, 2)).toEqual([
      { effect: 'requestReview', queue: 'agency-bma', params: { lane: 'desk', stage: 'completeness' } },
      { effect: 'requestReview', queue: 'agency-pattaya', params: { lane: 'vault', stage: 'completeness' } },
    ]);
    const timers = await running.source.query(`SELECT name, event FROM timer t JOIN application a ON a.id = t.application_id WHERE a.case_id = $1 ORDER BY name`, [caseId]);
    expect(timers.map(({ name }: { name: string }) => name)).toEqual(['desk.due', 'desk.due', 'desk.window', 'desk.window', 'vault.due', 'vault.due', 'vault.window', 'vault.window']);
  });

  it('leaves a conditional lane out where its rule does not hold', async () => {
    const id = await submitCard(running, { ...answers, wish: { rareBooks: 0, purpose: 'pleasure' } });
    const [row] = await running.source.query(`SELECT state FROM application WHERE id = $1`, [id]);
    expect(row.state.value.review).toEqual({ desk: 'checking', vault: 'notNeeded' });
  });
});

describe('the door', () => {
  it('walks an application to its licence, and its history verifies and replays', async () => {
    const id = await submitCard(running);
    const portal: Actor = { kind: 'portal', job: 'spec' };
    await send(id, 'desk.accepted', deskOfficer);
    await send(id, 'desk.approved', deskOfficer);
    await send(id, 'vault.accepted', vaultOfficer);
    await send(id, 'vault.inspectionPlanned', vaultOfficer, { data: { plannedFor: '2026-12-01T03:00:00Z' } });
    await send(id, 'vault.inspectionRecorded', vaultOfficer, { data: { result: 'passed', findings: 'ดี' } });
    expect(await send(id, 'vault.approved', vaultOfficer)).toMatchObject({ status: 'awaiting-payment', revision: 7 });
    expect(await send(id, 'fee.paid', portal)).toMatchObject({ status: 'issuing' });
    expect(await send(id, 'licence.issued', portal)).toMatchObject({ status: 'issued', revision: 9 });
    expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
  });

  it('skips the payment where the fee is zero', async () => {
    const id = await submitCard(running, { reader: { name: 'เด็ก', age: 9 }, wish: { rareBooks: 0, purpose: 'pleasure' } });
    await send(id, 'desk.accepted', deskOfficer);
    expect(await send(id, 'desk.approved', deskOfficer)).toMatchObject({ status: 'issuing' });
  });

  it.each<[string, string, Actor, ProblemCode]>([
    ['an event that no licence has', 'desk.eaten', deskOfficer, 'unknown-event'],
    ['an event named like a property of every object', 'constructor', deskOfficer, 'unknown-event'],
    ['an event that the state does not take', 'desk.approved', deskOfficer, 'event-not-accepted'],
    ['another office’s event', 'vault.accepted', deskOfficer, 'not-allowed'],
    ['an officer’s event from the applicant', 'desk.accepted', reader, 'not-allowed'],
    ['an event of the portal from a person', 'fee.paid', deskOfficer, 'not-allowed'],
    ['anything from a stranger, as if the application did not exist', 'withdrawn', stranger, 'not-found'],
  ])('refuses %s', async (_, type, actor, code) => {
    const id = await submitCard(running);
    expect((await refusalOf(send(id, type, actor))).code).toBe(code);
    const [row] = await running.source.query(`SELECT revision FROM application WHERE id = $1`, [id]);
    expect(row.revision).toBe(1);
  });

  it('refuses an officer who decides an own application', async () => {
    const id = await submitCard(running);
    const both = { ...reader, offices: deskOfficer.offices };
    expect((await refusalOf(send(id, 'desk.accepted', both))).code).toBe('own-matter');
  });

  it('points at the field where the event’s data are wrong', async () => {
    const id = await submitCard(running);
    const refusal = await refusalOf(send(id, 'desk.asked', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.name' }] } }));
    expect(refusal.details.fields).toEqual([expect.objectContaining({ path: 'data.items.0.message' })]);
  });

  it('lets an office ask only for what the manual lists for it', async () => {
    const id = await submitCard(running);
    const items = [{ kind: 'document', target: 'letter', message: 'ขอหนังสือรับรอง' }];
    expect((await refusalOf(send(id, 'desk.asked', deskOfficer, { data: { items } }))).details.fields?.[0]?.code).toBe('not-in-manual');
    expect(await send(id, 'vault.asked', vaultOfficer, { data: { items } })).toMatchObject({ status: 'in-review' });
  });
});

describe('keys and revisions', () => {
  it('gives the same answer for the same key and body, and does the event once', async () => {
    const id = await submitCard(running);
    const first = await send(id, 'desk.accepted', deskOfficer, { key: 'once' });
    expect(await send(id, 'desk.accepted', deskOfficer, { key: 'once' })).toEqual(first);
    const [row] = await running.source.query(`SELECT revision FROM application WHERE id = $1`, [id]);
    expect(row.revision).toBe(2);
  });

  it('refuses a key that comes back with another body', async () => {
    const id = await submitCard(running);
    await send(id, 'desk.accepted', deskOfficer, { key: 'other-body' });
    expect((await refusalOf(send(id, 'desk.approved', deskOfficer, { key: 'other-body' }))).code).toBe('key-reused');
  });

  it('keeps keys by person: two may use the same', async () => {
    const id = await submitCard(running);
    await send(id, 'desk.accepted', deskOfficer, { key: 'shared' });
    expect(await send(id, 'vault.accepted', vaultOfficer, { key: 'shared' })).toMatchObject({ revision: 3 });
  });

  it('does an event once when the same request arrives eight times at once', async () => {
    const id = await submitCard(running);
    const replies = await Promise.all(Array.from({ length: 8 }, () => send(id, 'desk.accepted', deskOfficer, { key: 'eight' })));
    expect(new Set(replies.map(({ revision }) => revision))).toEqual(new Set([2]));
  });

  it('tells what changed when the sender saw an older revision', async () => {
    const id = await submitCard(running);
    await send(id, 'desk.accepted', deskOfficer);
    const refusal = await refusalOf(send(id, 'vault.accepted', vaultOfficer, { revision: 1 }));
    expect(refusal.code).toBe('stale-revision');
    expect(refusal.details).toMatchObject({ currentRevision: 2, changes: [{ revision: 2, type: 'desk.accepted', by: 'เคาน์เตอร์' }] });
  });

  it('lets one of two officers win who decide at once, and tells the other', async () => {
    const id = await submitCard(running);
    await send(id, 'desk.accepted', deskOfficer);
    const reasons = { facts: 'ก', law: 'ข', considerations: 'ค' };
    const outcomes = await Promise.allSettled([
      send(id, 'desk.approved', deskOfficer, { revision: 2 }),
      send(id, 'desk.refusalIntended', otherDeskOfficer, { revision: 2, data: reasons }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const loser = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(['stale-revision', 'event-not-accepted']).toContain((loser.reason as Refusal).code);
  });

  it('loses no event and breaks no chain when both lanes are decided at once', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => submitCard(running)));
    await Promise.all(ids.flatMap((id) => [send(id, 'desk.accepted', deskOfficer), send(id, 'vault.accepted', vaultOfficer)]));
    const faults = await Promise.all(ids.map((id) => verifyHistory(running.source, id, libraryCard())));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
    const rows = await running.source.query(`SELECT DISTINCT revision FROM application WHERE id = ANY($1)`, [ids]);
    expect(rows).toEqual([{ revision: 3 }]);
  });
});

describe('answering a question', () => {
  const items = [{ kind: 'fact', target: 'reader.age', message: 'อายุไม่ตรงกับทะเบียน' }];

  async function askedCard(): Promise<string> {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, { data: { items } });
    return id;
  }

  it('takes the answer into the case and lets the office look again', async () => {
    const id = await askedCard();
    expect(await send(id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } })).toMatchObject({ status: 'in-review' });
    const [file] = await running.source.query(`SELECT c.answers, c.answers_revision FROM case_file c JOIN application a ON a.case_id = c.id WHERE a.id = $1`, [id]);
    expect(file).toMatchObject({ answers: { reader: { age: 31 } }, answers_revision: 1 });
    const [line] = await running.source.query(`SELECT data FROM history WHERE application_id = $1 AND type = 'desk.answered'`, [id]);
    expect(line.data).toMatchObject({ changed: ['reader.age'], answersRevision: 1 });
    expect(JSON.stringify(line.data)).not.toContain('31}');
  });

  it('takes an answer once when it is sent twice at once', async () => {
    const id = await askedCard();
    const answer = (): ReturnType<typeof send> => send(id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } }, key: 'answer-once' });
    const [first, ...others] = await Promise.all([answer(), answer(), answer()]);
    expect(others).toEqual([first, first]);
  });

  it('starts the office’s clock anew, and the old one’s ring is refused', async () => {
    const id = await askedCard();
    await send(id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    const portal: Actor = { kind: 'portal', job: 'timekeeper' };
    const ring = (setByRevision: number) => send(id, 'desk.overdue', portal, { timer: { name: 'desk.due', setByRevision } });
    expect((await refusalOf(ring(1))).code).toBe('event-not-accepted');
    expect(await ring(4)).toMatchObject({ revision: 5 });
    expect((await refusalOf(ring(4))).code).toBe('event-not-accepted');
  });

  it('has no second round without a ground', async () => {
    const id = await askedCard();
    await send(id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    expect((await refusalOf(send(id, 'desk.asked', deskOfficer, { data: { items } }))).code).toBe('second-demand');
  });

  it('refuses changes that nobody asked for, and answers that break the form', async () => {
    const id = await askedCard();
    const unasked = await refusalOf(send(id, 'desk.answered', reader, { data: { changes: { 'reader.name': 'อื่น', 'reader.age': 31 } } }));
    expect(unasked.details.fields).toEqual([expect.objectContaining({ path: 'reader.name', code: 'not-asked' })]);
    const broken = await refusalOf(send(id, 'desk.answered', reader, { data: { changes: { 'reader.age': 3 } } }));
    expect(broken.details.fields).toEqual([expect.objectContaining({ path: 'reader.age' })]);
    const [file] = await running.source.query(`SELECT c.answers_revision FROM case_file c JOIN application a ON a.case_id = c.id WHERE a.id = $1`, [id]);
    expect(file.answers_revision).toBe(0);
  });
});

describe('the history', () => {
  it.each(['UPDATE history SET type = $1', 'DELETE FROM history WHERE type <> $1'])('cannot be rewritten by the running role: %s', async (sql) => {
    await submitCard(running);
    await expect(running.source.query(sql, ['x'])).rejects.toThrow('permission denied');
  });

  it('shows a line that an owner changed', async () => {
    const id = await submitCard(running);
    await send(id, 'desk.accepted', deskOfficer, { data: { note: 'ครบ' } });
    const { Client } = (await import('pg')).default;
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(`UPDATE history SET data = '{"note":"ไม่ครบ"}' WHERE application_id = $1 AND revision = 2`, [id]);
    await owner.end();
    expect(await verifyHistory(running.source, id, libraryCard())).toEqual({ applicationId: id, revision: 2, fault: 'changed-line' });
  });
});
