import type { StateConfig } from '../../definition/machine';
import { eventData } from '../event-data';
import type { LanePart } from './lane-parts';
import { to } from './lane-parts';

/**
 * How a lane begins where an appeal reopened the matter: its earlier approval is carried over, or the refusal that was annulled is
 * decided anew, with the applicant's answer already heard. Only the portal sends these, with the decision that they rest on.
 */
export function carryingOver(lane: string, states: Record<string, StateConfig>): LanePart {
  const { checking } = states;
  if (!checking) return { states, events: {} };
  return {
    states: { ...states, checking: { ...checking, on: { ...checking.on, [`${lane}.carried`]: to('approved'), [`${lane}.remitted`]: to('reconsidering') } } },
    events: {
      [`${lane}.carried`]: { by: 'portal', lane, data: eventData.restsOn },
      [`${lane}.remitted`]: { by: 'portal', lane, data: eventData.restsOn },
    },
  };
}
