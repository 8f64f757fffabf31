import type { StateConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import { waitingForAnswer } from './asking';
import { afterCheck } from './checking';
import type { LanePart, LaneParts } from './lane-parts';
import { to } from './lane-parts';

/**
 * The one further demand that a lane may make: on a ground that the law knows, with a supervisor's consent, told by a notice of its own
 * (Licensing Facilitation Act B.E. 2558 s.8). After its answer there is no way to another. All of it is the office's own time.
 */
export function demanding(parts: LaneParts): LanePart {
  const { lane, office, isLate } = parts;
  const { id } = lane;
  return {
    states: {
      demandingLate: consenting(parts, 'checkingLate'),
      demanding: consenting(parts, 'rechecking'),
      consented: {
        meta: { label: 'state.consented', owner: 'portal', station: 'hidden' },
        entry: [effect('gatherDefects', { lane: id })],
        on: { [`${id}.toldAgain`]: to('askedAgain'), ...isLate },
      },
      askedAgain: waitingForAnswer(parts, 'state.askedAgain', 'recheckingAgain'),
      recheckingAgain: {
        meta: { label: 'state.rechecking', owner: office, station: 'detour' },
        entry: [effect('requestReview', { lane: id, stage: 'recheck' })],
        on: { ...afterCheck(parts), [`${id}.returned`]: to('#returned'), ...isLate },
      },
    },
    events: {
      [`${id}.demanded`]: { by: 'officer', lane: id, permission: 'review', data: eventData.demanded },
      [`${id}.toldAgain`]: { by: 'portal', lane: id, data: eventData.toldAgain },
      [`${id}.demandApproved`]: { by: 'officer', lane: id, permission: 'supervise', data: eventData.note },
      [`${id}.demandDeclined`]: { by: 'officer', lane: id, permission: 'supervise', data: eventData.returned },
    },
  };
}

function consenting({ lane: { id }, office, isLate }: LaneParts, back: string): StateConfig {
  return {
    meta: { label: 'state.demanding', owner: office, station: 'detour' },
    entry: [effect('requestReview', { lane: id, stage: 'demand' })],
    on: { [`${id}.demandApproved`]: to('consented'), [`${id}.demandDeclined`]: to(back), ...isLate },
  };
}
