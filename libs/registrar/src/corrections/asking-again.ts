import type { Reception } from '../reception';
import type { CorrectionOutcome, LaneOutcome } from './reopenings';

/** Whose answer brought the correction. */
interface Cause {
  applicationId: string;
  lane: string;
}

const actor = { kind: 'portal', job: 'registrar' } as const;

/** What the answer's own line keeps: every lane that had given a review, with what became of it and the digest that proves it. */
export function concernsOf({ lanes }: CorrectionOutcome): Pick<LaneOutcome, 'applicationId' | 'lane' | 'outcome' | 'is'>[] {
  return lanes.map(({ applicationId, lane, outcome, is }) => ({ applicationId, lane, outcome, is }));
}

/** The events that a correction brings about, in their order: lanes that begin, look again or close, and fees that are worked out anew. */
export function receptionsOf({ answersRevision, lanes, feesChanged }: CorrectionOutcome, causedBy: Cause): (Reception & { outcome?: LaneOutcome })[] {
  const again = lanes.filter(({ outcome }) => outcome !== 'kept' && outcome !== 'told').map((outcome) => {
    const { applicationId, lane, changed, documents, was, is } = outcome;
    return { applicationId, type: `${lane}.${outcome.outcome}`, data: { answersRevision, changed, documents, causedBy, ...(was ? { was } : {}), is }, actor, outcome };
  });
  const fees = feesChanged.map((applicationId) => ({ applicationId, type: 'fee.changed', data: { answersRevision, changed: [], documents: [], causedBy }, actor }));
  return [...again, ...fees];
}
