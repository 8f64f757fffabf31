import type { LicenceDefinition } from '../definition/licence-definition';
import type { EffectParams } from '../definition/machine';
import { actOf } from '../blocks/words';
import { FEE_IS_DUE, type Rulings } from '../engine/ruler';
import type { Trace } from './traced-machine';

/** What became of an application on the way, as far as promises depend on it. */
export interface Ledger {
  /** Lanes that hold a task. */
  reviews: readonly string[];
  /** Lanes that wait for the applicant's answer. */
  questions: readonly string[];
  clocks: readonly string[];
  isBilled: boolean;
  fee: 'unknown' | 'due' | 'none' | 'paid';
  verdicts: Readonly<Record<string, 'approved' | 'refused' | 'deemed'>>;
  /** Lanes that the facts did not call for. */
  spared: readonly string[];
}

/** What was wrong when a licence was issued. */
export interface IssueFaults {
  isUnpaid: boolean;
  unreviewed: string[];
  refused: string[];
}

export const emptyLedger: Ledger = { reviews: [], questions: [], clocks: [], isBilled: false, fee: 'unknown', verdicts: {}, spared: [] };

/** Keeps the ledger of one definition. */
export class Bookkeeper {
  private readonly mayBeDue: boolean;

  constructor(
    private readonly definition: LicenceDefinition,
    /** Paths of the states that mean that the licence is issued. */
    private readonly issuedPlaces: ReadonlySet<string>,
    /** Paths of the states in which a lane is done, with the lane. */
    private readonly laneEnds: ReadonlyMap<string, string>,
    canFeeBeDue: boolean,
  ) {
    this.mayBeDue = canFeeBeDue;
  }

  /** The ledger after one step, and what was wrong if it issued the licence. */
  after(before: Ledger, event: string | undefined, traces: readonly Trace[], ruled: Rulings): { ledger: Ledger; issue?: IssueFaults } {
    let ledger = this.withRulings(event === undefined ? before : this.withEvent(before, event), ruled);
    let issue: IssueFaults | undefined;
    for (const trace of traces) {
      if (trace.kind === 'effect') {
        ledger = withEffect(ledger, trace.effect.type, trace.effect.params);
        if (trace.effect.type === 'issueLicence') issue = this.faultsOf(ledger);
      } else if (trace.kind === 'entered') {
        ledger = this.withEndedLane(ledger, event, trace.path);
        if (this.issuedPlaces.has(trace.path)) issue = this.faultsOf(ledger);
      }
    }
    return issue ? { ledger, issue } : { ledger };
  }

  private withEvent(ledger: Ledger, event: string): Ledger {
    const rule = this.definition.events[event];
    const after = { ...ledger };
    if (event === 'fee.paid') Object.assign(after, { fee: 'paid', isBilled: false });
    if (rule?.carriesAnswers && after.fee !== 'paid') after.fee = 'unknown';
    if (rule?.carriesAnswers && rule.lane !== undefined) after.questions = without(ledger.questions, rule.lane);
    if (rule?.followsCorrection && after.fee !== 'paid') after.fee = 'unknown';
    if (rule?.followsCorrection && rule.lane !== undefined) Object.assign(after, corrected(after, actOf(event), rule.lane));
    if (rule?.permission === 'approve' && rule.lane !== undefined) {
      const act = actOf(event);
      if (act === 'approved' || act === 'refused') after.verdicts = { ...ledger.verdicts, [rule.lane]: act };
    }
    if (rule?.by === 'portal' && rule.lane !== undefined && actOf(event) === 'carried') after.verdicts = { ...ledger.verdicts, [rule.lane]: 'approved' };
    return after;
  }

  /** Where the law lets silence count as approval, a lane that the portal's clock brings to its end is approved. */
  private withEndedLane(ledger: Ledger, event: string | undefined, path: string): Ledger {
    const lane = this.laneEnds.get(path);
    const isByClock = this.definition.events[event ?? '']?.by === 'portal' && this.definition.events[event ?? '']?.lane === lane;
    const isAllowed = typeof this.definition.deemedApproval === 'object';
    return lane !== undefined && isByClock && isAllowed ? { ...ledger, verdicts: { ...ledger.verdicts, [lane]: 'deemed' } } : ledger;
  }

  private withRulings(ledger: Ledger, ruled: Rulings): Ledger {
    const after = { ...ledger };
    const fee = ruled[FEE_IS_DUE];
    if (fee !== undefined && after.fee !== 'paid') after.fee = fee ? 'due' : 'none';
    for (const { id, when } of this.definition.lanes) {
      if (when !== undefined && ruled[when] === false) after.spared = having(after.spared, id);
    }
    return after;
  }

  private faultsOf({ fee, verdicts, spared }: Ledger): IssueFaults {
    const lanes = this.definition.lanes.map(({ id }) => id);
    return {
      isUnpaid: fee === 'due' || (fee === 'unknown' && this.mayBeDue),
      unreviewed: lanes.filter((lane) => verdicts[lane] === undefined && !spared.includes(lane)),
      refused: lanes.filter((lane) => verdicts[lane] === 'refused'),
    };
  }
}

/** A lane that looks again has no verdict until it gives one; one that is no longer needed has none and wants none. */
function corrected({ verdicts, spared, questions }: Ledger, act: string, lane: string): Partial<Ledger> {
  const { [lane]: _, ...others } = verdicts;
  return { verdicts: others, spared: act === 'released' ? having(spared, lane) : without(spared, lane), questions: without(questions, lane) };
}

/** A clock that is not rolled only tells others what they are owed: nobody's time ends with it, and it stops with the one it hangs on. */
function withEffect(ledger: Ledger, type: string, params: Record<string, unknown>): Ledger {
  const { lane, name } = params as Partial<EffectParams['startClock']>;
  switch (type) {
    case 'requestReview':
      return { ...ledger, reviews: having(ledger.reviews, String(lane)) };
    case 'closeReview':
      return { ...ledger, reviews: without(ledger.reviews, String(lane)) };
    case 'requestAnswer':
      return { ...ledger, questions: having(ledger.questions, String(lane)) };
    case 'startClock':
    case 'setClock':
      return params['unit'] === 'unrolled' ? ledger : { ...ledger, clocks: having(ledger.clocks, String(name)) };
    case 'resumeClock':
      return { ...ledger, clocks: having(ledger.clocks, String(name)) };
    case 'suspendClock':
    case 'stopClock':
      return { ...ledger, clocks: without(ledger.clocks, String(name)) };
    case 'requestPayment':
      return { ...ledger, isBilled: true };
    case 'cancelPayment':
      return { ...ledger, isBilled: false };
    case 'closeAll':
      return { ...ledger, reviews: [], questions: [], clocks: [], isBilled: false };
    default:
      return ledger;
  }
}

function having(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list : [...list, item].sort();
}

function without(list: readonly string[], item: string): readonly string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : list;
}
