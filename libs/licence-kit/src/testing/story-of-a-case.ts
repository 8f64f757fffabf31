import type { Facts } from '../definition/case-answers';
import type { Status } from '../engine/status-of';
import type { StoredState } from '../engine/advance';

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
  state?: StoredState['value'];
  status?: Status;
  /** Names of the effects, in their order. */
  effects?: string[];
  /** The event is not accepted, and nothing changes. */
  isRefused?: boolean;
}
