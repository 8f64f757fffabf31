import { standingTypes } from './standing-events';
import { actOf, wordFor } from '../blocks/words';
import { setup, initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { GuardRef } from '../definition/machine';
import { libraryCard } from '../testing/library-card';
import { acceptedEvents, advance, open, readvance, type StoredState } from './advance';
import { EventNotAccepted } from './event-not-accepted';
import { rulerOverFacts, type Ruler } from './ruler';
import { withWholeTargets } from './whole-targets';

const EVENTS = 10_000;

/** A repeatable stream of numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The same machine under XState's own pure functions, with nothing of ours between. */
function plainMachine(definition: LicenceDefinition, ruler: Ruler): AnyStateMachine {
  const says = ({ type, params }: GuardRef): boolean => {
    if (type === 'not') return !says(params.guard as GuardRef);
    return type === 'feeIsDue' ? ruler.saysFeeIsDue() : ruler.says(params.rule ?? 'false');
  };
  return setup({
    guards: {
      rule: (_, params: GuardRef['params']) => says({ type: 'rule', params }),
      feeIsDue: () => says({ type: 'feeIsDue', params: {} }),
      not: (_, params: GuardRef['params']) => says({ type: 'not', params }),
    },
  }).createMachine(withWholeTargets(definition.machine) as never) as unknown as AnyStateMachine;
}

const named = (effects: readonly { type: string; params?: unknown }[]): unknown[] => effects.map(({ type, params }) => ({ type, params: params ?? {} }));

function refusal(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    return error instanceof EventNotAccepted;
  }
}

describe('the engine', () => {
  it(`gives what XState's own transition() gives, for ${EVENTS} random events`, () => {
    const random = randomFrom(20_261_123);
    const definition = libraryCard();
    const types = Object.keys(definition.events);
    const differences: unknown[] = [];
    const same = (ours: unknown, theirs: unknown): void => {
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) differences.push({ ours, theirs });
    };
    let events = 0;
    let refused = 0;
    while (events < EVENTS) {
      const facts = { reader: { name: 'Mali', age: random() < 0.5 ? 9 : 30 }, wish: { rareBooks: random() < 0.5 ? 0 : 3, purpose: 'pleasure' } };
      const plain = plainMachine(definition, rulerOverFacts(definition, facts));
      const opened = open(definition, facts);
      let [snapshot, actions] = initialTransition(plain) as unknown as [AnyMachineSnapshot, { type: string; params?: unknown }[]];
      let stored = opened.state;
      same({ value: stored.value, effects: opened.effects }, { value: snapshot.value, effects: named(actions) });
      for (let step = 0; step < 40 && snapshot.status === 'active'; step++, events++) {
        const accepted = acceptedEvents(definition, stored);
        const pool = random() < 0.2 ? types : accepted;
        const type = pool[Math.floor(random() * pool.length)] as string;
        [snapshot, actions] = transition(plain, snapshot, { type }) as unknown as [AnyMachineSnapshot, { type: string; params?: unknown }[]];
        if (!accepted.includes(type)) {
          same(refusal(() => advance(definition, stored, type, facts)), true);
          same(stored.value, snapshot.value);
          refused += 1;
          continue;
        }
        const advanced = advance(definition, stored, type, facts);
        const { state, effects, isEnded } = advanced;
        same({ value: state.value, effects, isEnded }, { value: snapshot.value, effects: named(actions), isEnded: snapshot.status === 'done' });
        stored = JSON.parse(JSON.stringify(advanced.state)) as StoredState;
      }
    }
    expect(differences).toEqual([]);
    expect(refused).toBeGreaterThan(100);
  }, 60_000);

  it('remembers a step, and nobody can change what it remembers', () => {
    const definition = libraryCard();
    const facts = { reader: { name: 'Mali', age: 30 }, wish: { rareBooks: 0, purpose: 'pleasure' } };
    const { state } = open(definition, facts);
    const first = advance(definition, state, 'desk.accepted', facts);
    expect(advance(definition, structuredClone(state), 'desk.accepted', facts)).toBe(first);
    expect(() => first.effects.push({ type: 'closeAll', params: {} })).toThrow(TypeError);
  });

  it('asks anew where a rule decides', () => {
    const definition = libraryCard();
    const wish = { rareBooks: 0, purpose: 'pleasure' };
    const { state } = advance(definition, open(definition, { wish }).state, 'desk.accepted', {});
    for (const age of [30, 9, 30, 9]) {
      const { status, rulings } = advance(definition, state, 'desk.approved', { reader: { age }, wish });
      expect({ age, status, rulings }).toEqual({ age, status: age === 30 ? 'awaiting-payment' : 'issuing', rulings: { 'fee is due': age === 30 } });
    }
    expect(() => readvance(definition, state, 'desk.approved', {})).toThrow('holds no ruling');
  });

  it('reads no facts where the step asks no rule', () => {
    const definition = libraryCard();
    const state: StoredState = { value: { review: { desk: 'checking', vault: 'notNeeded' } } };
    const advanced = advance(definition, state, 'desk.accepted', () => {
      throw new Error('read');
    });
    expect(advanced.status).toBe('in-review');
  });
});

it.each(standingTypes.map((type) => [type]))('%s, which every history takes, has its word whatever the definition says', (type) => {
  expect(Object.values(wordFor(`event.${actOf(type)}`)).every((word) => word.length > 0)).toBe(true);
});
