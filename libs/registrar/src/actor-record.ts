import type { Actor } from '@anuyat/contract';

/** What the history keeps of who acted: always the person, and the company where one acted for it. */
export function actorRecord(actor: Actor): Record<string, unknown> {
  if (actor.kind === 'portal') return { kind: 'portal', job: actor.job };
  const { accountId, name, agent } = actor;
  return agent ? { kind: 'person', accountId: agent.accountId, name: agent.name, onBehalfOf: { accountId, name } } : { kind: 'person', accountId, name };
}

/** Under whose name a key is kept: two people may use the same key. */
export function keyHolder(actor: Actor): string {
  return actor.kind === 'person' ? actor.accountId : `portal:${actor.job}`;
}
