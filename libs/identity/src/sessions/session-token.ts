import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: what the browser holds. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database holds of a token: nobody who reads a copy of the table can sign in with it. Undefined for what is no token. */
export function sessionIdOf(token: string | undefined): Buffer | undefined {
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? createHash('sha256').update(token).digest() : undefined;
}
