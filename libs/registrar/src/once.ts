import { createHash } from 'node:crypto';
import { Refusal, type PersonActor } from '@anuyat/contract';
import { canonicalJson } from '@anuyat/licence-kit';
import type { EntityManager } from 'typeorm';
import { keyHolder } from './actor-record';

/** A request that may come again: the same key with the same content is the same act. */
export interface Repeatable {
  actor: PersonActor;
  key: string;
  /** Everything that the act depends on. */
  content: Record<string, unknown>;
}

const UNIQUE_VIOLATION = '23505';

/**
 * Does `act` once for a key and keeps what it gave; a repeat gets the same. What was refused is not kept and may be tried again.
 * Two at once: the second waits for the first, and gets what it gave.
 * @throws Refusal `key-reused` when the key came with another content before.
 */
export async function once<T>(tx: EntityManager, { actor, key, content }: Repeatable, act: () => Promise<T>): Promise<T> {
  const holder = keyHolder(actor);
  const requestHash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`key ${holder} ${key}`]);
  const [kept]: { request_hash: string; reply: T }[] = await tx.query(`SELECT request_hash, reply FROM idempotency_key WHERE actor = $1 AND key = $2`, [holder, key]);
  if (kept) {
    if (kept.request_hash !== requestHash) throw new Refusal('key-reused');
    return kept.reply;
  }
  const reply = await act();
  try {
    await tx.query(`INSERT INTO idempotency_key (actor, key, request_hash, reply) VALUES ($1, $2, $3, $4)`, [holder, key, requestHash, JSON.stringify(reply)]);
  } catch (error) {
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new Refusal('key-reused') : error;
  }
  return reply;
}
