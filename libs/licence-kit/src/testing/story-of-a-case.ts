import type { Facts } from '../definition/case-answers';

/** A lived case: what happened, and where the application stood after each event. Only ever added to. */
export interface StoryOfACase {
  title: string;
  /** Facts at filing; an event with `changes` changes them. */
  facts: Facts;
  /** What filing brings about. */
  opens?: Expectation;
  steps: StoryStep[];
}

export interface StoryStep {
  event: { type: string; data?: Record<string, unknown> };
  expect: Expectation;
}

export interface Expectation {
  /** The state's value, as it is stored. */
  state?: unknown;
  /** The application's status in a word; the types of a JSON file are as wide as this. */
  status?: string;
  /** Names of the effects, in their order. */
  effects?: string[];
  /** The event is not accepted, and nothing changes. */
  isRefused?: boolean;
}
