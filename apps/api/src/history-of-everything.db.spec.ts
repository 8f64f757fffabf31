import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseLedgerView, LedgerConsistency, LedgerView } from '@anuyat/contract';
import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { columnsElsewhere, LedgerClerk, recordKinds, RootBook, SigningKey, tablesElsewhere, verifyLedger, verifyWithin } from '@anuyat/ledger';
import { checkHistory, fromHex, isConsistent, readKey, readNote, type HistoryExport } from '@anuyat/ledger-proof';
import { until } from '@anuyat/outbox/testing';
import { replayAll } from '@anuyat/registrar';
import { must } from './cases/testing/walk';
import { createWorld, people, type World } from './testing/access-world';
import { columnsOf, dropGuards, fillIn, tamper } from './testing/tampering';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const folder = mkdtempSync(join(tmpdir(), 'anuyat-ledger-'));
let database: TestDatabase;
let portal: TestPortal;
let world: World;
let clerk: LedgerClerk;
let book: RootBook;
let isClosed = false;

beforeAll(async () => {
  database = await createTestDatabase();
  portal = await startTestPortal({ databaseUrl: database.appUrl, withWorker: true });
  world = await createWorld(portal);
  book = new RootBook(join(folder, 'roots'));
  clerk = new LedgerClerk(portal.running.source, SigningKey.keep(join(folder, 'key.json'), 'anuyat.test/ledger'), book);
}, 90_000);
afterAll(async () => {
  if (!isClosed) await portal?.close();
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

/** Who owns the tables can do what the running role cannot: take the guards away and change anything. The portal is closed by then. */
describe('somebody with the rights of the owner', () => {
  const lives = 'EXISTS (SELECT FROM ledger_entry e WHERE e.kind = @kind AND e.subject = @subject)';
  const compared: Record<string, readonly string[]> = {
    history: ['application_id', 'revision', 'type', 'data', 'actor', 'at', 'rulings', 'state', 'effects', 'previous_hash', 'hash'],
    application: ['revision', 'state', 'status', 'last_hash'],
    bill: ['status', 'paid_at', 'receipt_number'],
    licence: ['account_id', 'holder', 'business_name', 'place_th', 'place_en', 'valid_from', 'valid_until', 'paper_key', 'edition', 'status'],
    ledger_entry: ['position', 'kind', 'subject', 'revision', 'digest'],
    ledger_node: ['level', 'index', 'hash'],
    ledger_root: ['number', 'size', 'root', 'key_id', 'note', 'signed_at'],
  };

  it('is caught with every column of every table that is entered or compared, with every row that is gone, and with histories rewritten to the last hash', async () => {
    await portal.close();
    isClosed = true;
    const owner = await createDataSource(database.ownerUrl, 'tampering').initialize();
    const runner = owner.createQueryRunner();
    await runner.connect();
    await runner.startTransaction('REPEATABLE READ');
    const { manager: tx } = runner;
    const types = await columnsOf(tx);
    await dropGuards(tx);
    for (const { table } of recordKinds) await fillIn(tx, table, types.get(table) ?? new Map());
    await clerk.sealWithin(tx);
    const kept = book.roots();
    const before = (await verifyWithin(tx, { kept })).faultCount;

    const unseen: string[] = [];
    const attempt = async (what: string, act: () => Promise<unknown>): Promise<void> => {
      await tx.query('SAVEPOINT attempt');
      await act();
      if ((await verifyWithin(tx, { kept })).faultCount <= before) unseen.push(what);
      await tx.query('ROLLBACK TO attempt');
    };
    const columns = [
      ...recordKinds.flatMap(({ kind, table, subject, columns: names }) => names.map((column) => ({ table, column, where: lives.replace('@kind', () => `'${kind}'`).replace('@subject', () => subject) }))),
      ...Object.entries(compared).flatMap(([table, names]) => names.map((column) => ({ table, column, where: 'true' }))),
    ];
    for (const tampering of columns) await attempt(`${tampering.table}.${tampering.column}`, () => tamper(tx, tampering, types.get(tampering.table)?.get(tampering.column) ?? ''));
    for (const { table, where } of new Map(columns.map((each) => [each.table, each])).values()) {
      await attempt(`a row of ${table} gone`, () => tx.query('DELETE FROM @table t WHERE ctid = (SELECT ctid FROM @table t WHERE @where LIMIT 1)'.replaceAll('@table', () => table).replace('@where', () => where)));
    }
    await attempt('the newest root gone', () => tx.query(`DELETE FROM ledger_root WHERE number = (SELECT max(number) FROM ledger_root)`));
    await runner.rollbackTransaction();
    await runner.release();
    await owner.destroy();
    expect(columns.length).toBeGreaterThan(200);
    expect(unseen).toEqual([]);
  }, 120_000);
});

describe('what the ledger covers', () => {
  it('is every table and column of the database, or says why not', async () => {
    const owner = await createDataSource(database.ownerUrl, 'columns').initialize();
    const types = await columnsOf(owner.manager);
    await owner.destroy();
    const entered = new Map(recordKinds.map(({ table, columns }) => [table, new Set(columns)]));
    const unsaid = [...types].flatMap(([table, columns]) => {
      const own = entered.get(table);
      if (!own) return table in tablesElsewhere ? [] : [`table ${table}: give it a kind in record-kinds.ts, or a reason in elsewhere.ts`];
      return [...columns.keys()].filter((column) => !own.has(column) && !columnsElsewhere[table]?.[column]).map((column) => `column ${table}.${column}: give it a reason in elsewhere.ts, or a new kind`);
    });
    expect(unsaid).toEqual([]);
  });

  it('cannot be changed or removed by the role that the portal runs as', async () => {
    const app = await createDataSource(database.appUrl, 'grants').initialize();
    const rights: { table: string; right: string }[] = await app.query(
      `SELECT c.relname AS "table", r.name AS right FROM pg_class c, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS r (name)
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = ANY($1) AND has_table_privilege(c.oid, r.name)`,
      [['history', 'ledger_entry', 'ledger_node', 'ledger_root', 'ledger_key', ...recordKinds.map(({ table }) => table).filter((table) => !columnsElsewhere[table])]],
    );
    await app.destroy();
    expect(rights.filter(({ table }) => table !== 'answer_change')).toEqual([]);
    expect(rights.filter(({ table }) => table === 'answer_change')).toEqual([{ table: 'answer_change', right: 'DELETE' }]);
  });
});
