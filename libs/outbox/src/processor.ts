import type { EntityManager } from 'typeorm';
import type { OutboxRow } from './outbox-row';

/**
 * Does one kind of effect. It runs inside the transaction that also removes the outbox row, so an effect inside the database happens
 * once, however often its job is delivered. What it sends outside must be safe to send twice.
 */
export interface EffectProcessor {
  /** Names of the effects that it does. */
  readonly effects: readonly string[];
  perform(tx: EntityManager, row: OutboxRow): Promise<void>;
}
