import { Refusal, type Actor } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { verifyHistory } from '../history-verifier';
import type { Outcome, Reception } from '../reception';
import { startRegistrar, type RunningRegistrar } from '../start-registrar';
import { answers, deskOfficer, publishLibraryCard, reader, stranger, submitCard, vaultOfficer } from '../testing/library';

let database: TestDatabase;
let running: RunningRegistrar;

const portal: Actor = { kind: 'portal', job: 'spec' };
const noBooks = { ...answers, wish: { rareBooks: 0, purpose: 'pleasure' } };

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startRegistrar({ configuration: { DATABASE_URL: database.appUrl }, name: 'batch-spec', onError: () => undefined });
  await running.courier.stop();
  await publishLibraryCard(running);
});

afterAll(async () => {
  await running.close();
  await database.dispose();
});

const event = (applicationId: string, type: string, actor: Actor, more: Partial<Reception> = {}): Reception => ({ applicationId, type, actor, ...more });

const wholeLife = (id: string): Reception[] => [
  event(id, 'desk.accepted', deskOfficer),
  event(id, 'desk.approved', deskOfficer),
  event(id, 'fee.paid', portal),
  event(id, 'licence.issued', portal),
];

function codeOf(outcome: Outcome | undefined): string {
  return outcome?.failure instanceof Refusal ? outcome.failure.code : String(outcome?.failure ?? outcome?.received?.status);
}

async function timersOf(id: string): Promise<unknown[]> {
  return running.source.query(
    `SELECT name, event, set_by_revision, due_at > now() AS "isAhead", stopped_at IS NOT NULL AS "isStopped", fired_at IS NOT NULL AS "isFired" FROM timer WHERE application_id = $1 ORDER BY name`,
    [id],
  );
}

async function outboxOf(id: string): Promise<unknown[]> {
  return running.source.query(`SELECT revision, effect, queue, params FROM outbox WHERE application_id = $1 ORDER BY revision, effect, params::text`, [id]);
}

