import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The passwords of the three roles that can sign in to an embedded database. */
export interface Passwords {
  /** May do everything in the cluster; used only to set it up. */
  readonly superuser: string;
  /** Owns the schema; used only to migrate. */
  readonly owner: string;
  /** What api and worker sign in with. */
  readonly app: string;
}

/** Fresh passwords, 192 bits each. */
export function newPasswords(): Passwords {
  const word = () => randomBytes(24).toString('base64url');
  return { superuser: word(), owner: word(), app: word() };
}

/** The passwords kept in this file; made, readable by its owner only, when the file is not there. */
export function keepPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const passwords = newPasswords();
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  return passwords;
}
