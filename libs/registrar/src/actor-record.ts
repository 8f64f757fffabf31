import type { Actor } from '@anuyat/contract';

/** What the history keeps of who acted. */
export function actorRecord(actor: Actor): Record<string, unknown> {
  return actor.kind === 'person' ? { kind: 'person', accountId: actor.accountId, name: actor.name } : { kind: 'portal', job: actor.job };
}

/** Under whose name a key is kept: two people may use the same key. */
export function keyHolder(actor: Actor): string {
  return actor.kind === 'person' ? actor.accountId : `portal:${actor.job}`;
}
