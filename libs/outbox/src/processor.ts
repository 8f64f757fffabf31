import type { EntityManager } from 'typeorm';
import type { OutboxRow } from './outbox-row';

/**
 * Does one kind of effect. `perform` runs inside the transaction that also removes the outbox row, so an effect inside the database
 * happens once, however often its job is delivered.
 */
export interface EffectProcessor {
  /** Names of the effects that it does. */
  readonly effects: readonly string[];
  /**
   * What has to wait for somebody outside, such as a call to an agency's system: before the transaction, so that a slow outside holds a
   * place in its own queue and no connection. It may be called more than once for an effect, and must be safe to.
   */
  prepare?(row: OutboxRow): Promise<void>;
  perform(tx: EntityManager, row: OutboxRow): Promise<void>;
  /**
   * Does several in one transaction, those of one application in the order in which they are given. For effects that take little time and lock
   * their application and what is only its own; what else they lock, such as the counter of a series of numbers, they lock in an order that
   * all share. Without it, each effect has a transaction to itself.
   */
  performAll?(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void>;
}
