import { agencyReview } from '../../blocks/agency-review';
import type { LicenceDefinition } from '../../definition/licence-definition';
import type { EffectRef, StateConfig } from '../../definition/machine';
import { libraryCard } from '../../testing/library-card';
import type { PromiseCode } from '../promise';

/** A promise, how it is broken, the definition that breaks it, and what the English story has to say. */
export type SeededFault = readonly [code: PromiseCode, how: string, definition: LicenceDefinition, story: RegExp];

export type States = Record<string, StateConfig>;

/** The toy licence with a fault seeded into it. */
export function broken(seed: (definition: LicenceDefinition, states: States) => void): LicenceDefinition {
  const definition = structuredClone(libraryCard());
  seed(definition, definition.machine.states as States);
  return definition;
}

export const laneOf = (states: States, lane: string): States => states['review']?.states?.[lane]?.states as States;
export const stateOf = (states: States, name: string): StateConfig => states[name] as StateConfig;
export const effect = (type: string, params: Record<string, unknown> = {}) => ({ type, params }) as unknown as EffectRef;

/** The toy licence whose desk needs a second officer, with a fault seeded into it. */
export function withSecondOfficer(seed: (definition: LicenceDefinition, states: States) => void): LicenceDefinition {
  const { source, citation } = libraryCard().clock;
  const clock = { days: 3, unit: 'working', source, ...(citation ? { citation } : {}) } as const;
  const definition = libraryCard({ lanes: [agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock, reads: ['reader'], secondOfficer: source })], documents: [] });
  seed(definition, definition.machine.states as States);
  return definition;
}
