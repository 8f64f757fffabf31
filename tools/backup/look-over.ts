import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createDataSource } from '@anuyat/database';
import { openContents, type Contents } from '@anuyat/documents';
import { openRootBook, verifyLedger } from '@anuyat/ledger';
import { DefinitionLibrary, GovernmentCalendar, replayAll } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { countRows, type Counts } from './copy-cluster';

/** One thing that was looked at: whether it holds, and a line for the person. */
export interface Found {
  what: 'ledger' | 'replay' | 'contents' | 'counts';
  isWell: boolean;
  line: string;
}

type Environment = Record<string, string | undefined>;

/**
 * Looks whether an installation is whole: every chain, record and root of the ledger, every application against its history, every content against its digest, and as many
 * rows as there were.
 */
export async function lookOver(appUrl: string, dataDir: string, environment: Environment, atLeast: Counts = {}): Promise<Found[]> {
  const source = await createDataSource(appUrl, 'anuyat-restore', []).initialize();
  try {
    return [await ledger(source, dataDir), await replay(source), await contents(source, dataDir, environment), await counts(source, atLeast)];
  } finally {
    await source.destroy();
  }
}

async function ledger(source: DataSource, dataDir: string): Promise<Found> {
  const book = openRootBook({ DATA_DIR: dataDir });
  const keys = book.keys();
  const { isWhole, histories, lines, records, roots, faultCount } = await verifyLedger(source, { kept: book.roots(), ...(keys.length > 0 ? { trusted: keys } : {}) });
  return { what: 'ledger', isWell: isWhole, line: `${histories} histories with ${lines} lines, ${records} records, ${roots} roots${isWhole ? '' : `: ${faultCount} faults (npm run ledger -- verify tells them)`}` };
}

async function replay(source: DataSource): Promise<Found> {
  const library = new DefinitionLibrary(source);
  const calendar = new GovernmentCalendar();
  await library.load();
  await calendar.reload(source);
  const { isSame, faults, counts: kinds } = await replayAll(source, library, calendar, {});
  const applications = kinds.reduce((sum, each) => sum + each.applications, 0);
  return { what: 'replay', isWell: isSame, line: isSame ? `${applications} applications are what their histories give` : `${faults.length} of ${applications} applications differ (npm run replay tells them)` };
}

async function contents(source: DataSource, dataDir: string, environment: Environment): Promise<Found> {
  const store = openContents(source, { ...(environment as object), DATA_DIR: dataDir, INTERNAL_HOSTS: (environment['INTERNAL_HOSTS'] ?? '').split(',').filter(Boolean) } as unknown as Parameters<typeof openContents>[1]);
  const files: { sha256: string }[] = await source.query(`SELECT sha256 FROM stored_file ORDER BY sha256`);
  const wrong: string[] = [];
  for (const { sha256 } of files) if ((await digestOf(store, sha256)) !== sha256) wrong.push(sha256);
  return { what: 'contents', isWell: wrong.length === 0, line: wrong.length === 0 ? `${files.length} contents are what their digests say` : `${wrong.length} of ${files.length} contents are missing or changed: ${wrong.slice(0, 5).join(', ')}` };
}

/** @returns undefined where it does not open. */
async function digestOf(store: Contents, sha256: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    const { seal } = await store.get(sha256);
    await pipeline(await store.store.read(sha256, seal), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

async function counts(source: DataSource, atLeast: Counts): Promise<Found> {
  const now = await countRows({ query: async (sql: string) => ({ rows: await source.query(sql) }) } as unknown as Parameters<typeof countRows>[0]);
  const short = Object.entries(atLeast).filter(([table, count]) => (now[table] ?? 0) < count);
  const told = Object.entries(now).map(([table, count]) => `${table} ${count}`).join(', ');
  return { what: 'counts', isWell: short.length === 0, line: short.length === 0 ? told : `${told}; fewer than there were: ${short.map(([table, count]) => `${table} ${count}`).join(', ')}` };
}
