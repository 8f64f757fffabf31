import { acceptedEvents, actOf, canonicalJson, changedPaths, holds, itemiseFees, readSetOf, type LaneDefinition, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import { factsOf, type CaseFacts } from '../application-row';
import { sealOf, type ReviewSeal } from './review-seal';

/** An application of the corrected case, as the correction finds it. */
export interface FoundApplication {
  id: string;
  definition: LicenceDefinition;
  state: StoredState;
  /** The last review of each lane that gave one. */
  seals: ReadonlyMap<string, ReviewSeal>;
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
}

/** Who begins anew comes first and who closes comes last, so that no application is through before all is asked. */
const ORDER: LaneOutcome['outcome'][] = ['called', 'reopened', 'released', 'kept', 'told'];

/** Works out whom a correction concerns: exactly those lanes that gave a review and whose reading is another now. */
export function reopeningsOf(applications: readonly FoundApplication[], before: CaseFacts, after: CaseFacts): CorrectionOutcome {
  const changed = changedPaths(before.answers, after.answers);
  const lanes = applications.flatMap((application) => application.definition.lanes.flatMap((lane) => laneOutcome(application, lane, changed, before, after) ?? []));
  return {
    answersRevision: after.answersRevision,
    lanes: lanes.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome)),
    feesChanged: applications.filter((application) => isFeeChanged(application, before, after)).map(({ id }) => id),
  };
}

function laneOutcome({ id, definition, state, seals }: FoundApplication, lane: LaneDefinition, changed: string[], before: CaseFacts, after: CaseFacts): LaneOutcome | undefined {
  const accepts = new Set(acceptedEvents(definition, state).filter((type) => definition.events[type]?.lane === lane.id && definition.events[type]?.followsCorrection).map(actOf));
  const seal = seals.get(lane.id);
  const is = sealOf(definition, lane.id, after).digest;
  const { facts, documents } = readSetOf(definition, lane);
  const outcome = outcomeOf(accepts, lane, seal, is, factsOf(after));
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

/** A row's number is no part of a prefix: `signs.0.widthCm` is under `signs.widthCm`; a group that changed as a whole concerns those below. */
function isUnder(path: string, prefix: string): boolean {
  const plain = path.split('.').filter((part) => !/^\d+$/.test(part)).join('.');
  return plain === prefix || plain.startsWith(`${prefix}.`) || prefix.startsWith(`${plain}.`);
}

function changedDocuments(codes: readonly string[], before: CaseFacts, after: CaseFacts): string[] {
  const of = ({ documents }: CaseFacts, code: string): string => documents.filter((paper) => paper.code === code).map(({ sha256 }) => sha256).sort().join(' ');
  return codes.filter((code) => of(before, code) !== of(after, code));
}

function isFeeChanged({ definition, state }: FoundApplication, before: CaseFacts, after: CaseFacts): boolean {
  if (!acceptedEvents(definition, state).includes('fee.changed')) return false;
  return canonicalJson(itemiseFees(definition, factsOf(before))) !== canonicalJson(itemiseFees(definition, factsOf(after)));
}
