/** A guard by name with its parameters. `rule` is the only one that reads facts. */
export interface GuardRef {
  type: 'rule' | 'feeIsDue' | 'not';
  params: { rule?: string; guard?: GuardRef };
}

/** An effect by name with its parameters; see {@link EffectParams}. */
export interface EffectRef {
  type: EffectName;
  params: Record<string, unknown>;
}

export interface TransitionConfig {
  target?: string;
  /** Of a way into one of several lanes side by side: the state in which each of the others begins, where it has one of that name. */
  elsewhere?: string;
  guard?: GuardRef;
  actions?: EffectRef[];
  /** Leaves and enters again, so that entry effects are asked for again. */
  reenter?: boolean;
}

/** Who has to act in a waiting state; `law` where the law itself has the time stand still, with its ground. */
export type Owner = `office:${string}` | 'applicant' | 'bank' | 'portal' | 'law';

/** How an application can end; the last four are of appeals. */
/** `closed`: the licence that a filing rests on is gone for good, so that there is nothing left to decide. */
export type Outcome = 'issued' | 'refused' | 'withdrawn' | 'returned' | 'closed' | 'annulled' | 'granted' | 'upheld' | 'not-admitted';

/** What a state says about itself to people and to the prover. */
export interface StateMeta {
  /** The key of its label in the definition's texts, or in the kit's own vocabulary. */
  label: string;
  /** Present on every state that waits. */
  owner?: Owner;
  /** Why the time is the owner's: a key of the kit's grounds, each with its law. Absent: what that owner's time usually is. */
  ground?: string;
  /** How the station is drawn. */
  station?: 'main' | 'detour' | 'hidden';
  /** What the state means for the whole application. */
  outcome?: Outcome;
}

/** An XState v5 state as plain JSON: no `invoke`, `after`, `history`, nor functions. */
export interface StateConfig {
  id?: string;
  type?: 'parallel' | 'final';
  initial?: string;
  states?: Record<string, StateConfig>;
  on?: Record<string, TransitionConfig[]>;
  always?: TransitionConfig[];
  onDone?: TransitionConfig[];
  entry?: EffectRef[];
  exit?: EffectRef[];
  meta?: StateMeta;
}

export interface MachineConfig extends StateConfig {
  id: string;
}

/** What each effect is told. Every lane effect names its lane. */
export interface EffectParams {
  /** A task in the lane's office. */
  requestReview: { lane: string; stage: ReviewStage };
  /** The lane's open task is finished or no longer needed. */
  closeReview: { lane: string };
  /** The applicant is asked what the event's data lists. */
  requestAnswer: { lane: string };
  /** The lane is done with its first look: once all lanes of the case are, what they found is told in one notice. */
  gatherDefects: { lane: string };
  /** Days are of the government's calendar when `working`; `then` is sent when they are over. */
  startClock: { name: string; lane?: string; days: number; unit: ClockUnit; then: string };
  /** Stops the clock, and the one of its delay notices. */
  stopClock: { name: string };
  /** The law stops an office's clock for a time; what is left of it is kept for {@link EffectParams.resumeClock}. */
  suspendClock: { name: string; ground: SuspensionGround };
  /** Goes on with what was left; days are counted in the clock's own unit. */
  resumeClock: { name: string; unit: DayUnit };
  /**
   * A clock that rings on a day which the event's data name: `on` is a field with an ISO date, or with a number of days from now.
   * With `daysBefore` it rings in the morning so many days earlier, else at the end of that day. Days are counted as they come.
   * Nothing is set where the field is missing, nor, with `isReminder`, where the moment has passed.
   */
  setClock: { name: string; lane?: string; on: string; daysBefore?: number; isReminder?: boolean; then: string };
  requestPayment: Record<string, never>;
  /** A bill that is still due is no longer asked for. */
  cancelPayment: Record<string, never>;
  /** The fee is another than what was paid: the rest is billed, or what is too much is recorded as to be given back. */
  settleDifference: Record<string, never>;
  /** Everything that was paid for what comes to nothing is recorded as to be given back. */
  giveBackFee: Record<string, never>;
  issueLicence: Record<string, never>;
  /** The licence that lives here is renewed for another period, and its paper printed anew. */
  renewLicence: Record<string, never>;
  /** The licence goes to the holder who accepted it. */
  handOverLicence: Record<string, never>;
  /** Everything that still waits for somebody is closed. */
  closeAll: Record<string, never>;
  /** The applicant is told; `notice` is a key of the kit's notices. */
  tell: { notice: string; lane?: string };
  /** The office's supervisor is told that the lane is late. */
  escalate: { lane: string };
  /** A delay notice goes out: it is entered in the register that the OPDC is sent. */
  recordDelay: { lane: string };
  /** The office wrote why it is late. */
  explainDelay: { lane: string };
  /** Due dates moved: whoever keeps a copy reads them again. */
  refreshClocks: Record<string, never>;
  /** A decision was not told in time. */
  escalateUntold: Record<string, never>;
  /** The task goes back to the office without those who stepped aside, and its supervisor is told. */
  reassign: { lane: string };
  /** The decision of this step is written as an order: number, reasons, how to appeal. */
  writeOrder: { kind: OrderKind };
  /** What was refused is taken up again as the decision on the appeal says. */
  carryOutAppeal: Record<string, never>;
}

/** Why the law stops a clock: the applicant is heard before a refusal (Administrative Procedure Act B.E. 2539 s.30). */
export type SuspensionGround = 'hearing';
/** `suspension`, `revocation` and `transfer` (not confirmed) are orders about an issued licence; `closing` ends what was filed about one that is gone. */
export type OrderKind = 'refusal' | 'return' | 'closing' | 'appeal' | 'suspension' | 'revocation' | 'transfer';

export type EffectName = keyof EffectParams;
export type ReviewStage = 'completeness' | 'gathering' | 'recheck' | 'demand' | 'correction' | 'inspection' | 'decision' | 'confirmation' | 'appeal';
export type DayUnit = 'working' | 'calendar';
/** `unrolled`: calendar days whose last one stays where it falls, for what the authorities owe others no later than. */
export type ClockUnit = DayUnit | 'unrolled';

/** One effect that a transition asked for. */
export type Effect = { [N in EffectName]: { type: N; params: EffectParams[N] } }[EffectName];
