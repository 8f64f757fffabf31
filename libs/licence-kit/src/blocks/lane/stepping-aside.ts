import type { StateConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import type { LanePart } from './lane-parts';

/**
 * An officer who has an interest in the matter says so, wherever the office has the file: the task goes back to the office without that
 * officer, and nothing else changes (Administrative Procedure Act B.E. 2539 ss.13, 14, 16).
 */
export function steppingAside(lane: string, states: Record<string, StateConfig>): LanePart {
  const event = `${lane}.conflictDeclared`;
  const declared = { [event]: [{ actions: [effect('reassign', { lane })] }] };
  const held = Object.entries(states).map(([id, state]) => [id, state.meta?.owner === `office:${lane}` ? { ...state, on: { ...state.on, ...declared } } : state] as const);
  return {
    states: Object.fromEntries(held),
    events: { [event]: { by: 'officer', lane, data: eventData.conflictDeclared, hand: 'steps-aside' } },
  };
}
