import type { Facts } from '../definition/case-answers';
import type { LicenceDefinition } from '../definition/licence-definition';
import { advance, open, type Advanced, type StoredState } from '../engine/advance';
import { EventNotAccepted } from '../engine/event-not-accepted';
import { setFact } from '../forms/fact-path';
import { validateAnswers } from '../forms/validate-answers';
import { promises, type PromiseCode } from '../prover/promise';
import { prove, type Proof } from '../prover/prove';
import type { Expectation, StoryOfACase, StoryStep } from './story-of-a-case';

/** The whole spec of a licence: every promise of the prover, and its lived cases played again. */
export function describeLicence(licence: LicenceDefinition, stories: readonly StoryOfACase[]): void {
  describe(`the licence ${licence.code}`, () => {
    let proof: Proof | undefined;
    it.each(Object.entries(promises) as [PromiseCode, string][])('%s: it %s', (code) => {
      proof ??= prove(licence);
      const found = proof.promises.find((finding) => finding.code === code);
      expect(found ?? 'not looked into, because an earlier promise is broken').toEqual({ code, isKept: true });
    });

    it('is plain data that survives being stored', () => {
      expect(JSON.parse(JSON.stringify(licence))).toEqual(licence);
    });

    it.each(stories.map((story) => [story.title, story] as const))('lived: %s', (_, story) => {
      play(licence, story);
    });
  });
}

/** Plays a lived case from filing on. @throws when anything comes out differently. */
export function play(licence: LicenceDefinition, story: StoryOfACase): void {
  let facts = story.facts;
  const opened = open(licence, facts);
  check('on filing', opened, story.opens ?? {});
  let state = opened.state;
  for (const [at, step] of story.steps.entries()) {
    const name = `step ${at + 1}, ${step.event.type}`;
    if (!step.expect.isRefused) checkData(licence, step, name);
    facts = withChanges(facts, step);
    state = playStep(licence, state, facts, step, name);
  }
}

function playStep(licence: LicenceDefinition, before: StoredState, facts: Facts, { event, expect: expected }: StoryStep, name: string): StoredState {
  try {
    const advanced = advance(licence, before, event.type, facts);
    if (expected.isRefused) throw new Error(`At ${name}: it was accepted, but the story has it refused.`);
    check(name, advanced, expected);
    return advanced.state;
  } catch (error) {
    if (!(error instanceof EventNotAccepted) || !expected.isRefused) throw error;
    return before;
  }
}

function check(name: string, { state, status, effects }: Advanced, expected: Expectation): void {
  const seen = { state: state.value, status, effects: effects.map(({ type }) => type) };
  const told = Object.fromEntries(Object.entries(expected).filter(([key]) => key in seen));
  expect({ at: name, ...seen }).toMatchObject({ at: name, ...told });
}

function checkData({ events }: LicenceDefinition, { event: { type, data = {} } }: StoryStep, name: string): void {
  const schema = events[type]?.data;
  if (schema) expect({ at: name, problems: validateAnswers(schema, data, {}) }).toEqual({ at: name, problems: [] });
}

function withChanges(facts: Facts, { event }: StoryStep): Facts {
  const changes = (event.data?.['changes'] ?? {}) as Record<string, unknown>;
  return Object.entries(changes).reduce((so: Facts, [path, value]) => setFact(so, path, value), facts);
}
