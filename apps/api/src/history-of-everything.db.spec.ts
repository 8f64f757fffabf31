import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseLedgerView, LedgerConsistency, LedgerView } from '@anuyat/contract';
import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { columnsElsewhere, LedgerClerk, recordKinds, RootBook, SigningKey, tablesElsewhere, verifyLedger, verifyWithin, type LedgerPart } from '@anuyat/ledger';
import { checkHistory, fromHex, isConsistent, readKey, readNote, type HistoryExport } from '@anuyat/ledger-proof';
import { until } from '@anuyat/outbox/testing';
import { replayAll } from '@anuyat/registrar';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { must } from './cases/testing/walk';
import { createWorld, people, type World } from './testing/access-world';
import { columnsOf, cutBack, dropGuards, fillIn, rewriteHistory, tamper } from './testing/tampering';
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
    await until(async () => (await clerk.seal()) === undefined, 'nothing is new any more', 30_000);
    const { total, roots } = await read<LedgerView>('/api/ledger');
    expect(roots.map(({ number }) => number)).toEqual(Array.from({ length: total }, (_, at) => total - at));
  });

  it('covers with the next root what came meanwhile, proves that nothing was taken back, and is whole', async () => {
    const late = await world.newFile();
    expect(await read<CaseLedgerView>(`/api/cases/${late.id}/ledger`)).toMatchObject({ pendingLines: expect.any(Number), root: { keyId: expect.any(String) } });
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
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
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
  const compared: Record<string, { by: LedgerPart; columns: readonly string[] }> = {
    history: { by: 'histories', columns: ['application_id', 'revision', 'type', 'data', 'actor', 'at', 'rulings', 'state', 'effects', 'previous_hash', 'hash'] },
    application: { by: 'histories', columns: ['revision', 'state', 'status', 'last_hash'] },
    bill: { by: 'agreements', columns: ['status', 'paid_at', 'receipt_number'] },
    licence: { by: 'agreements', columns: ['account_id', 'holder', 'business_name', 'place_th', 'place_en', 'valid_from', 'valid_until', 'paper_key', 'edition', 'status'] },
    ledger_entry: { by: 'roots', columns: ['position', 'kind', 'subject', 'revision', 'digest'] },
    ledger_node: { by: 'roots', columns: ['level', 'index', 'hash'] },
    ledger_root: { by: 'roots', columns: ['number', 'size', 'root', 'key_id', 'note', 'signed_at'] },
  };

  const entered = recordKinds.filter(({ table }) => table !== 'clock_ledger').map(({ kind, table, subject, columns }) => ({ kind, table, columns, where: lives.replace('@kind', () => `'${kind}'`).replace('@subject', () => subject) }));
  const remove = (tx: EntityManager, table: string, where = 'true'): Promise<unknown> =>
    tx.query('DELETE FROM @table WHERE ctid = (SELECT ctid FROM @table t WHERE @where LIMIT 1)'.replaceAll('@table', () => table).replace('@where', () => where));

  let owner: DataSource;
  let runner: QueryRunner;
  let types: Map<string, Map<string, string>>;
  const faultsAfter = async (part: LedgerPart, ...acts: (() => Promise<unknown>)[]): Promise<string[]> => {
    const { manager: tx } = runner;
    await tx.query('SAVEPOINT attempt');
    for (const act of acts) await act();
    const { faults } = await verifyWithin(tx, { kept: book.roots(), mostFaults: 1_000, parts: [part] });
    await tx.query('ROLLBACK TO attempt');
    return faults.map(({ fault, where }) => `${fault}: ${where}`);
  };

  beforeAll(async () => {
    await portal.close();
    isClosed = true;
    owner = await createDataSource(database.ownerUrl, 'tampering').initialize();
    runner = owner.createQueryRunner();
    await runner.connect();
    await runner.startTransaction('REPEATABLE READ');
    types = await columnsOf(runner.manager);
    await dropGuards(runner.manager);
    for (const { table } of entered) await fillIn(runner.manager, table, types.get(table) ?? new Map());
    await clerk.sealWithin(runner.manager);
  }, 30_000);
  afterAll(async () => {
    await runner.rollbackTransaction();
    await runner.release();
    await owner.destroy();
  });

  it('is caught with every column of every record that was entered, each record by its name', async () => {
    const widest = Math.max(...entered.map(({ columns }) => columns.length));
    const unseen: string[] = [];
    for (let at = 0; at < widest; at += 1) {
      const round = entered.flatMap(({ kind, table, columns, where }) => columns.slice(at, at + 1).map((column) => ({ kind, table, column, where })));
      const faults = await faultsAfter('records', ...round.map((tampering) => () => tamper(runner.manager, tampering, types.get(tampering.table)?.get(tampering.column) ?? '')));
      unseen.push(...round.filter(({ kind }) => !faults.some((fault) => new RegExp(`^(changed|lost)-record: ${kind} `).test(fault))).map(({ table, column }) => `${table}.${column}`));
    }
    expect(unseen).toEqual([]);
  }, 60_000);

  it('is caught with every record that is gone, each by its name', async () => {
    const faults = await faultsAfter('records', ...entered.map(({ table, where }) => () => remove(runner.manager, table, where)));
    expect(entered.filter(({ kind }) => !faults.some((fault) => fault.startsWith(`lost-record: ${kind} `))).map(({ kind }) => kind)).toEqual([]);
  });

  it('is caught with every column of histories, applications, bills, licences, entries, subtrees and roots', async () => {
    const unseen: string[] = [];
    for (const [table, { by, columns }] of Object.entries(compared)) {
      const before = await faultsAfter(by);
      for (const column of columns) {
        const faults = await faultsAfter(by, () => tamper(runner.manager, { table, column, where: 'true' }, types.get(table)?.get(column) ?? ''));
        if (faults.length <= before.length) unseen.push(`${table}.${column}`);
      }
      if (table !== 'bill' && table !== 'licence' && (await faultsAfter(by, () => remove(runner.manager, table))).length <= before.length) unseen.push(`a row of ${table} gone`);
    }
    expect(unseen).toEqual([]);
  }, 60_000);

  it('is caught with a history that is written anew with all its hashes, with time that is handed to somebody else, and with a ledger that is cut back to an earlier root', async () => {
    const [sealed]: { subject: string }[] = await runner.manager.query(`SELECT subject FROM ledger_entry WHERE kind = 'application' AND revision > 3 LIMIT 1`);
    expect((await faultsAfter('histories', () => rewriteHistory(runner.manager, sealed?.subject ?? ''))).map((fault) => fault.split(':')[0])).toContain('changed-history');
    const handed = await faultsAfter('records', () => runner.manager.query(`UPDATE history SET handed = jsonb_set(handed, '{0,party}', '"law"') WHERE application_id = $1 AND revision = 1`, [sealed?.subject]));
    expect(handed.filter((fault) => fault.startsWith('changed-record: clock '))).toHaveLength(1);
    expect((await faultsAfter('roots', () => cutBack(runner.manager))).filter((fault) => fault.startsWith('lost-root'))).toHaveLength(book.roots().length - 1);
  });
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
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = ANY($1) AND has_table_privilege(c.oid, r.name) ORDER BY 1, 2`,
      [['history', 'ledger_entry', 'ledger_node', 'ledger_root', ...recordKinds.map(({ table }) => table)]],
    );
    const refused = await app.query(`DELETE FROM answer_change WHERE case_id = $1`, [world.done.id]).catch((error: Error) => error.message);
    await app.destroy();
    const may = (right: string): string[] => rights.filter((each) => each.right === right).map(({ table }) => table);
    expect(may('UPDATE').filter((table) => !columnsElsewhere[table])).toEqual([]);
    expect(may('DELETE')).toEqual(['answer_change', 'case_file', 'document', 'notice']);
    expect(may('TRUNCATE')).toEqual([]);
    expect(refused).toContain('A case that was filed keeps its answer_change');
  });
});
