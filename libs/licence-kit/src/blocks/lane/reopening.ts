import type { EventRule } from '../../definition/licence-definition';
import type { StateConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import { afterCheck } from './checking';
import type { LanePart, LaneParts } from './lane-parts';
import { to } from './lane-parts';

/** States before a lane has said anything that a correction could make untrue: they read the corrected file anyway. */
const UNDECIDED = new Set([
  'checking', 'checkingLate', 'found', 'asked', 'rechecking', 'demanding', 'demandingLate', 'consented', 'askedAgain', 'recheckingAgain', 'reviewing', 'reviewingAfterVisit',
]);
const BEFORE_VISIT = new Set(['planning', 'inspecting']);

/** The look at what a correction changed: nothing else is asked of the office, and it may ask nothing more. */
export function reviewingAgain(parts: LaneParts): LanePart {
  const { lane, office, isLate, startDue } = parts;
  const { id } = lane;
  const look = (on: StateConfig['on']): StateConfig => ({
    meta: { label: 'state.reviewing', owner: office, station: 'detour' },
    entry: [effect('requestReview', { lane: id, stage: 'correction' }), startDue],
    on: { ...on, ...isLate },
  });
  return {
    states: {
      reviewing: look(afterCheck(parts)),
      ...(lane.hasInspection ? { reviewingAfterVisit: look({ [`${id}.accepted`]: to('considering'), [`${id}.inspectionPlanned`]: to('inspecting') }) } : {}),
    },
    events: {},
  };
}

/**
 * Adds what a correction of the case may do to a lane: one that has read what changed looks again; one that is no longer needed closes;
 * one that was not needed and now is begins. Which lanes have read it, the registrar says by digests.
 */
export function withReopening({ lane, stopDue }: LaneParts, states: Record<string, StateConfig>): LanePart {
  const { id, when } = lane;
  const follows = { by: 'portal', lane: id, data: eventData.corrected, followsCorrection: true } satisfies EventRule;
  const needed = when === undefined ? undefined : ({ type: 'rule', params: { rule: when } } as const);
  const release = needed && {
    [`${id}.released`]: [{ guard: { type: 'not', params: { guard: needed } } as const, target: 'notNeeded', actions: [effect('closeReview', { lane: id }), stopDue] }],
  };
  const reopenedTo = (name: string): string => (lane.hasInspection && !BEFORE_VISIT.has(name) ? 'reviewingAfterVisit' : 'reviewing');
  const reopens = Object.entries(states).map(([name, state]): [string, StateConfig] => [
    name,
    { ...state, on: { ...state.on, ...(UNDECIDED.has(name) ? {} : { [`${id}.reopened`]: to(reopenedTo(name)) }), ...release } },
  ]);
  return {
    states: {
      ...Object.fromEntries(reopens),
      ...(needed
        ? { notNeeded: { type: 'final' as const, meta: { label: 'state.notNeeded', station: 'hidden' as const }, on: { [`${id}.called`]: [{ guard: needed, target: 'checking' }] } } }
        : {}),
    },
    events: {
      [`${id}.reopened`]: follows,
      ...(needed ? { [`${id}.called`]: follows, [`${id}.released`]: follows } : {}),
    },
  };
}
