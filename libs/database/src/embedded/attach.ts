import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterOf } from './data-folder';
import { startEmbeddedPostgres } from './embedded-postgres';
import { keepPasswords } from './passwords';

/** The database of a data folder, for a tool that looks into it: the running one where the portal runs, else started for the look. */
export interface AttachedPostgres {
  readonly appUrl: string;
  /** Stops what was started for the look; leaves a running portal alone. */
  stop(): Promise<void>;
}

/** Line of `postmaster.pid` that holds the port, counted from zero (PostgreSQL: `src/include/utils/pidfile.h`). */
const PORT_LINE = 3;

/** @throws an Error whose message is a sentence for the person, where there is no database in the folder. */
export async function attachEmbeddedPostgres(dataDir: string): Promise<AttachedPostgres> {
  const cluster = clusterOf(dataDir);
  if (!existsSync(join(cluster, 'PG_VERSION'))) throw new Error(`There is no database in ${dataDir}. Set DATA_DIR to the folder that "npm start" used, or DATABASE_URL to a PostgreSQL of yours.`);
  const port = findPortOfRunning(join(cluster, 'postmaster.pid'));
  if (port === undefined) return startEmbeddedPostgres({ dataDir });
  const { app } = keepPasswords(join(dataDir, 'postgres-passwords.json'));
  return { appUrl: `postgres://anuyat_app:${app}@127.0.0.1:${port}/anuyat`, stop: () => Promise.resolve() };
}

/** As {@link attachEmbeddedPostgres}, for who copies the whole cluster. */
export async function attachSuperuser(dataDir: string): Promise<{ superuserUrl: string; stop(): Promise<void> }> {
  const cluster = clusterOf(dataDir);
  if (!existsSync(join(cluster, 'PG_VERSION'))) throw new Error(`There is no database in ${dataDir}. Set DATA_DIR to the folder that "npm start" used.`);
  const port = findPortOfRunning(join(cluster, 'postmaster.pid'));
  if (port === undefined) return startEmbeddedPostgres({ dataDir });
  const { superuser } = keepPasswords(join(dataDir, 'postgres-passwords.json'));
  return { superuserUrl: `postgres://postgres:${superuser}@127.0.0.1:${port}/postgres`, stop: () => Promise.resolve() };
}

function findPortOfRunning(pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  return isAlive(Number(lines[0])) ? Number(lines[PORT_LINE]) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