describe('many events at once', () => {
  it('walk many applications to their licences, and every history verifies and replays', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => submitCard(running, noBooks)));
    const steps = ids.map(wholeLife);
    const outcomes = await running.registrar.receiveMany(Array.from({ length: 4 }, (_, at) => steps.map((life) => life[at] as Reception)).flat());
    expect(outcomes.slice(-30).map(codeOf)).toEqual(ids.map(() => 'issued'));
    const faults = await Promise.all(ids.map((id) => verifyHistory(running.source, id, libraryCard())));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('leave the same rows behind as one by one', async () => {
    const [single, batched] = [await submitCard(running), await submitCard(running)];
    const events = (id: string): Reception[] => [
      event(id, 'desk.accepted', deskOfficer, { data: { note: 'ครบ' } }),
      event(id, 'vault.overdue', portal, { timer: { name: 'vault.due', setByRevision: 1 } }),
      event(id, 'desk.overdue', portal, { timer: { name: 'desk.due', setByRevision: 1 } }),
      event(id, 'desk.approved', deskOfficer),
      event(id, 'vault.accepted', vaultOfficer),
      event(id, 'vault.inspectionPlanned', vaultOfficer, { data: { plannedFor: '2026-12-01T03:00:00Z' } }),
    ];
    for (const reception of events(single)) await running.registrar.receive(reception);
    await running.registrar.receiveMany(events(batched));
    expect(await timersOf(batched)).toEqual(await timersOf(single));
    expect(await outboxOf(batched)).toEqual(await outboxOf(single));
    const rowOf = async (id: string): Promise<unknown> =>
      (await running.source.query(`SELECT revision, state, status FROM application WHERE id = $1`, [id]))[0];
    expect(await rowOf(batched)).toEqual(await rowOf(single));
    expect(await verifyHistory(running.source, batched, libraryCard())).toBeUndefined();
  });

  it('happen within a larger transaction, and not at all when that ends with nothing done or one of them is refused', async () => {
    const ids = [await submitCard(running, noBooks), await submitCard(running, noBooks)];
    const revisions = async (): Promise<number[]> => (await running.source.query(`SELECT revision FROM application WHERE id = ANY($1)`, [ids])).map(({ revision }: { revision: number }) => revision);
    const within = (events: Reception[]): Promise<unknown> => running.source.transaction(async (tx) => running.registrar.receiveAllWithin(await clientOf(tx), events));
    await expect(within([event(ids[0] ?? '', 'desk.accepted', deskOfficer), event(ids[1] ?? '', 'desk.approved', vaultOfficer)])).rejects.toBeInstanceOf(Refusal);
    expect(await revisions()).toEqual([1, 1]);
    await within(ids.flatMap((id) => [event(id, 'desk.accepted', deskOfficer), event(id, 'desk.approved', deskOfficer)]));
    expect(await revisions()).toEqual([3, 3]);
  });

  it('fail one by one, and the others are taken', async () => {
    const [first, second] = [await submitCard(running), await submitCard(running)];
    const outcomes = await running.registrar.receiveMany([
      event(first, 'desk.accepted', deskOfficer),
      event(second, 'desk.accepted', stranger),
      event(second, 'fee.paid', deskOfficer),
      event(second, 'desk.approved', deskOfficer),
      event(second, 'desk.eaten', deskOfficer),
      event('99999999-9999-4999-8999-999999999999', 'desk.accepted', deskOfficer),
      event(second, 'desk.accepted', deskOfficer, { data: { note: 5 } }),
    ]);
    expect(outcomes.map(codeOf)).toEqual(['in-review', 'not-found', 'not-allowed', 'event-not-accepted', 'unknown-event', 'not-found', 'answers-invalid']);
    const rows = await running.source.query(`SELECT revision FROM application WHERE id = ANY($1) ORDER BY revision`, [[first, second]]);
    expect(rows).toEqual([{ revision: 1 }, { revision: 2 }]);
  });

  it('spare the others a fault that is nobody’s refusal', async () => {
    const [first, second] = [await submitCard(running), await submitCard(running)];
    await running.source.query(`UPDATE application SET version = 77 WHERE id = $1`, [first]);
    const outcomes = await running.registrar.receiveMany([event(first, 'desk.accepted', deskOfficer), event(second, 'desk.accepted', deskOfficer)]);
    expect(outcomes.map(codeOf)).toEqual(['UnknownVersion: Licence "library-card" version 77 was never published.', 'in-review']);
  });

  it('happen once for the same key, within a batch and after it', async () => {
    const id = await submitCard(running);
    const once = event(id, 'desk.accepted', deskOfficer, { key: 'batch-once' });
    const [first, second] = await running.registrar.receiveMany([once, once]);
    expect(second).toEqual(first);
    expect(await running.registrar.receiveMany([once])).toEqual([first]);
    expect(await running.registrar.receive(once)).toEqual(first?.received);
    expect((await running.registrar.receiveMany([{ ...once, type: 'desk.approved' }])).map(codeOf)).toEqual(['key-reused']);
  });

  it('tell what changed when the sender saw an older revision, also by the batch itself', async () => {
    const id = await submitCard(running);
    await running.registrar.receive(event(id, 'vault.accepted', vaultOfficer));
    const [, late] = await running.registrar.receiveMany([event(id, 'desk.accepted', deskOfficer), event(id, 'desk.approved', deskOfficer, { revision: 1 })]);
    expect(codeOf(late)).toBe('stale-revision');
    expect((late?.failure as Refusal).details).toMatchObject({ currentRevision: 3, changes: [{ revision: 2, type: 'vault.accepted' }, { revision: 3, type: 'desk.accepted', by: 'เคาน์เตอร์' }] });
  });

  it('keep their order when one of them carries answers', async () => {
    const id = await submitCard(running, noBooks);
    const items = [{ kind: 'fact', target: 'reader.age', message: 'อายุไม่ตรงกับทะเบียน' }];
    const outcomes = await running.registrar.receiveMany([
      event(id, 'desk.asked', deskOfficer, { data: { items } }),
      event(id, 'desk.told', portal, { data: { items, noticeId: 'n1', notice: 'N1', part: 1, parts: 1 } }),
      event(id, 'desk.answered', reader, { data: { changes: { 'reader.age': 9 } } }),
      event(id, 'desk.accepted', deskOfficer),
      event(id, 'desk.approved', deskOfficer),
    ]);
    expect(outcomes.map(codeOf)).toEqual(['in-review', 'awaiting-answer', 'in-review', 'in-review', 'issuing']);
    expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
  });

  it('neither wait for each other for ever nor lose an event when batches and single events meet', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => submitCard(running)));
    const batchOf = (order: string[], type: string, actor: Actor): Promise<Outcome[]> => running.registrar.receiveMany(order.map((id) => event(id, type, actor)));
    await Promise.all([
      batchOf(ids, 'desk.accepted', deskOfficer),
      batchOf([...ids].reverse(), 'vault.accepted', vaultOfficer),
      ...ids.map((id) => running.registrar.receive(event(id, 'vault.overdue', portal))),
    ]).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
    const faults = await Promise.all(ids.map((id) => verifyHistory(running.source, id, libraryCard())));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
    const rows = await running.source.query(`SELECT DISTINCT state #>> '{value,review,desk}' AS desk, state #>> '{value,review,vault}' AS vault FROM application WHERE id = ANY($1)`, [ids]);
    expect(rows).toEqual([{ desk: 'considering', vault: 'planning' }]);
  });

  it('go beyond one transaction when there are more than a hundred', async () => {
    const id = await submitCard(running);
    const outcomes = await running.registrar.receiveMany(Array.from({ length: 230 }, () => event(id, 'vault.overdue', portal)));
    expect(outcomes.at(-1)?.received?.revision).toBe(231);
    expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
  });
});
