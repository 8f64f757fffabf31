import type { EventRule } from '../definition/licence-definition';
import type { StateConfig, TransitionConfig } from '../definition/machine';
import { effect } from './effects';

/** FEEL: whether a licence that the law puts first is still open when the case is filed. The portal works it out; absent, none is. */
export const PREREQUISITES_ARE_OPEN = 'prerequisites.areOpen = true';

/** Where an application stands before its review while a licence that comes first is not there yet. */
export interface PrerequisiteBlock {
  initial: string;
  states: Record<string, StateConfig>;
  events: Record<string, EventRule>;
}

/**
 * The order between licences of one case. Everything is asked and filed once; what may not be granted yet waits without a task and
 * without a clock, since no office has it (the time of the Licensing Facilitation Act B.E. 2558 s.10 runs from a file that can be
 * considered), and starts by itself. One that cannot come any more is told to the applicant, who may wait for a new filing or withdraw.
 */
export function prerequisiteBlock(dependsOn: readonly string[], canWithdraw: Record<string, TransitionConfig[]>): PrerequisiteBlock {
  if (dependsOn.length === 0) return { initial: 'review', states: {}, events: {} };
  return {
    initial: 'order',
    states: {
      order: {
        meta: { label: 'state.order', station: 'hidden' },
        always: [{ guard: { type: 'rule', params: { rule: PREREQUISITES_ARE_OPEN } }, target: 'waiting' }, { target: 'review' }],
      },
      waiting: {
        meta: { label: 'state.waiting', owner: 'law', ground: 'prior-licence', station: 'detour' },
        on: {
          'prerequisites.met': [{ target: 'review' }],
          'prerequisites.failed': [{ actions: [effect('tell', { notice: 'prerequisite-failed' })] }],
          ...canWithdraw,
        },
      },
    },
    events: {
      'prerequisites.met': { by: 'portal', data: { type: 'object' } },
      'prerequisites.failed': { by: 'portal', data: { type: 'object' } },
    },
  };
}
