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

/** The events that a correction brings about, in their order: lanes that begin, look again or close, fees that are worked out anew, and what is said of issued licences. */
export function receptionsOf({ answersRevision, lanes, feesChanged, feesAfterwards, outdated }: CorrectionOutcome, causedBy: Cause): (Reception & { outcome?: LaneOutcome })[] {
  const again = lanes.filter(({ outcome }) => outcome !== 'kept' && outcome !== 'told').map((outcome) => {
    const { applicationId, lane, changed, documents, was, is } = outcome;
    return { applicationId, type: `${lane}.${outcome.outcome}`, data: { answersRevision, changed, documents, causedBy, ...(was ? { was } : {}), is }, actor, outcome };
  });
  const data = { answersRevision, changed: [], documents: [], causedBy };
  const fees = [...feesChanged.map((id) => ({ id, event: 'fee.changed' })), ...feesAfterwards].map(({ id, event }) => ({ applicationId: id, type: event, data, actor }));
  const afterwards = outdated.map((applicationId) => ({ applicationId, type: 'licence.outdated', data: { ...data, changed: changedOf(lanes, applicationId) }, actor }));
  return [...again, ...fees, ...afterwards];
}

/** What offices had read of an issued licence and is another now. */
function changedOf(lanes: readonly LaneOutcome[], applicationId: string): string[] {
  return [...new Set(lanes.filter((lane) => lane.applicationId === applicationId && lane.outcome === 'told').flatMap(({ changed }) => changed))].slice(0, 200);
}
