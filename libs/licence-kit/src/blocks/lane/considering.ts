import type { TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import { delayEvents } from './delaying';
import type { LanePart, LaneParts } from './lane-parts';
import { to } from './lane-parts';

/** What a deciding state takes: approval, or a refusal that ends the application. */
export function decisions({ lane }: LaneParts): Record<string, TransitionConfig[]> {
  return { [`${lane.id}.approved`]: to('approved'), [`${lane.id}.refused`]: to('#refused') };
}

/** The decision, where it is a look of its own, and the lane's end. */
export function considering(parts: LaneParts): LanePart {
  const { lane, office, isLate, stopDue } = parts;
  const { id } = lane;
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
      approved: {
        type: 'final',
        meta: { label: 'state.approved' },
        entry: [effect('closeReview', { lane: id }), stopDue],
      },
    },
    events: {
      [`${id}.approved`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.note },
      [`${id}.refused`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.refused },
      ...delayEvents(id),
      [`${id}.lapsed`]: { by: 'portal', lane: id },
    },
  };
}
