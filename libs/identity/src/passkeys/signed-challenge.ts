import { createHash } from 'node:crypto';

/**
 * What an authenticator signs to decide: SHA-256 over a nonce and the digest of what is decided. Whoever holds nonce, digest and signature can
 * check afterwards what was signed; a signature for one thing fits nothing else.
 */
export function challengeFor(nonce: Buffer, digest: Buffer): Buffer {
  return createHash('sha256').update('anuyat decision\0').update(nonce).update(digest).digest();
}
