import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor } from './account';
import { findBinaries } from './binaries';
import { clusterOf, openDataFolder, removeDataFolder } from './data-folder';
import { initialise } from './initialise';
import { keepPasswords } from './passwords';
import { prepareRoles } from './roles';
import { startServer, stopLeftOver } from './server';

/** How an embedded PostgreSQL is started. */
export interface EmbeddedStart {
  /** Folder for the cluster, its log and its passwords; made when it is not there. */
  readonly dataDir: string;
  /** For tests: faster, and a crash of the machine may lose everything. */
  readonly isThrowaway?: boolean;
  /** The port to listen on; absent: any that is free. */
  readonly port?: number;
}

/** A running PostgreSQL with the database `anuyat` and its two sign-in roles. */
export interface EmbeddedPostgres {
  readonly superuserUrl: string;
  /** For migrations: owns the schema. */
  readonly ownerUrl: string;
  /** For api and worker: may do only what the migrations grant. */
  readonly appUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly isNew: boolean;
  /** A sentence for the person who starts, when the files stand outside `dataDir`. */
  readonly note?: string;
  /** Resolves with a sentence when the server ends before it was asked to. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with npm on a free port of 127.0.0.1, making its files, roles and database the first time.
 * Runs as root too (it lends the server another account). Throws an Error whose message is a sentence for the person.
 */
export async function startEmbeddedPostgres({ dataDir, isThrowaway = false, port }: EmbeddedStart): Promise<EmbeddedPostgres> {
  const { path: dataFolder, account, note } = openDataFolder(dataDir);
  const binaries = await findBinaries(account);
  const passwordFile = join(dataDir, 'postgres-passwords.json');
  if (existsSync(join(clusterOf(dataDir), 'PG_VERSION')) && !existsSync(passwordFile)) {
    throw new Error(`The database in ${dataFolder} is there, but ${passwordFile} with its passwords is not. Put it back, or start over with: npm start -- --reset`);
  }
  const passwords = keepPasswords(passwordFile);
  const isNew = initialise({ binaries, account, dataFolder, superuserPassword: passwords.superuser, isThrowaway });
  const server = await startServer({ binaries, account, dataFolder, isThrowaway, port, logFile: join(dataDir, 'postgres.log') });
  const url = (role: string, password: string, database: string) => `postgres://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  const superuserUrl = url('postgres', passwords.superuser, 'postgres');
  try {
    await prepareRoles(superuserUrl, passwords);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { pid, ended } = server;
  return { superuserUrl, ownerUrl: url('anuyat_owner', passwords.owner, 'anuyat'), appUrl: url('anuyat_app', passwords.app, 'anuyat'), port: server.port, pid, isNew, note, ended, stop: () => server.stop() };
}

/** Stops a server that an earlier start left behind and removes its files, data included. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const dataFolder = clusterOf(dataDir);
  if (existsSync(dataFolder)) {
    const account = accountFor(dataFolder);
    await stopLeftOver({ binaries: await findBinaries(account), account, dataFolder });
  }
  removeDataFolder(dataDir);
}
