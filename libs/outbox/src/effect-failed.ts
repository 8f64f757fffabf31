import type { OutboxRow } from './outbox-row';

/** The effect could not be done and will be handed over again; carries what was being done. */
export class EffectFailed extends Error {
  constructor(row: OutboxRow, cause: unknown) {
    super(`${row.effect} of application ${row.applicationId} at revision ${row.revision} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'EffectFailed';
  }
}
