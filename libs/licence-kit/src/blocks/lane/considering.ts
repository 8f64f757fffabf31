import type { EventRule } from '../../definition/licence-definition';
import type { StateConfig, TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import { HEARING, hearing } from './hearing';
import type { LanePart, LaneParts } from './lane-parts';
import { to } from './lane-parts';

/**
 * What a deciding state takes: approval, or the intent to refuse, which the applicant may answer before anything is refused. Where a
 * second officer has to confirm, approval is only proposed here.
 */
export function decisions({ lane }: LaneParts): Record<string, TransitionConfig[]> {
  const { id } = lane;
  const approve = lane.secondOfficer ? { [`${id}.approvalProposed`]: to('confirming') } : { [`${id}.approved`]: to('approved') };
  return { ...approve, [`${id}.refusalIntended`]: to('hearing') };
}

/** The decision, the hearing before a refusal, the second officer's word where there has to be one, and the lane's end. */
export function considering(parts: LaneParts): LanePart {
  const { lane, office, isLate, stopDue } = parts;
  const { id } = lane;
  const heard = hearing({
    lane: id,
    clock: lane.hearing ?? HEARING,
    notice: 'refusal-intended',
    next: 'reconsidering',
    entry: [effect('closeReview', { lane: id }), effect('suspendClock', { name: `${id}.due`, ground: 'hearing' })],
  });
  return {
    states: {
      ...(parts.isOneStep
        ? {}
        : {
            considering: {
              meta: { label: 'state.considering', owner: office },
              entry: [effect('requestReview', { lane: id, stage: 'decision' })],
              on: { ...decisions(parts), ...isLate },
            },
          }),
      ...(lane.secondOfficer ? { confirming: confirming(parts, 'state.confirming', { [`${id}.approved`]: to('approved') }, parts.isOneStep ? 'checking' : 'considering') } : {}),
      ...heard.states,
      reconsidering: {
        meta: { label: 'state.reconsidering', owner: office, station: 'detour' },
        entry: [
          effect('requestReview', { lane: id, stage: 'decision' }),
          effect('resumeClock', { name: `${id}.due`, unit: lane.clock.unit }),
        ],
        on: { ...lastDecisions(parts), ...isLate },
      },
      ...(lane.secondOfficer ? secondLooks(parts) : {}),
      approved: {
        type: 'final',
        meta: { label: 'state.approved' },
        entry: [effect('closeReview', { lane: id }), stopDue],
      },
    },
    events: { ...decidingEvents(parts), ...heard.events },
  };
}

/** After the hearing nothing more is intended: it is approved or refused. */
function lastDecisions({ lane: { id, secondOfficer } }: LaneParts): Record<string, TransitionConfig[]> {
  return secondOfficer
    ? { [`${id}.approvalProposed`]: to('reconfirming'), [`${id}.refusalProposed`]: to('confirmingRefusal') }
    : { [`${id}.approved`]: to('approved'), [`${id}.refused`]: to('#refused') };
}

function secondLooks(parts: LaneParts): Record<string, StateConfig> {
  const { id } = parts.lane;
  return {
    reconfirming: confirming(parts, 'state.confirming', { [`${id}.approved`]: to('approved') }, 'reconsidering', 'detour'),
    confirmingRefusal: confirming(parts, 'state.confirmingRefusal', { [`${id}.refused`]: to('#refused') }, 'reconsidering', 'detour'),
  };
}

/** Another officer than the one who proposed confirms, or sends it back with a reason. */
function confirming({ lane: { id }, office, isLate }: LaneParts, label: string, confirm: Record<string, TransitionConfig[]>, back: string, station?: 'detour'): StateConfig {
  return {
    meta: { label, owner: office, ...(station ? { station } : {}) },
    entry: [effect('requestReview', { lane: id, stage: 'confirmation' })],
    on: { ...confirm, [`${id}.sentBack`]: to(back), ...isLate },
  };
}

function decidingEvents({ lane: { id, secondOfficer }, lateEvents }: LaneParts): Record<string, EventRule> {
  const confirms = secondOfficer ? ({ hand: 'confirms' } as const) : {};
  return {
    ...(secondOfficer
      ? {
          [`${id}.approvalProposed`]: { by: 'officer', lane: id, permission: 'review', data: eventData.approved, hand: 'proposes' },
          [`${id}.refusalProposed`]: { by: 'officer', lane: id, permission: 'review', data: eventData.refused, hand: 'proposes' },
          [`${id}.sentBack`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.returned, hand: 'confirms' },
        }
      : {}),
    [`${id}.approved`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.approved, ...confirms },
    [`${id}.refusalIntended`]: { by: 'officer', lane: id, permission: secondOfficer ? 'review' : 'approve', data: eventData.refused },
    [`${id}.refused`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.refused, ...confirms },
    ...lateEvents,
    [`${id}.lapsed`]: { by: 'portal', lane: id },
  };
}
