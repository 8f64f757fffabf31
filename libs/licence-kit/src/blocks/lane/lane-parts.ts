import type { Clock, EventRule, LaneDefinition } from '../../definition/licence-definition';
import type { EffectRef, StateConfig, TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import { deemedApproving } from './deemed-approving';
import { delayEvents, delaying } from './delaying';

/** What the parts of a lane share: who owns it, its clock, and what is done when that clock runs out. */
export interface LaneParts {
  lane: LaneDefinition;
  office: `office:${string}`;
  /** Completeness and decision are one look. */
  isOneStep: boolean;
  answerDays: number;
  /** The shared time in which all lanes of a case check for completeness, so that one notice tells what they find. */
  window: Pick<Clock, 'days' | 'unit'>;
  startDue: EffectRef;
  stopDue: EffectRef;
  /** What a state of the office does when its time is over. */
  isLate: Record<string, TransitionConfig[]>;
  /** Who sends what happens then. */
  lateEvents: Record<string, EventRule>;
}

/** One part of a lane: its states, in the order of the stations on the map, and the events that they take. */
export interface LanePart {
  states: Record<string, StateConfig>;
  events: Record<string, EventRule>;
}

interface LaneWays {
  isOneStep: boolean;
  answerDays: number;
  windowDays: number;
  /** Whether the end of the time approves, instead of making the office late. */
  silenceApproves: boolean;
}

export function laneParts(lane: LaneDefinition, { isOneStep, answerDays, windowDays, silenceApproves }: LaneWays): LaneParts {
  const { id } = lane;
  const end = silenceApproves ? deemedApproving(id) : { rings: `${id}.overdue`, isLate: delaying(id), events: delayEvents(id) };
  return {
    lane,
    office: `office:${id}`,
    isOneStep,
    answerDays,
    window: { days: windowDays, unit: 'working' },
    startDue: effect('startClock', { name: `${id}.due`, lane: id, ...daysOf(lane.clock), then: end.rings }),
    stopDue: effect('stopClock', { name: `${id}.due` }),
    isLate: end.isLate,
    lateEvents: end.events,
  };
}

export function to(target: string): TransitionConfig[] {
  return [{ target }];
}

function daysOf(clock: Clock): Pick<Clock, 'days' | 'unit'> {
  return { days: clock.days, unit: clock.unit };
}
