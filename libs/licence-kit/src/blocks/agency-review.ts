import type { Clock, DutyCode, EventRule, LaneDefinition, LawCode } from '../definition/licence-definition';
import type { StateConfig, TransitionConfig } from '../definition/machine';
import { effect } from './effects';
import { eventData } from './event-data';

export interface AgencyReviewOptions {
  law: LawCode;
  duty: DutyCode;
  clock: Clock;
  /** FEEL: the lane exists only where this holds. */
  when?: string;
  /** Prefixes of the facts that the office reads. */
  reads: string[];
  readsDocuments?: string[];
  hasInspection?: boolean;
  /** Completeness and decision are one look, as at a counter: registration, assessment. */
  isOneStep?: boolean;
  /** Calendar days that the applicant has for the one round of questions. */
  answerDays?: number;
}

/** A lane with the part of the machine and the events that belong to it. */
export interface LaneBlock {
  lane: LaneDefinition;
  region: StateConfig;
  events: Record<string, EventRule>;
}

const DEFAULT_ANSWER_DAYS = 15;

/**
 * One agency's part of an application.
 *
 * The law is in its shape: what is missing is told in one round of questions, and a second round has no event
 * (Licensing Facilitation Act B.E. 2558 s.8); what is not answered in time goes back to the applicant (s.9); the office's clock
 * runs from a complete file, so it stops while the applicant answers and starts anew with the answer (s.10).
 */
export function agencyReview(id: string, options: AgencyReviewOptions): LaneBlock {
  const lane: LaneDefinition = {
    id,
    law: options.law,
    duty: options.duty,
    ...(options.when ? { when: options.when } : {}),
    clock: options.clock,
    hasInspection: options.hasInspection ?? false,
    reads: options.reads,
    readsDocuments: options.readsDocuments ?? [],
  };
  return {
    lane,
    region: regionOf(lane, options),
    events: eventsOf(lane),
  };
}

function regionOf(lane: LaneDefinition, options: AgencyReviewOptions): StateConfig {
  const { id } = lane;
  const office = `office:${id}` as const;
  const to = (target: string): TransitionConfig[] => [{ target }];
  const isLate = { [`${id}.overdue`]: [{ actions: [effect('escalate', { lane: id })] }] };
  const startDue = effect('startClock', { name: `${id}.due`, lane: id, ...daysOf(lane.clock), then: `${id}.overdue` });
  const stopDue = effect('stopClock', { name: `${id}.due` });
  const afterCheck = lane.hasInspection ? 'planning' : 'considering';
  const decide = { [`${id}.approved`]: to('approved'), [`${id}.refused`]: to('#refused') };
  const checked = options.isOneStep ? decide : { [`${id}.accepted`]: to(afterCheck) };

  const states: Record<string, StateConfig> = {
    checking: {
      meta: { label: 'state.checking', owner: office },
      entry: [effect('requestReview', { lane: id, stage: 'completeness' }), startDue],
      on: { ...checked, [`${id}.asked`]: to('asked'), ...isLate },
    },
    asked: {
      meta: { label: 'state.asked', owner: 'applicant', station: 'detour' },
      entry: [
        effect('closeReview', { lane: id }),
        stopDue,
        effect('requestAnswer', { lane: id }),
        effect('startClock', { name: `${id}.answer`, lane: id, days: options.answerDays ?? DEFAULT_ANSWER_DAYS, unit: 'calendar', then: `${id}.lapsed` }),
      ],
      exit: [effect('stopClock', { name: `${id}.answer` })],
      on: { [`${id}.answered`]: to('rechecking'), [`${id}.lapsed`]: to('#returned') },
    },
    rechecking: {
      meta: { label: 'state.rechecking', owner: office, station: 'detour' },
      entry: [effect('requestReview', { lane: id, stage: 'recheck' }), startDue],
      on: { ...checked, [`${id}.returned`]: to('#returned'), ...isLate },
    },
    ...(lane.hasInspection ? inspectionStates(id, office, isLate) : {}),
    ...(options.isOneStep
      ? {}
      : {
          considering: {
            meta: { label: 'state.considering', owner: office },
            entry: [effect('requestReview', { lane: id, stage: 'decision' })],
            on: { ...decide, ...isLate },
          },
        }),
    approved: {
      type: 'final',
      meta: { label: 'state.approved' },
      entry: [effect('closeReview', { lane: id }), stopDue],
    },
  };
  if (!lane.when) return { initial: 'checking', states };
  return {
    initial: 'gate',
    states: {
      gate: {
        meta: { label: 'state.gate', station: 'hidden' },
        always: [{ guard: { type: 'rule', params: { rule: lane.when } }, target: 'checking' }, { target: 'notNeeded' }],
      },
      ...states,
      notNeeded: { type: 'final', meta: { label: 'state.notNeeded', station: 'hidden' } },
    },
  };
}

function inspectionStates(id: string, office: `office:${string}`, isLate: Record<string, TransitionConfig[]>): Record<string, StateConfig> {
  const tell = effect('tell', { notice: 'inspection-planned', lane: id });
  return {
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
  };
}

function eventsOf(lane: LaneDefinition): Record<string, EventRule> {
  const { id } = lane;
  return {
    [`${id}.accepted`]: { by: 'officer', lane: id, permission: 'review', data: eventData.note },
    [`${id}.asked`]: { by: 'officer', lane: id, permission: 'review', data: eventData.asked },
    [`${id}.answered`]: { by: 'applicant', lane: id, data: eventData.answered, carriesAnswers: true },
    [`${id}.returned`]: { by: 'officer', lane: id, permission: 'review', data: eventData.returned },
    ...(lane.hasInspection
      ? {
          [`${id}.inspectionPlanned`]: { by: 'officer', lane: id, permission: 'inspect', data: eventData.inspectionPlanned },
          [`${id}.inspectionRecorded`]: { by: 'officer', lane: id, permission: 'inspect', data: eventData.inspectionRecorded },
        }
      : {}),
    [`${id}.approved`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.note },
    [`${id}.refused`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.refused },
    [`${id}.overdue`]: { by: 'portal', lane: id },
    [`${id}.lapsed`]: { by: 'portal', lane: id },
  };
}

function daysOf(clock: Clock): Pick<Clock, 'days' | 'unit'> {
  return { days: clock.days, unit: clock.unit };
}
