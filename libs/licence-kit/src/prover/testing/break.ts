import { agencyReview } from '../../blocks/agency-review';
import type { LicenceDefinition } from '../../definition/licence-definition';
import type { EffectRef, StateConfig } from '../../definition/machine';
import { libraryCard } from '../../testing/library-card';
import { chartOf } from '../chart';
import type { PromiseCode } from '../promise';

/** A promise, how it is broken, the definition that breaks it, and what the English story has to say. */
export type SeededFault = readonly [code: PromiseCode, how: string, definition: LicenceDefinition, story: RegExp];

export type States = Record<string, StateConfig>;

const DEMANDS = ['demandingLate', 'demanding', 'consented', 'askedAgain', 'recheckingAgain'];
const REOPENING = ['reviewing', 'reviewingAfterVisit', 'stood'];
const HEARING = ['hearing', 'reconsidering'];

/**
 * The toy licence that faults are seeded into: the library card without what no fault is about, since every state of one lane is
 * walked through beside every state of the other.
 */
export function smallCard(): LicenceDefinition {
  const definition = structuredClone(libraryCard());
  const states = definition.machine.states as States;
  cut(laneOf(states, 'desk'), [...DEMANDS, ...REOPENING]);
  cut(laneOf(states, 'vault'), [...DEMANDS, ...REOPENING, ...HEARING]);
  const { on, ...payment } = stateOf(states, 'awaitingPayment');
  states['awaitingPayment'] = { ...payment, on: Object.fromEntries(Object.entries(on ?? {}).filter(([, ways]) => !ways.some(({ elsewhere }) => elsewhere !== undefined))) };
  const taken = new Set(chartOf(definition.machine).moves.map(({ event }) => event));
  return { ...definition, events: Object.fromEntries(Object.entries(definition.events).filter(([event]) => taken.has(event))) };
}

/** Takes states out of a lane, and every way that leads there. */
function cut(lane: States, names: readonly string[]): void {
  for (const name of names) delete lane[name];
  for (const state of Object.values(lane)) {
    state.on = Object.fromEntries(Object.entries(state.on ?? {}).filter(([, ways]) => !ways.some(({ target = '' }) => names.includes(target))));
  }
}

/** The toy licence with a fault seeded into it. */
export function broken(seed: (definition: LicenceDefinition, states: States) => void): LicenceDefinition {
  const definition = smallCard();
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
