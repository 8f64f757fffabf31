import { clientOf } from '@anuyat/database';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { until } from '@anuyat/outbox/testing';
import { verifyHistory } from '../history-verifier';
import { readCorrections } from '../reading/corrections';
import { readDossiers } from '../reading/dossier';
import { approveCard, ask, deskOfficer, reader, send, startTestRegistrar, submitCase, vaultOfficer, type TestRegistrar } from '../testing';
import { lockCaseOf } from './corrected-case';

let running: TestRegistrar;

beforeAll(async () => {
  running = await startTestRegistrar('corrections-spec');
});
afterAll(() => running.close());

const askAge = { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'อายุไม่ตรง' }] } };
const askBooks = { data: { items: [{ kind: 'fact', target: 'wish', message: 'กี่เล่ม' }] } };
const answer = (id: string, lane: string, changes: Record<string, unknown>) => send(running, id, `${lane}.answered`, reader, { data: { changes } });

async function newCase(): Promise<{ caseId: string; asks: string; other: string }> {
  const { caseId, opened } = await submitCase(running, undefined, 2);
  return { caseId, asks: opened[0]?.applicationId ?? '', other: opened[1]?.applicationId ?? '' };
}

async function stateOf(id: string): Promise<{ state: unknown; status: string; vault: boolean }> {
  const [row] = await running.source.query(`SELECT state -> 'value' AS state, status, offices -> 'vault' ? 'isLeftOut' AS vault FROM application WHERE id = $1`, [id]);
  return row;
}

async function isSound(...ids: string[]): Promise<void> {
  for (const id of ids) expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
}

describe('an answer in one application of a case', () => {
  it('has exactly the lanes of the others look again that read what changed, and keeps the rest with its proof', async () => {
    const { caseId, asks, other } = await newCase();
    await send(running, other, 'desk.accepted', deskOfficer);
    await send(running, other, 'desk.approved', deskOfficer);
    await send(running, other, 'vault.accepted', vaultOfficer);
    await ask(running, asks, 'desk', deskOfficer, askAge);
    await answer(asks, 'desk', { 'reader.age': 31 });
    expect(await stateOf(other)).toMatchObject({ state: { review: { desk: 'reviewing', vault: 'planning' } } });
    const corrections = await readCorrections(running.source, running.library, caseId, await readDossiers(running.source, { caseId }));
    expect(corrections.map(({ applicationId, lane, outcome, changed }) => [applicationId === other, lane, outcome, changed.map(({ path, before, after }) => [path, before, after])])).toEqual([
      [true, 'desk', 'reopened', [['reader.age', 30, 31]]],
      [true, 'vault', 'kept', []],
    ]);
    await isSound(asks, other);
  });

  it('asks nobody again when nothing that they read is another', async () => {
    const { asks, other } = await newCase();
    await send(running, other, 'desk.accepted', deskOfficer);
    await ask(running, asks, 'desk', deskOfficer, askAge);
    await answer(asks, 'desk', { 'reader.age': 30 });
    expect(await stateOf(other)).toMatchObject({ state: { review: { desk: 'considering', vault: 'checking' } } });
  });

  it('closes a lane that is no longer needed, and calls it when it is again', async () => {
    const { asks, other } = await newCase();
    await ask(running, asks, 'vault', vaultOfficer, askBooks);
    await answer(asks, 'vault', { 'wish.rareBooks': 0 });
    expect(await stateOf(other)).toMatchObject({ state: { review: { desk: 'checking', vault: 'notNeeded' } }, vault: true });
    expect(await stateOf(asks)).toMatchObject({ state: { review: { desk: 'checking', vault: 'notNeeded' } }, vault: true });
    await isSound(asks, other);
  });

  it('before the fee is paid leads back to exactly the lanes that read what changed, and on to a new bill', async () => {
    const { asks, other } = await newCase();
    await approveCard(running, other);
    await ask(running, asks, 'desk', deskOfficer, askAge);
    await answer(asks, 'desk', { 'reader.age': 9 });
    expect(await stateOf(other)).toMatchObject({ status: 'in-review', state: { review: { desk: 'reviewing', vault: 'stood' } } });
    const lines = await running.source.query(`SELECT type FROM history WHERE application_id = $1 ORDER BY revision DESC LIMIT 1`, [other]);
    expect(lines).toEqual([{ type: 'desk.reopened' }]);
    await send(running, other, 'desk.accepted', deskOfficer);
    await send(running, other, 'desk.approved', deskOfficer);
    expect(await stateOf(other)).toMatchObject({ state: 'awaitingPayment' });
    await isSound(asks, other);
  });

  it('works an unpaid fee out anew where no lane looks again', async () => {
    const { asks, other } = await newCase();
    await approveCard(running, other);
    await ask(running, asks, 'vault', vaultOfficer, askBooks);
    await answer(asks, 'vault', { 'wish.rareBooks': 0 });
    expect(await stateOf(other)).toMatchObject({ state: 'awaitingPayment' });
    const lines = await running.source.query(`SELECT type FROM history WHERE application_id = $1 ORDER BY revision DESC LIMIT 1`, [other]);
    expect(lines).toEqual([{ type: 'fee.changed' }]);
    await isSound(asks, other);
  });

  it('lets no review of the older answers be written, whoever comes first', async () => {
    const cases = await Promise.all(Array.from({ length: 8 }, () => newCase()));
    await Promise.all(cases.map(({ asks }) => ask(running, asks, 'desk', deskOfficer, askAge)));
    await Promise.all(cases.flatMap(({ asks, other }) => [answer(asks, 'desk', { 'reader.age': 31 }), send(running, other, 'desk.accepted', deskOfficer)]));
    for (const { other } of cases) {
      const [line] = await running.source.query(`SELECT (data -> 'read' ->> 'answersRevision')::int AS revision FROM history WHERE application_id = $1 AND type = 'desk.accepted'`, [other]);
      const { state } = await stateOf(other);
      expect([line.revision, (state as { review: { desk: string } }).review.desk]).toEqual(line.revision === 1 ? [1, 'considering'] : [0, 'reviewing']);
    }
  });

  it('and another in a second one do not wait for each other for ever', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => newCase()));
    await Promise.all(cases.flatMap(({ asks, other }) => [ask(running, asks, 'desk', deskOfficer, askAge), ask(running, other, 'desk', deskOfficer, askAge)]));
    await Promise.all(cases.flatMap(({ asks, other }) => [answer(asks, 'desk', { 'reader.age': 31 }), answer(other, 'desk', { 'reader.age': 32 })]));
    for (const { asks, other } of cases) await isSound(asks, other);
  });

  it('does not wait in a ring for somebody who holds one of the applications and writes what refers to the case', async () => {
    const { caseId, asks, other } = await newCase();
    await running.source.transaction(async (billing) => {
      await billing.query(`SELECT 1 FROM application WHERE id = $1 FOR UPDATE`, [asks]);
      const correcting = running.source.transaction(async (tx) => {
        const client = await clientOf(tx);
        await lockCaseOf(client, other);
      });
      await until(async () => (await billing.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND $1 = ANY(SELECT unnest(pg_blocking_pids(pid)))`, [await pidOf(billing)])).length > 0, 'the correction waits', 10_000);
      await billing.query(`SELECT 1 FROM case_file WHERE id = $1 FOR KEY SHARE`, [caseId]);
      return { correcting };
    }).then(({ correcting }) => correcting);
  });
});

async function pidOf(tx: { query(sql: string): Promise<{ pid: number }[]> }): Promise<number | undefined> {
  const [row] = await tx.query(`SELECT pg_backend_pid() AS pid`);
  return row?.pid;
}
