import { acceptedEvents, actOf, CalculationFailed, canonicalJson, changedPaths, holds, itemiseFees, lanesOf, readSetOf, type Facts, type LaneDefinition, type LicenceDefinition, totalOf, type Rates, type StoredState } from '@anuyat/licence-kit';
import { factsOf, type CaseFacts } from '../application-row';
import { sealOf, type ReviewSeal } from './review-seal';

/** An application of the corrected case, as the correction finds it. */
export interface FoundApplication {
  id: string;
  definition: LicenceDefinition;
  state: StoredState;
  /** The last review of each lane that gave one. */
  seals: ReadonlyMap<string, ReviewSeal>;
  /** What its office charged on the day of filing. */
  rates?: Rates;
}

/** What a correction means for one lane. */
export interface LaneOutcome {
  applicationId: string;
  lane: string;
  /** `kept`: it read nothing that changed, and its verdict stands. `told`: it did, but its application cannot be reopened any more. */
  outcome: 'called' | 'reopened' | 'released' | 'kept' | 'told';
  /** Paths of what changed, as far as the lane reads it. */
  changed: string[];
  documents: string[];
  was?: string;
  is: string;
}

/** What a correction means for a case: lanes that look again and those that do not, and applications whose fee is another. */
export interface CorrectionOutcome {
  answersRevision: number;
  lanes: LaneOutcome[];
  feesChanged: string[];
  /** Applications that are through their fee, of which it would be another now. */
  feesAfterwards: { id: string; event: 'fee.raised' | 'fee.lowered' }[];
  /** Issued, and read by a lane otherwise than it stands there now. */
  outdated: string[];
}

/** Who begins anew comes first and who closes comes last, so that no application is through before all is asked. */
const ORDER: LaneOutcome['outcome'][] = ['called', 'reopened', 'released', 'kept', 'told'];

/** Works out whom a correction concerns: exactly those lanes that gave a review and whose reading is another now. */
export function reopeningsOf(applications: readonly FoundApplication[], before: CaseFacts, after: CaseFacts): CorrectionOutcome {
  const changed = changedPaths(before.answers, after.answers);
  const lanes = applications.flatMap((application) => {
    const outcomes = application.definition.lanes.flatMap((lane) => laneOutcome(application, lane, changed, before, after) ?? []);
    const isAskedAgain = outcomes.some(isAgain);
    return isReviewOver(application) && !isAskedAgain ? outcomes.map((lane) => (lane.outcome === 'released' ? { ...lane, outcome: 'told' as const } : lane)) : outcomes;
  });
  const inReviewAgain = new Set(lanes.filter(isAgain).map(({ applicationId }) => applicationId));
  return {
    answersRevision: after.answersRevision,
    lanes: lanes.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome)),
    feesChanged: applications.filter((application) => !inReviewAgain.has(application.id) && isFeeChanged(application, before, after)).map(({ id }) => id),
    feesAfterwards: applications.flatMap((application) => feeAfterwards(application, before, after) ?? []),
    outdated: applications.filter(({ id, state }) => state.value === 'issued' && lanes.some((lane) => lane.applicationId === id && lane.outcome === 'told')).map(({ id }) => id),
  };
}

function isAgain({ outcome }: LaneOutcome): boolean {
  return outcome === 'called' || outcome === 'reopened';
}

/** Whether all lanes are done and the application waits for its fee. */
function isReviewOver({ state }: FoundApplication): boolean {
  return Object.keys(lanesOf(state.value)).length === 0;
}

function laneOutcome(application: FoundApplication, lane: LaneDefinition, changed: string[], before: CaseFacts, after: CaseFacts): LaneOutcome | undefined {
  const { id, definition, state, seals } = application;
  const accepts = new Set(acceptedEvents(definition, state).filter((type) => definition.events[type]?.lane === lane.id && definition.events[type]?.followsCorrection).map(actOf));
  const seal = seals.get(lane.id);
  const is = sealOf(definition, lane.id, after).digest;
  const { facts, documents } = readSetOf(definition, lane);
  const outcome = isReviewOver(application) && accepts.size > 0 ? outcomeOfDone(lane, seal, is, before, after) : outcomeOf(accepts, lane, seal, is, factsOf(after));
  if (!outcome) return undefined;
  return {
    applicationId: id,
    lane: lane.id,
    outcome,
    changed: changed.filter((path) => facts.some((prefix) => isUnder(path, prefix))).slice(0, 200),
    documents: changedDocuments(documents, before, after),
    ...(seal ? { was: seal.digest } : {}),
    is,
  };
}

