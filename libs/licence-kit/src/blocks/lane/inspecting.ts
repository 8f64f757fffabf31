import { effect } from '../effects';
import { eventData } from '../event-data';
import type { LanePart, LaneParts } from './lane-parts';

/** The visit, for lanes that have one. */
export function inspecting({ lane, office, isLate }: LaneParts): LanePart {
  if (!lane.hasInspection) return { states: {}, events: {} };
  const { id } = lane;
  const tell = effect('tell', { notice: 'inspection-planned', lane: id });
  return {
    states: {
      planning: {
        meta: { label: 'state.planning', owner: office },
        entry: [effect('requestReview', { lane: id, stage: 'inspection' })],
        on: { [`${id}.inspectionPlanned`]: [{ target: 'inspecting' }], ...isLate },
      },
      inspecting: {
        meta: { label: 'state.inspecting', owner: office },
        entry: [tell],
        on: {
          [`${id}.inspectionPlanned`]: [{ actions: [tell] }],
          [`${id}.inspectionRecorded`]: [{ target: 'considering' }],
          ...isLate,
        },
      },
    },
    events: {
      [`${id}.inspectionPlanned`]: { by: 'officer', lane: id, permission: 'inspect', data: eventData.inspectionPlanned },
      [`${id}.inspectionRecorded`]: { by: 'officer', lane: id, permission: 'inspect', data: eventData.inspectionRecorded },
    },
  };
}
