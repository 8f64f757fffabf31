import type { OutboxRow } from './outbox-row';

/** The effect could not be done and will be handed over again; carries what was being done. */
export class EffectFailed extends Error {
  constructor(
    readonly row: OutboxRow,
    cause: unknown,
  ) {
    super(`${row.effect} of application ${row.applicationId} at revision ${row.revision} failed (${referenceOf(row.id)}): ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'EffectFailed';
  }
}

/** By what people find a failure in the log: the end of its row's id. */
export function referenceOf(outboxId: string): string {
  return outboxId.slice(-8).toUpperCase();
}