function outcomeOf(accepts: ReadonlySet<string>, { when }: LaneDefinition, seal: ReviewSeal | undefined, is: string, facts: Record<string, unknown>): LaneOutcome['outcome'] | undefined {
  const isNeeded = when === undefined || holds(when, facts);
  if (accepts.has('released') && !isNeeded) return 'released';
  if (accepts.has('called')) return isNeeded ? 'called' : undefined;
  if (!seal) return undefined;
  if (seal.digest === is) return 'kept';
  if (accepts.has('reopened')) return 'reopened';
  return accepts.size === 0 ? 'told' : undefined;
}

/**
 * Of a lane that is done, while the fee is due: its part ended as its rule had it before the correction. One that is no longer needed is
 * released with the others that look again; where none does, its verdict does no harm.
 */
function outcomeOfDone({ when }: LaneDefinition, seal: ReviewSeal | undefined, is: string, before: CaseFacts, after: CaseFacts): LaneOutcome['outcome'] | undefined {
  const [wasNeeded, isNeeded] = [before, after].map((file) => when === undefined || holds(when, factsOf(file)));
  if (!wasNeeded) return isNeeded ? 'called' : undefined;
  if (!isNeeded) return 'released';
  if (!seal) return undefined;
  return seal.digest === is ? 'kept' : 'reopened';
}

/** A row's number is no part of a prefix: `signs.0.widthCm` is under `signs.widthCm`; a group that changed as a whole concerns those below. */
function isUnder(path: string, prefix: string): boolean {
  const plain = path.split('.').filter((part) => !/^\d+$/.test(part)).join('.');
  return plain === prefix || plain.startsWith(`${prefix}.`) || prefix.startsWith(`${plain}.`);
}

function changedDocuments(codes: readonly string[], before: CaseFacts, after: CaseFacts): string[] {
  const of = ({ documents }: CaseFacts, code: string): string => documents.filter((paper) => paper.code === code).map(({ sha256 }) => sha256).sort().join(' ');
  return codes.filter((code) => of(before, code) !== of(after, code));
}

function isFeeChanged({ definition, state, rates = {} }: FoundApplication, before: CaseFacts, after: CaseFacts): boolean {
  if (!acceptedEvents(definition, state).includes('fee.changed')) return false;
  const [was, is] = [before, after].map((file) => feesOf(definition, { ...factsOf(file), rates }));
  return was !== is;
}

/** What is issued, or being so, has paid its fee or had none. A fee that cannot be worked out stays what it was. */
function feeAfterwards({ id, definition, state, rates = {} }: FoundApplication, before: CaseFacts, after: CaseFacts): CorrectionOutcome['feesAfterwards'][number] | undefined {
  if (state.value !== 'issued' && state.value !== 'issuing') return undefined;
  const [was, is] = [before, after].map((file) => findTotal(definition, { ...factsOf(file), rates }));
  if (was === undefined || is === undefined || was === is) return undefined;
  return { id, event: is > was ? 'fee.raised' : 'fee.lowered' };
}

function findTotal(definition: LicenceDefinition, facts: Facts): number | undefined {
  const lines = feesOf(definition, facts);
  return lines === 'unknown' ? undefined : totalOf(JSON.parse(lines) as ReturnType<typeof itemiseFees>);
}

/** The lines of the bill; a fee that cannot be worked out is another than any that can. */
function feesOf(definition: LicenceDefinition, facts: Facts): string {
  try {
    return canonicalJson(itemiseFees(definition, facts));
  } catch (error) {
    if (error instanceof CalculationFailed || error instanceof RangeError) return 'unknown';
    throw error;
  }
}
