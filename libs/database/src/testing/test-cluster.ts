import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres';
import { closeToPublic } from '../embedded/roles';
import { CLUSTER_VARIABLE, TEMPLATE_DATABASE, withDatabase, type ClusterAddress } from './cluster-address';

/** A throwaway PostgreSQL for one run of tests. */
export interface TestCluster {
  stop(): Promise<void>;
}

const prefix = 'anuyat-test-';

/**
 * Starts a throwaway PostgreSQL, migrates one template database with the given function (it gets the owner's address) and
 * tells the tests of this run where it is. Stops it again when that fails.
 */
export async function startTestCluster(migrate: (ownerUrl: string) => Promise<void>): Promise<TestCluster> {
  await sweepAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), prefix));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, isThrowaway: true });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const client = new Client({ connectionString: postgres.superuserUrl });
    await client.connect();
    await client.query(`create database ${TEMPLATE_DATABASE} owner anuyat_owner`);
    await closeToPublic(client, TEMPLATE_DATABASE);
    await client.end();
    await migrate(withDatabase(postgres.ownerUrl, TEMPLATE_DATABASE));
    const { superuserUrl, ownerUrl, appUrl } = postgres;
    process.env[CLUSTER_VARIABLE] = JSON.stringify({ superuserUrl, ownerUrl, appUrl } satisfies ClusterAddress);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Folders of runs that were killed: their server has stopped by itself, the files are still there. */
async function sweepAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    const age = Date.now() - (await stat(folder).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > 3_600_000 && !existsSync(join(folder, 'postgres', 'postmaster.pid'))) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
