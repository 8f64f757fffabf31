import type { Actor, PersonActor } from '@anuyat/contract';

type StandsInFor = PersonActor['offices'][number]['standsInFor'];

/** What the history keeps of who acted: always the person, and the company where one acted for it, or the absent colleague in whose place. */
export function actorRecord(actor: Actor, inPlaceOf?: StandsInFor): Record<string, unknown> {
  if (actor.kind === 'portal') return { kind: 'portal', job: actor.job };
  const { accountId, name, agent } = actor;
  return agent ? { kind: 'person', accountId: agent.accountId, name: agent.name, onBehalfOf: { accountId, name } } : { kind: 'person', accountId, name, ...(inPlaceOf ? { inPlaceOf } : {}) };
}

/** Under whose name a key is kept: two people may use the same key. */
export function keyHolder(actor: Actor): string {
  return actor.kind === 'person' ? actor.accountId : `portal:${actor.job}`;
}
