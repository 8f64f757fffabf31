import type { EffectRef, LicenceDefinition, StateConfig } from '@anuyat/licence-kit';

/** A fault that any licence can be given. */
export interface Mutation {
  name: string;
  /** Changes a copy; answers false where the licence has nothing to break in this way. */
  apply(definition: LicenceDefinition): boolean;
}

type States = Record<string, StateConfig>;

const topOf = ({ machine }: LicenceDefinition): States => machine.states ?? {};
const review = (definition: LicenceDefinition): StateConfig | undefined => topOf(definition)['review'];
const lanesOf = (definition: LicenceDefinition): [id: string, states: States][] => Object.entries(review(definition)?.states ?? {}).map(([id, { states = {} }]) => [id, states]);

/** Sends every transition of an event of the last lane elsewhere. */
const leads = (name: string, act: string, target: string): Mutation => ({
  name,
  apply: (definition) => {
    const [id, states] = lanesOf(definition).at(-1) ?? ['', {}];
    const taking = Object.values(states).filter(({ on }) => on?.[`${id}.${act}`]);
    for (const { on } of taking) if (on) on[`${id}.${act}`] = [{ target }];
    return taking.length > 0;
  },
});

const forget = (effects: EffectRef[] | undefined, type: string): EffectRef[] => (effects ?? []).filter((effect) => effect.type !== type);

/** Faults in what is decided, billed, closed, asked and left to time. */
export const mutations: readonly Mutation[] = [
  leads('silence approves', 'overdue', 'approved'),
  leads('a refusal approves', 'refused', 'approved'),
  {
    name: 'the end closes nothing',
    apply: (definition) => {
      for (const state of Object.values(topOf(definition))) if (state.meta?.outcome) state.entry = forget(state.entry, 'closeAll');
      return true;
    },
  },
  {
    name: 'everybody is billed',
    apply: (definition) => {
      const state = review(definition);
      if (!state || !topOf(definition)['awaitingPayment']) return false;
      state.onDone = [{ target: 'awaitingPayment' }];
      return true;
    },
  },
  {
    name: 'nobody is billed',
    apply: (definition) => {
      const state = review(definition);
      if (!state || !topOf(definition)['awaitingPayment']) return false;
      state.onDone = [{ target: 'issuing' }];
      return true;
    },
  },
  {
    name: 'nobody can decide',
    apply: (definition) => {
      const [id, states] = lanesOf(definition)[0] ?? ['', {}];
      for (const { on } of Object.values(states)) for (const act of ['approved', 'refused', 'carried']) delete on?.[`${id}.${act}`];
      return true;
    },
  },
  {
    name: 'questions without end',
    apply: (definition) => {
      const [id, states] = lanesOf(definition)[0] ?? ['', {}];
      const state = states['rechecking'];
      if (state) state.on = { ...state.on, [`${id}.asked`]: [{ target: 'asked' }] };
      return state !== undefined;
    },
  },
  {
    name: 'a task is never closed',
    apply: (definition) => {
      const [, states] = lanesOf(definition).at(-1) ?? ['', {}];
      const state = states['approved'];
      if (state) state.entry = forget(state.entry, 'closeReview');
      return state !== undefined;
    },
  },
];
