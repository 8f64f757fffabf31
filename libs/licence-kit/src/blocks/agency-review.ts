import type { Clock, DutyCode, EventRule, LaneDefinition, LawCode } from '../definition/licence-definition';
import type { StateConfig } from '../definition/machine';
import type { Source } from '../definition/source';
import { asking } from './lane/asking';
import { carryingOver } from './lane/carrying-over';
import { checking } from './lane/checking';
import { considering } from './lane/considering';
import { HEARING } from './lane/hearing';
import { demanding } from './lane/demanding';
import { inspecting } from './lane/inspecting';
import { laneParts } from './lane/lane-parts';
import { steppingAside } from './lane/stepping-aside';
import { reviewingAgain, withReopening } from './lane/reopening';

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
  /** Time to answer before a refusal; 15 calendar days where nothing is said. */
  hearing?: Clock;
  /** Whoever proposes the decision may not make it: another officer confirms. Where that was decided. */
  secondOfficer?: Source;
  /** Officers decide in the portal, each with the own passkey; no system of their agency does in their names. Where that was decided. */
  decidedInPortal?: Source;
  /** Working days, from receipt, in which all lanes of a case check for completeness and gather what they find into one notice. */
  windowDays?: number;
  /** Once the lane's clock has run out, the office's silence approves. Only where the licence's law says so: `deemedApproval` of {@link defineLicence}. */
  silenceApproves?: boolean;
}

/** A lane with the part of the machine and the events that belong to it. */
export interface LaneBlock {
  lane: LaneDefinition;
  region: StateConfig;
  events: Record<string, EventRule>;
}

const DEFAULT_ANSWER_DAYS = 15;
const DEFAULT_WINDOW_DAYS = 2;

/**
 * One agency's part of an application.
 *
 * The law is in its shape: what is missing is told once, in one notice for all lanes of the case, and a further demand needs a ground of
 * the law and a supervisor (Licensing Facilitation Act B.E. 2558 s.8); what is not answered in time goes back to the applicant (s.9); the office's clock
 * runs from a complete file, so it stops while the applicant answers and starts anew with the answer (s.10). Nothing is refused before
 * the applicant could answer the intent to refuse (Administrative Procedure Act B.E. 2539 s.30).
 */
export function agencyReview(id: string, options: AgencyReviewOptions): LaneBlock {
  const lane: LaneDefinition = {
    id,
    law: options.law,
    duty: options.duty,
    ...(options.when ? { when: options.when } : {}),
    clock: options.clock,
    hearing: options.hearing ?? HEARING,
    ...(options.secondOfficer ? { secondOfficer: options.secondOfficer } : {}),
    ...(options.decidedInPortal ? { decidedInPortal: options.decidedInPortal } : {}),
    hasInspection: options.hasInspection ?? false,
    reads: options.reads,
    readsDocuments: options.readsDocuments ?? [],
  };
  if (options.isOneStep && options.secondOfficer) throw new Error(`Lane "${id}" is decided in one look, so nobody can propose before another confirms.`);
  const parts = laneParts(lane, {
    isOneStep: options.isOneStep ?? false,
    answerDays: options.answerDays ?? DEFAULT_ANSWER_DAYS,
    windowDays: options.windowDays ?? DEFAULT_WINDOW_DAYS,
    silenceApproves: options.silenceApproves ?? false,
  });
  const inOrder = [checking(parts), asking(parts), demanding(parts), reviewingAgain(parts), inspecting(parts), considering(parts)];
  const whole = withReopening(parts, Object.assign({}, ...inOrder.map(({ states }) => states)));
  const carried = carryingOver(id, whole.states);
  const aside = steppingAside(id, carried.states);
  return {
    lane,
    region: withGate(lane, aside.states),
    events: Object.assign({}, ...[...inOrder, whole, carried, aside].map(({ events }) => events)),
  };
}

/** A lane with a rule of its own first works out whether it is needed. */
function withGate(lane: LaneDefinition, states: Record<string, StateConfig>): StateConfig {
  if (!lane.when) return { initial: 'checking', states };
  return {
    initial: 'gate',
    states: {
      gate: {
        meta: { label: 'state.gate', station: 'hidden' },
        always: [{ guard: { type: 'rule', params: { rule: lane.when } }, target: 'checking' }, { target: 'notNeeded' }],
      },
      ...states,
    },
  };
}
