import type { EffectRef, TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import { decisions } from './considering';
import type { LanePart, LaneParts } from './lane-parts';
import { to } from './lane-parts';

/** Where a complete file goes: to the visit or the decision, or, at a counter, straight to the verdict. */
export function afterCheck(parts: LaneParts): Record<string, TransitionConfig[]> {
  if (parts.isOneStep) return decisions(parts);
  return { [`${parts.lane.id}.accepted`]: to(parts.lane.hasInspection ? 'planning' : 'considering') };
}

/**
 * The first look: is the file complete. All lanes of a case look in one shared window, so that what they find is told in one notice; a
 * lane that is not done when the window ends goes on checking, and may ask only as a second demand may be made.
 */
export function checking(parts: LaneParts): LanePart {
  const { lane, office, isLate, startDue } = parts;
  const { id } = lane;
  return {
    states: {
      checking: {
        meta: { label: 'state.checking', owner: office },
        entry: [effect('requestReview', { lane: id, stage: 'completeness' }), startDue, startWindow(parts)],
        exit: [effect('stopClock', { name: `${id}.window` }), effect('gatherDefects', { lane: id })],
        on: { ...afterCheck(parts), [`${id}.asked`]: to('found'), [`${id}.windowEnded`]: to('checkingLate'), ...isLate },
      },
      checkingLate: {
        meta: { label: 'state.checkingLate', owner: office, station: 'detour' },
        entry: [effect('requestReview', { lane: id, stage: 'completeness' })],
        on: { ...afterCheck(parts), [`${id}.demanded`]: to('demandingLate'), ...isLate },
      },
    },
    events: {
      [`${id}.accepted`]: { by: 'officer', lane: id, permission: 'review', data: eventData.note },
      [`${id}.windowEnded`]: { by: 'portal', lane: id },
    },
  };
}

function startWindow({ lane: { id }, window }: LaneParts): EffectRef {
  return effect('startClock', { name: `${id}.window`, lane: id, ...window, then: `${id}.windowEnded` });
}
