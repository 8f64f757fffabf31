import type { JsonSchema } from './json-schema';
import type { AnnualFeeRules, LifeRules, PaymentRules } from './life-rules';
import type { DayUnit, MachineConfig } from './machine';
import type { Citation, Source } from './source';

/** `appeal` is no licence type: the procedure of an appeal, run like one. */
export type LicenceKind = 'licence' | 'notification' | 'registration' | 'certificate' | 'tax' | 'utility' | 'appeal';

/**
 * The law that an office acts under; it decides who has authority at a place.
 * The dictionary's routing table knows each of them.
 */
export type LawCode =
  | 'commercial-registration'
  | 'public-health'
  | 'building-control'
  | 'signboard-tax'
  | 'excise'
  | 'factory'
  | 'ieat'
  | 'environment'
  | 'civil-commercial'
  | 'revenue-code'
  | 'hotel'
  | 'film-video'
  | 'entertainment'
  | 'health-establishment'
  | 'sanatorium'
  | 'direct-sales'
  | 'electricity'
  | 'water'
  | 'drug'
  | 'cosmetic'
  | 'fertiliser'
  | 'plant-variety'
  | 'animal-feed';

/** The division of an authority that does the work, such as `sanitation`; an office has one duty. */
export type DutyCode =
  | 'registry' | 'sanitation' | 'building' | 'revenue' | 'excise' | 'estate' | 'factory' | 'environment'
  | 'company' | 'tax' | 'hotel' | 'culture' | 'venue' | 'wellness' | 'clinic' | 'consumer' | 'electricity' | 'water'
  | 'drug' | 'cosmetic' | 'crop' | 'livestock' | 'appeals';

/** One agency's part of an application; one region of the parallel state. */
export interface LaneDefinition {
  /** Prefix of the lane's events: `health` gives `health.approved`. */
  id: string;
  law: LawCode;
  duty: DutyCode;
  /** FEEL: the lane exists only where this holds. */
  when?: string;
  clock: Clock;
  /** Time that the applicant has to answer before a refusal (Administrative Procedure Act B.E. 2539 s.30). */
  hearing?: Clock;
  /** Present where whoever proposes the decision may not make it: where that was decided. */
  secondOfficer?: Source;
  /** Present where no agency's own system may send a decision, though it names an officer: where that was decided. */
  decidedInPortal?: Source;
  hasInspection: boolean;
  /** Prefixes of the facts that this lane reads; nothing else of the answers is shown to its office. */
  reads: string[];
  /** Codes of the documents that this lane reads. */
  readsDocuments: string[];
}

export interface Clock {
  days: number;
  unit: DayUnit;
  citation?: Citation;
  source: Source;
}

/** Who may send an event, and what it must carry. */
export interface EventRule {
  by: 'officer' | 'applicant' | 'portal';
  lane?: string;
  /** What an officer must hold in the lane's office. */
  permission?: OfficePermission;
  /** JSON Schema of the event's data; absent where none is taken. */
  data?: JsonSchema;
  /** Whether the data carry answers, so that the case must be locked. */
  carriesAnswers?: boolean;
  hand?: Hand;
  /** Present where the law gives so many days from one that the data name. */
  within?: WithinDays;
  /** The portal sends it after a correction of the case, so that every rule may fall anew. */
  followsCorrection?: boolean;
}

/** The event comes at most so many calendar days after a day that its data name, which itself is not in the future. */
export interface WithinDays {
  /** Field of the data with an ISO date. */
  field: string;
  days: number;
  /** Counts only where this field says one of these. */
  only?: { field: string; values: string[] };
  /** Does not count where this field says anything. */
  unless?: string;
  citation: Citation;
}

/**
 * What an officer's event means for who may act in its lane: whoever `proposes` is remembered; who `confirms` must be another; who
 * `steps-aside` can do nothing in the lane any more.
 */
export type Hand = 'proposes' | 'confirms' | 'steps-aside';

/** `supervise`: consents to what an officer may not do alone, such as a second demand. */
export type OfficePermission = 'review' | 'inspect' | 'approve' | 'supervise';

