import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { makePrivateFolder } from './data-folder';

/** The release whose files we can open; a newer one needs an upgrade of the data first. */
const release = '18';

/** What setting up a cluster needs to know. */
export interface NewCluster {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly dataFolder: string;
  readonly superuserPassword: string;
  readonly isThrowaway: boolean;
}

/**
 * Makes the cluster's files unless they are there. They appear under their name only when complete, so a set-up that was
 * cut short is simply done again. Sorting and encoding are the same on every machine. Answers whether it is new.
 */
export function initialise({ binaries, account, dataFolder, superuserPassword, isThrowaway }: NewCluster): boolean {
  if (existsSync(join(dataFolder, 'PG_VERSION'))) {
    requireRelease(dataFolder);
    return false;
  }
  const draft = `${dataFolder}.new`;
  const passwordFile = `${draft}.pw`;
  rmSync(draft, { recursive: true, force: true });
  makePrivateFolder(draft, account);
  try {
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    const args = ['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const run = spawnSync(binaries.initdb, [...args, ...(isThrowaway ? ['--no-sync'] : [])], { ...account, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`PostgreSQL could not set up its files in ${dataFolder}: ${(run.stderr || run.error?.message || 'no reason given').trim()}`);
    renameSync(draft, dataFolder);
    return true;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function requireRelease(dataFolder: string): void {
  const found = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  if (found !== release) throw new Error(`The data in ${dataFolder} was written by PostgreSQL ${found}, and this is PostgreSQL ${release}. Keep a copy, then start over with: npm start -- --reset`);
}
