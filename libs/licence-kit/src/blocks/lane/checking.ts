import type { TransitionConfig } from '../../definition/machine';
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

/** The first look: is the file complete. */
export function checking(parts: LaneParts): LanePart {
  const { lane, office, isLate, startDue } = parts;
  const { id } = lane;
  return {
    states: {
      checking: {
        meta: { label: 'state.checking', owner: office },
        entry: [effect('requestReview', { lane: id, stage: 'completeness' }), startDue],
        on: { ...afterCheck(parts), [`${id}.asked`]: to('asked'), ...isLate },
      },
    },
    events: {
      [`${id}.accepted`]: { by: 'officer', lane: id, permission: 'review', data: eventData.note },
    },
  };
}
