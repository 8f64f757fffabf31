import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../libs/database/src/embedded/embedded-postgres';
import { migrateDatabase } from '@anuyat/database';
import { migrations } from '../../../migrations';
import { countAsOurs } from '../harness/cpu';

/** The bench's own PostgreSQL, set as the product's: durable, fsync on. */
export interface BenchDatabase {
  server: EmbeddedPostgres;
  dataDir: string;
  /** A fresh database beside the product's. @returns its address, as the superuser. */
  create(name: string): Promise<string>;
  /** Runs a statement as the superuser in the product's database. */
  asSuperuser<R extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<R[]>;
  stop(): Promise<void>;
}

/**
 * Starts it in a temporary folder, migrated. `pg_stat_statements` is loaded and counts only while a group asks it to.
 * @param isProduct exactly what the product runs: nothing besides, and its own programs migrate it.
 */
export async function startDatabase({ isProduct = false } = {}): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anuyat-bench-'));
  await chmod(dataDir, 0o755);
  if (!isProduct) {
    const first = await startEmbeddedPostgres({ dataDir });
    await once(first.superuserUrl, `ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`);
    await once(first.superuserUrl, `ALTER SYSTEM SET pg_stat_statements.track = 'none'`);
    await first.stop();
  }
  const server = await startEmbeddedPostgres({ dataDir });
  countAsOurs(server.pid);
  if (!isProduct) await migrateDatabase(server.ownerUrl, migrations);
  const inProduct = Object.assign(new URL(server.superuserUrl), { pathname: '/anuyat' }).href;
  if (!isProduct) await once(inProduct, 'CREATE EXTENSION pg_stat_statements');
  const admin = new pg.Client({ connectionString: inProduct });
  admin.on('error', () => undefined);
  await admin.connect();
  return {
    server,
    dataDir,
    create: async (name) => {
      await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)}`);
      return Object.assign(new URL(server.superuserUrl), { pathname: `/${name}` }).href;
    },
    asSuperuser: async <R extends object>(sql: string, values: unknown[] = []) => (await admin.query(sql, values)).rows as R[],
    stop: async () => {
      await admin.end().catch(() => undefined);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