export interface DocumentRequirement {
  /** Same code, same paper: asked once in a case. */
  code: string;
  /** FEEL: needed only where this holds. */
  when?: string;
  isRequired: boolean;
  accepts: DocumentKind[];
  /** Bytes of one file. */
  maxBytes: number;
  maxFiles: number;
  /** Months since its issue after which a paper is too old for this licence; absent: its age does not matter. */
  freshMonths?: number;
}

export type DocumentKind = 'application/pdf' | 'image/jpeg' | 'image/png';

/** One line of the bill. The amount is FEEL over the facts and gives baht; satang are its decimals. */
export interface FeeItem {
  code: string;
  /** FEEL: charged only where this holds. */
  when?: string;
  amount: string;
  /** What is shown before the facts are known, in baht. */
  range: { min: number; max: number };
  citation?: Citation;
  source: Source;
}

/** A rate that formulas read as `rates.ITEM`: what is charged where no office has entered its own. Its name is the text `rates.ITEM`. */
export interface PublishedRate {
  item: string;
  /** The agency or office whose own it is, by code; absent where it holds everywhere else. */
  of?: string;
  /** Baht, or its unit. */
  value: number;
  unit?: 'percent' | 'square-metres';
  source: Source;
}

export interface Validity {
  months: number;
  /** The licence ends with a calendar year, of which that of issue is the first: 12 months are the same year, as for signboard tax. */
  endsWithYear?: boolean;
  renewal: 'full' | 'by-fee' | 'none';
}

/** The law that turns silence into approval, and after how many days. */
export interface DeemedApproval {
  days: number;
  unit: DayUnit;
  citation: Citation;
}

/** A worked example of the fee, kept true by the conformance. */
export interface FeeExample {
  facts: Record<string, unknown>;
  /** Baht. */
  total: number;
}

/** The immutable, numbered description of a licence type, as plain JSON. */
export interface LicenceDefinition {
  format: 1;
  code: string;
  version: number;
  kind: LicenceKind;
  citations: Citation[];
  lanes: LaneDefinition[];
  machine: MachineConfig;
  events: Record<string, EventRule>;
  form: JsonSchema;
  documents: DocumentRequirement[];
  fees: FeeItem[];
  /** Rates of the fees; offices may enter their own, with the day from which each holds. */
  rates?: PublishedRate[];
  feeExamples: FeeExample[];
  /** Until when the bill has to be paid; absent where its law sets no day. */
  payment?: PaymentRules;
  /** Time for the whole application, from complete filing to decision. */
  clock: Clock;
  validity: Validity | null;
  /** Whether an office's silence counts as approval when its time has run out; forbidden where it is not said. */
  deemedApproval?: 'forbidden' | DeemedApproval;
  /** What its law says of issued licences; see `lifeOf`. */
  life?: LifeRules;
  /** Set on the definition of a licence's life: the code of the licence type whose licences live by it. */
  lifeOf?: string;
  /** Set on the definition of a licence's life: the fee that is owed every year. */
  annual?: AnnualFeeRules;
  /** Set on the definition of a change: the code of the licence type whose licences are changed by it. */
  changeOf?: string;
  /** Codes of licence types that the law puts first when a case holds them too: this one waits for them. */
  dependsOn: string[];
  /** Codes of licence types that usually come first; this one need not wait for them. */
  follows?: string[];
  texts: { th: Record<string, string>; en: Record<string, string> };
  /** How applications of earlier versions move to this one; absent where their states are called the same. */
  upgrade?: Upgrade;
}

/** Where an application of an earlier version stands in this one. Pure data, tried by replay before anything moves. */
export interface Upgrade {
  /** The earlier versions that it speaks of. */
  from: number[];
  /** New path of a state, or of all states below it, by its old path: `review.desk.checking` to `review.counter.checking`. */
  states?: Record<string, string>;
  /** New type of an event by its old one, for the replay: `desk.accepted` to `counter.accepted`. */
  events?: Record<string, string>;
}
