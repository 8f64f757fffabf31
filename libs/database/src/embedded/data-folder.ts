import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accountFor, canReach, type Account } from './account';

/** Where root keeps the data when the account that runs PostgreSQL cannot enter the chosen folder. */
export const reachable = '/var/lib/anuyat';

/** Where the cluster's files are, and as whom it runs. */
export interface DataFolder {
  readonly path: string;
  readonly account: Account | undefined;
  /** Set when the files could not stand inside DATA_DIR; a sentence for the person who starts. */
  readonly note?: string;
}

/** The folder of the cluster inside `dataDir`; a note in `dataDir` tells when it had to be put elsewhere. */
export function openDataFolder(dataDir: string): DataFolder {
  mkdirSync(dataDir, { recursive: true });
  const inside = join(dataDir, 'postgres');
  const account = accountFor(clusterOf(dataDir));
  if (!account) return { path: inside, account };
  if (canReach(account, dataDir)) return { path: clusterOf(dataDir), account };
  if (!existsSync(pointer(dataDir))) writeFileSync(pointer(dataDir), join(reachable, randomBytes(6).toString('hex'), 'postgres'));
  const outside = clusterOf(dataDir);
  mkdirSync(dirname(outside), { recursive: true, mode: 0o755 });
  return { path: outside, account, note: `PostgreSQL cannot enter ${dataDir}, so its files are kept in ${outside}.` };
}

/** Removes the cluster's files of `dataDir`, wherever they stand. It must not be running. */
export function removeDataFolder(dataDir: string): void {
  const inside = join(dataDir, 'postgres');
  const cluster = clusterOf(dataDir);
  rmSync(inside, { recursive: true, force: true });
  if (cluster !== inside) rmSync(dirname(cluster), { recursive: true, force: true });
  rmSync(pointer(dataDir), { force: true });
}

/** Makes an empty folder that only the account may enter. */
export function makePrivateFolder(path: string, account: Account | undefined): void {
  mkdirSync(path, { mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
}

/** Where the cluster of `dataDir` stands now, or would stand by default. */
export function clusterOf(dataDir: string): string {
  return existsSync(pointer(dataDir)) ? readFileSync(pointer(dataDir), 'utf8').trim() : join(dataDir, 'postgres');
}

const pointer = (dataDir: string) => join(dataDir, 'postgres.location');
