import { initialTransition, setup, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { acceptedEvents, advance, canonicalJson, machineOf, open, statusOf, type LicenceDefinition, type StoredState, withWholeTargets } from '@anuyat/licence-kit';
import { licences } from '@anuyat/workflows';
import { LicenceMachine } from '../../../libs/licence-kit/src/engine/licence-machine';
import { rulerOverFacts } from '../../../libs/licence-kit/src/engine/ruler';
import { reduceByHand } from '../contenders/reducer';
import { answers } from '../ground/filing';
import type { Ground } from '../ground/ground';
import { processLicence, walk } from '../ground/process-licence';
import { median } from '../harness/arithmetic';
import type { Findings } from '../harness/bounds';
import { randomFrom } from '../harness/random';

const ROUNDS = 9;
const SLICE_MS = 120;
const EQUAL_EVENTS = 10_000;
const facts = { ...answers, place: {}, filing: { date: '2026-11-23' } };

type Step = (state: StoredState, type: string) => { state: unknown };

/** G5: one step, from stored text to stored text, and whether it is XState's. */
export async function measureStep(_: Ground): Promise<Findings> {
  const plain = plainMachine(processLicence);
  const contenders: Record<string, Step> = {
    engine: (state, type) => advance(processLicence, state, type, facts),
    byHand: (state, type) => reduceByHand(state, type),
    computed: (state, type) => computed(machineOf(processLicence), state, type),
    rebuilt: (state, type) => computed(new LicenceMachine(processLicence.machine), state, type),
    transition: (state, type) => {
      const [snapshot, actions] = transition(plain, plain.resolveState({ value: state.value, context: {} }), { type });
      return { state: { value: snapshot.value }, effects: actions };
    },
  };
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const situations = situationsOfLife();
  for (const [name, step] of Object.entries(contenders)) if (canonicalJson(ends(step, situations)) !== canonicalJson(ends(contenders['byHand'] as Step, situations))) throw new Error(`The steps of "${name}" are others.`);
  for (let round = 0; round < ROUNDS; round++) for (const [name, step] of Object.entries(contenders)) times[name]?.push(microseconds(step, situations));
  const ratio = (over: string, under: string): number[] => (times[over] ?? []).map((time, at) => time / (times[under]?.[at] ?? Number.NaN));
  /** The shortest time of each: what was not interrupted. */
  const ofShortest = (over: string, under: string): number => Math.min(...(times[over] ?? [])) / Math.min(...(times[under] ?? []));
  const unequal = compareWithXState();
  return {
    bounds: [
      { name: 'G5.step/byHand', what: 'a step from stored text to stored text against a reducer written by hand', sense: '<=', floor: 8, reached: ofShortest('engine', 'byHand'), rounds: ratio('engine', 'byHand') },
      { name: 'G5.rebuild/machine', what: 'building the machine for each event against keeping it', sense: '>=', floor: 5, reached: ofShortest('rebuilt', 'computed'), rounds: ratio('rebuilt', 'computed') },
      { name: 'G5.unequal', what: `of ${EQUAL_EVENTS} random events over all licences, those that XState’s transition() answers otherwise`, sense: '<=', floor: 0, reached: unequal, unit: 'events' },
    ],
    notes: {
      microseconds: Object.fromEntries(Object.entries(times).map(([name, each]) => [name, Math.round(median(each) * 10) / 10])),
      explained: 'engine: as the door uses it, with the steps it knows; computed: XState computes every step; transition: XState’s own pure function',
    },
  };
}

function computed(machine: LicenceMachine, state: StoredState, type: string): { state: unknown; status: string; effects: unknown[] } {
  const step = machine.advance(machine.restore(state.value), type, rulerOverFacts(processLicence, facts));
  return { state: { value: step.snapshot.value }, status: statusOf(step.snapshot.value as never), effects: step.effects };
}

/** Stored text and event of each of the six steps after the filing. */
function situationsOfLife(): { stored: string; type: string }[] {
  let { state } = open(processLicence, facts);
  return walk.map(({ type }) => {
    const stored = JSON.stringify(state);
    state = advance(processLicence, state, type, facts).state;
    return { stored, type };
  });
}

function ends(step: Step, situations: readonly { stored: string; type: string }[]): unknown[] {
  return situations.map(({ stored, type }) => step(JSON.parse(stored) as StoredState, type).state);
}

function microseconds(step: Step, situations: readonly { stored: string; type: string }[]): number {
  const begun = performance.now();
  let steps = 0;
  let written = 0;
  while (performance.now() - begun < SLICE_MS) {
    for (const { stored, type } of situations) written += JSON.stringify(step(JSON.parse(stored) as StoredState, type)).length;
    steps += situations.length;
  }
  if (written === 0) throw new Error('Nothing was written.');
  return ((performance.now() - begun) * 1_000) / steps;
}

function plainMachine(definition: LicenceDefinition, says: (rule: string) => boolean = () => true): AnyStateMachine {
  type Guard = { type: string; params: { rule?: string; guard?: Guard } };
  const decide = ({ type, params }: Guard): boolean => (type === 'not' ? !decide(params.guard as Guard) : says(type === 'feeIsDue' ? 'fee is due' : (params.rule ?? 'false')));
  return setup({
    guards: {
      rule: (_, params: Guard['params']) => decide({ type: 'rule', params }),
      feeIsDue: () => decide({ type: 'feeIsDue', params: {} }),
      not: (_, params: Guard['params']) => decide({ type: 'not', params }),
    },
  }).createMachine(withWholeTargets(definition.machine) as never) as unknown as AnyStateMachine;
}

/** Random lives under the engine and under XState's own pure functions, side by side. @returns how many events differ. */
function compareWithXState(): number {
  const random = randomFrom(20_261_123);
  const all = [...licences, processLicence];
  let unequal = 0;
  for (let events = 0; events < EQUAL_EVENTS; ) {
    const definition = all[Math.floor(random() * all.length)] as LicenceDefinition;
    const life = lifeFacts(random);
    const ruler = rulerOverFacts(definition, life);
    const plain = plainMachine(definition, (rule) => (rule === 'fee is due' ? ruler.saysFeeIsDue() : ruler.says(rule)));
    let [snapshot, actions] = initialTransition(plain) as unknown as [AnyMachineSnapshot, { type: string; params?: unknown }[]];
    let stored = open(definition, life).state;
    for (; events < EQUAL_EVENTS && snapshot.status === 'active'; events++) {
      const accepted = acceptedEvents(definition, stored);
      const type = accepted[Math.floor(random() * accepted.length)] ?? '';
      [snapshot, actions] = transition(plain, snapshot, { type }) as unknown as [AnyMachineSnapshot, { type: string; params?: unknown }[]];
      const { state, effects } = advance(definition, stored, type, life);
      const theirs = { value: snapshot.value, effects: actions.map((action) => ({ type: action.type, params: action.params ?? {} })) };
      if (canonicalJson({ value: state.value, effects }) !== canonicalJson(theirs)) unequal += 1;
      stored = state;
    }
  }
  return unequal;
}

function lifeFacts(random: () => number): Record<string, unknown> {
  const either = <T>(...values: T[]): T => values[Math.floor(random() * values.length)] as T;
  return {
    ...facts,
    place: { province: either('10', '20', '23'), estate: either(null, 'laem-chabang'), zone: either(null, 'eec') },
    premises: { areaSqm: either(80, 150, 260, 700), storeys: 2, tenure: either('own', 'rent') },
    food: { kind: either('restaurant', 'cafe'), seats: either(20, 200), wastewaterTo: either('sewer', 'waterway') },
  };
}
