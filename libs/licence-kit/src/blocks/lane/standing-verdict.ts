import type { StateConfig, TransitionConfig } from '../../definition/machine';
import type { LaneBlock } from '../agency-review';
import { effect } from '../effects';
import { to } from './lane-parts';

/** The state of a lane whose part in a review that begins again is done already: its verdict, or that it was not needed, stands. */
export const STOOD = 'stood';

/** A lane that can stand by what it came to, while others look again at what a correction changed. */
export function withStandingVerdict({ lane, region, events }: LaneBlock): LaneBlock {
  const { id, when } = lane;
  const { approved, notNeeded } = region.states ?? {};
  const stood: StateConfig = {
    type: 'final',
    meta: { label: 'state.stood', station: 'hidden' },
    on: {
      ...(approved?.on?.[`${id}.reopened`] ? { [`${id}.reopened`]: to(reopenedTo(lane.hasInspection)) } : {}),
      ...(approved?.on?.[`${id}.released`] ? { [`${id}.released`]: approved.on[`${id}.released`] ?? [] } : {}),
      ...(when !== undefined && notNeeded?.on ? notNeeded.on : {}),
    },
  };
  return { lane, events, region: { ...region, states: { ...region.states, [STOOD]: stood } } };
}

/**
 * Before the fee is paid a correction leads back to the lanes that read what changed, and to no other: the bill is no longer asked for,
 * and is written anew when they are through.
 */
export function backFromPayment({ lane: { id, when, hasInspection } }: LaneBlock, hasOthers: boolean): Record<string, TransitionConfig[]> {
  const into = (state: string): TransitionConfig => ({ target: `review.${id}.${state}`, ...(hasOthers ? { elsewhere: STOOD } : {}), actions: [effect('cancelPayment', {})] });
  return {
    [`${id}.reopened`]: [into(reopenedTo(hasInspection))],
    ...(when === undefined ? {} : { [`${id}.called`]: [{ guard: { type: 'rule', params: { rule: when } }, ...into('checking') }] }),
  };
}

/** Where a lane that had decided looks again: after its visit, if it makes one. */
export function reopenedTo(hasInspection: boolean): string {
  return hasInspection ? 'reviewingAfterVisit' : 'reviewing';
}
