import type { ActingSystem, Actor, PersonActor } from '@anuyat/contract';

type StandsInFor = PersonActor['offices'][number]['standsInFor'];

/** What the history keeps of who acted: always the person (or an agency's system, where it names nobody), and the company where one acted for it, or the absent colleague in whose place. */
export function actorRecord(actor: Actor, inPlaceOf?: StandsInFor): Record<string, unknown> {
  if (actor.kind === 'portal') return { kind: 'portal', job: actor.job };
  const { accountId, name, agent, system } = actor;
  if (system) return systemRecord(actor, system);
  return agent ? { kind: 'person', accountId: agent.accountId, name: agent.name, onBehalfOf: { accountId, name } } : { kind: 'person', accountId, name, ...(inPlaceOf ? { inPlaceOf } : {}) };
}

/** Under whose name a key is kept: two people may use the same key. */
export function keyHolder(actor: Actor): string {
  if (actor.kind === 'portal') return `portal:${actor.job}`;
  return actor.system ? `system:${actor.system.id}` : actor.accountId;
}

/** An agency's system, and the officer whom it names; the digest of what it signed stands in the chain with them. */
function systemRecord({ accountId, name }: PersonActor, { id, name: systemName, position, signature }: ActingSystem): Record<string, unknown> {
  const signed = signature ? { signature } : {};
  if (accountId === id) return { kind: 'system', accountId, name, ...signed };
  return { kind: 'person', accountId, name, through: { id, name: systemName, ...(position ? { position } : {}), ...signed } };
}
