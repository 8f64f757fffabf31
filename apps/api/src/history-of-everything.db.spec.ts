import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseLedgerView, LedgerConsistency, LedgerView } from '@anuyat/contract';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { LedgerClerk, RootBook, SigningKey, verifyLedger } from '@anuyat/ledger';
import { checkHistory, fromHex, isConsistent, readKey, readNote, type HistoryExport } from '@anuyat/ledger-proof';
import { until } from '@anuyat/outbox/testing';
import { replayAll } from '@anuyat/registrar';
import { must } from './cases/testing/walk';
import { createWorld, people, type World } from './testing/access-world';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const folder = mkdtempSync(join(tmpdir(), 'anuyat-ledger-'));
let database: TestDatabase;
let portal: TestPortal;
let world: World;
let clerk: LedgerClerk;
let book: RootBook;

beforeAll(async () => {
  database = await createTestDatabase();
  portal = await startTestPortal({ databaseUrl: database.appUrl, withWorker: true });
  world = await createWorld(portal);
  book = new RootBook(join(folder, 'roots'));
  clerk = new LedgerClerk(portal.running.source, SigningKey.keep(join(folder, 'key.json'), 'anuyat.test/ledger'), book);
}, 90_000);
afterAll(async () => {
  await portal?.close();
  await database?.dispose();
  rmSync(folder, { recursive: true });
});

const read = async <T>(path: string): Promise<T> => must(await portal.call<T>(people.owner, 'GET', path), 200);
const isCovered = async (id: string): Promise<boolean> => {
  await clerk.seal();
  const { pendingLines, pendingRecords } = await read<CaseLedgerView>(`/api/cases/${id}/ledger`);
  return pendingLines + pendingRecords === 0;
};
const exported = async (id: string): Promise<string> => JSON.stringify(await read(`/api/cases/${id}/history`));

describe('the replay of a portal at work', () => {
  it('gives again every application of several licence types, those that wait, that were issued, and the licences that live', async () => {
    const { running } = portal;
    const report = await replayAll(running.source, running.library, running.calendar);
    expect(report.faults).toEqual([]);
    expect(report.counts.map(({ code }) => code)).toEqual(expect.arrayContaining(['estate-land-use', 'factory-type-3', 'signboard-tax']));
    expect(report.counts.some(({ code }) => code.endsWith(':life'))).toBe(true);
  });
});

describe('the ledger of a portal at work', () => {
  it('says of a case before the first root that nothing of it is sealed yet, and its chains hold all the same', async () => {
    const standing = await read<CaseLedgerView>(`/api/cases/${world.done.id}/ledger`);
    expect(standing).toMatchObject({ root: null, pendingLines: standing.lines, pendingRecords: standing.records });
    expect(checkHistory(await exported(world.done.id))).toMatchObject({ faults: [], root: null, pendingLines: standing.lines });
  });

  it('makes one root where two clerks are at work, and none where nothing is new', async () => {
    const made = await Promise.all([clerk.seal(), clerk.seal()]);
    expect(made.filter((root) => root !== undefined).map(({ number }) => number)).toEqual([1]);
    expect(await clerk.seal()).toBeUndefined();
    expect((await read<LedgerView>('/api/ledger')).total).toBe(1);
  });

  it('covers with the next root what came meanwhile, proves that nothing was taken back, and is whole', async () => {
    const late = await world.newFile();
    expect(await read<CaseLedgerView>(`/api/cases/${late.id}/ledger`)).toMatchObject({ root: { number: 1 } });
    await until(() => isCovered(late.id), 'the worker is done with the case, and all of it is under a root', 30_000);
    const { from, to, path } = await read<LedgerConsistency>('/api/ledger/consistency?from=1&to=2');
    expect(isConsistent(from.size, to.size, fromHex(from.root), fromHex(to.root), path.map(fromHex))).toBe(true);
    const { keys, roots } = await read<LedgerView>('/api/ledger');
    const trusted = keys.map(({ text }) => readKey(text)).filter((key) => key !== undefined);
    expect(book.roots().map(({ note }) => readNote(note, trusted)?.root.size)).toEqual(roots.map(({ size }) => size).toReversed());
    const report = await verifyLedger(portal.running.source, { kept: book.roots(), trusted });
    expect([report.faults, report.roots]).toEqual([[], roots.length]);
  });

  it('gives the applicant a history that anybody can check, with licences, receipts and documents under the root', async () => {
    await until(() => isCovered(world.done.id), 'all of the case is under a root', 30_000);
    const text = await exported(world.done.id);
    expect(checkHistory(text)).toMatchObject({ isGenuine: true, faults: [], pendingLines: 0, pendingRecords: 0, withheld: 0 });
    const file = JSON.parse(text) as HistoryExport;
    expect(file.records.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['case', 'filing', 'answers', 'document', 'bill', 'payment', 'receipt', 'licence', 'licence-edition', 'decision-record']));
  });

  it('catches every byte of it that is flipped', async () => {
    const bytes = Buffer.from(await exported(world.refused.id));
    const unseen: number[] = [];
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 300)) {
      const forged = Buffer.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ (1 << (at % 7));
      if (checkHistory(forged.toString('utf8')).isGenuine) unseen.push(at);
    }
    expect(unseen).toEqual([]);
  });
});
