import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** An account of the operating system that a process can be run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that already owns the data, else `postgres`,
 * else `nobody`. Undefined when we are not root: then it runs as whoever we are.
 */
export function accountFor(dataFolder: string, passwd = '/etc/passwd'): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const lines = readFileSync(passwd, 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([login]) => login === name) ?? [];
    if (uid && gid && uid !== '0') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as. Start Anuyat as an ordinary user, or set DATABASE_URL.');
}

/** Whether the account may read this path through every folder above it; asked of the operating system itself. */
export function canReach(account: Account, path: string): boolean {
  return spawnSync('test', ['-r', path], { ...account, cwd: '/' }).status === 0;
}
