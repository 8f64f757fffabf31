import type { StateValue } from 'xstate';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { Effect, EffectRef } from '../definition/machine';
import { EventNotAccepted } from './event-not-accepted';
import { handoversBetween, holdersOf, type Handover } from './holders';
import { KnownSteps } from './known-steps';
import { LicenceMachine, type Step } from './licence-machine';
import { rulerOverFacts, rulerOverRulings, type FactsSource, type Rulings, type Ruler } from './ruler';
import { standingEffects, standingHandovers } from './standing-events';
import { statusOf, type Status } from './status-of';

/** What is kept of an application between two events: where it stands, and nothing else. */
export interface StoredState {
  value: StateValue;
}

/** What an event brought about. */
export interface Advanced {
  state: StoredState;
  status: Status;
  effects: Effect[];
  /** Every rule that was asked on the way, with what it said. */
  rulings: Rulings;
  /** Whose time ends and whose begins; from the states alone. */
  handovers: Handover[];
  isEnded: boolean;
}

/** How the opening is named among the steps; no event is. */
const OPENING = '';

const engines = new WeakMap<LicenceDefinition, { machine: LicenceMachine; steps: KnownSteps }>();

/** The machine of a definition; built at the first use and kept with the definition object. */
export function machineOf(definition: LicenceDefinition): LicenceMachine {
  return engineOf(definition).machine;
}

function engineOf(definition: LicenceDefinition): { machine: LicenceMachine; steps: KnownSteps } {
  let engine = engines.get(definition);
  if (!engine) {
    engine = { machine: new LicenceMachine(definition.machine), steps: new KnownSteps() };
    engines.set(definition, engine);
  }
  return engine;
}

/** The first state of an application and what it asks for. Pure: no clock, no I/O. */
export function open(definition: LicenceDefinition, facts: FactsSource): Advanced {
  return opened(definition, rulerOverFacts(definition, facts));
}

/**
 * The next state and the effects it asks for. Pure: no clock, no I/O.
 * @throws EventNotAccepted when the state does not take the event.
 */
export function advance(definition: LicenceDefinition, stored: StoredState, type: string, facts: FactsSource): Advanced {
  return advanced(definition, stored, type, rulerOverFacts(definition, facts));
}

/** As {@link open}, under the rulings of then: what a replay of the history uses. */
export function reopen(definition: LicenceDefinition, rulings: Rulings): Advanced {
  return opened(definition, rulerOverRulings(rulings));
}

/** As {@link advance}, under the rulings of then. */
export function readvance(definition: LicenceDefinition, stored: StoredState, type: string, rulings: Rulings): Advanced {
  return advanced(definition, stored, type, rulerOverRulings(rulings));
}

/** As {@link open}, decided by any ruler: what a look at another version uses. */
export function openRuled(definition: LicenceDefinition, ruler: Ruler): Advanced {
  return opened(definition, ruler);
}

/** As {@link advance}, decided by any ruler. */
export function advanceRuled(definition: LicenceDefinition, stored: StoredState, type: string, ruler: Ruler): Advanced {
  return advanced(definition, stored, type, ruler);
}

/** Types of the events that the state takes, in the definition's order. */
export function acceptedEvents(definition: LicenceDefinition, stored: StoredState): string[] {
  const snapshot = machineOf(definition).restore(stored.value);
  return Object.keys(definition.events).filter((type) => snapshot.can({ type }));
}

function opened(definition: LicenceDefinition, ruler: Ruler): Advanced {
  const { machine, steps } = engineOf(definition);
  return steps.find(undefined, OPENING, ruler) ?? kept(steps, undefined, OPENING, told(definition, undefined, machine.open(ruler), ruler));
}

function advanced(definition: LicenceDefinition, stored: StoredState, type: string, ruler: Ruler): Advanced {
  const standing = standingEffects(type);
  if (standing) return stayed(definition, stored, standing, standingHandovers(type, holdersOf(definition, stored.value)));
  const { machine, steps } = engineOf(definition);
  const known = steps.find(stored.value, type, ruler);
  if (known) return known;
  const before = machine.restore(stored.value);
  if (!before.can({ type })) throw new EventNotAccepted(type, stored, acceptedEvents(definition, stored));
  return kept(steps, stored.value, type, told(definition, stored, machine.advance(before, type, ruler), ruler));
}

function kept(steps: KnownSteps, state: StateValue | undefined, type: string, step: Advanced): Advanced {
  steps.keep(state, type, step);
  return step;
}

function told(definition: LicenceDefinition, before: StoredState | undefined, step: Step, ruler: Ruler): Advanced {
  const value = step.snapshot.value as StateValue;
  return {
    state: { value },
    status: statusOf(value),
    effects: step.effects.map(asEffect),
    rulings: ruler.rulings,
    handovers: handoversBetween(before ? holdersOf(definition, before.value) : {}, holdersOf(definition, value)),
    isEnded: step.snapshot.status === 'done',
  };
}

/** The application stays where it is, also after its end. */
function stayed(definition: LicenceDefinition, state: StoredState, effects: Effect[], handovers: Handover[]): Advanced {
  return { state, status: statusOf(state.value), effects, rulings: {}, handovers, isEnded: machineOf(definition).restore(state.value).status === 'done' };
}

/** Definitions are checked before they are published, so that a reference holds what its name promises. */
function asEffect(ref: EffectRef): Effect {
  return ref as unknown as Effect;
}
