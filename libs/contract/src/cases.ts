import type { CaseAnswers, Citation, DocumentKind, JsonSchema, LicenceKind, Owner, Source, Text } from '@anuyat/licence-kit';
import type { FieldProblem } from './problem';
import type { ScanState } from './vault';
import type { StuckStep } from './stuck';
import type { TrackView } from './clocks';
import type { PromiseView } from './promises';
import type { OpeningPlanView, PlaceView } from './journeys';
import type { OfficeRef } from './people';
import type { HearingView, LateAnswerView, WrittenOrder } from './orders';
import type { CorrectionView, DefectNoticeView, QuestionView } from './questions';
import type { BillView } from './money';
import type { LicenceView } from './papers';

export type CaseStatus = 'draft' | 'submitted' | 'closed';
/** In words of the whole application; the lanes say more. */
export type ApplicationStatus =
  | 'waiting'
  | 'in-review'
  | 'awaiting-answer'
  | 'awaiting-payment'
  | 'issuing'
  | 'issued'
  | 'refused'
  | 'withdrawn'
  | 'returned'
  | 'annulled'
  | 'granted'
  | 'upheld'
  | 'not-admitted';

/** `GET /api/cases`, newest first, keyset pages. */
export interface CasePage {
  items: CaseSummary[];
  /** Pass as `after` for the next page. */
  next: string | null;
}

export interface CaseSummary {
  id: string;
  /** Given on submission, such as `C690121-000042`. */
  number: string | null;
  journey: { code: string; title: Text };
  businessName: Text | null;
  status: CaseStatus;
  /** Whose move it is, over all applications. */
  move: Move;
  applications: { id: string; code: string; title: Text; status: ApplicationStatus }[];
  updatedAt: string;
  submittedAt: string | null;
}

/** `POST /api/cases`: opens a draft from a journey, with the answers that its questions got. */
export interface OpenCase {
  journey: string;
  answers: CaseAnswers;
  /** Which of the needed licences to ask for now; absent: all of them. */
  licences?: string[];
}

/** `PATCH /api/cases/:id/answers`: `base` is the answers' revision that the sender saw; `null` takes a fact away. */
export interface AnswersPatch {
  base: number;
  /** Facts by path. */
  changes: Record<string, unknown>;
  /** A UUID of the window that sends: it is never in conflict with what it saved itself. */
  window?: string;
}

export interface AnswersSaved {
  answersRevision: number;
  /** What is not right yet in the topics that were touched; it is kept all the same. */
  problems: FieldProblem[];
  /** Present when the answers changed which licences the case asks for: fetch the form again. */
  licences?: { added: { code: string; title: Text }[]; removed: { code: string; title: Text }[] };
}

/** `POST /api/cases/:id/submit`: the applicant declares that the answers of this revision are true. */
export interface SubmitCase {
  declaresTruth: true;
  answersRevision: number;
}

/** Whose turn it is and what for: the first thing on every case. */
export interface Move {
  who: 'applicant' | 'offices' | 'bank' | 'portal' | 'nobody';
  what: Text;
  /** Portal path of the one button. */
  link?: string;
  action?: Text;
}

/** `GET /api/cases/:id` */
export interface CaseView extends CaseSummary {
  place: PlaceView | null;
  answers: CaseAnswers;
  answersRevision: number;
  documents: DocumentView[];
  lanesMap: LineMap;
  /** When everything is expected; null while the case is a draft. */
  opening: OpeningPlanView | null;
  details: ApplicationView[];
  timeline: TimelineEntry[];
  questions: QuestionView[];
  /** Every notice that was sent, oldest first. */
  notices: DefectNoticeView[];
  /** What the applicant's corrections meant for the offices, newest first. */
  corrections: CorrectionView[];
  bills: BillView[];
  licences: LicenceView[];
  /** Written orders: refusals, returns, decisions on appeals. */
  orders: WrittenOrder[];
  /** Intents to refuse, with the applicant's answers. */
  hearings: HearingView[];
  /** What came after its time, newest first. */
  lateAnswers: LateAnswerView[];
  /** By when its open applications are expected to be finished. */
  promises: PromiseView[];
  /** What the reader may send to the case itself: `edit`, `submit`, `discard`. */
  may: string[];
  /** Present where the case has to say something about versions: what changed in a draft, answers that are asked no more. */
  carriedOver?: CarriedOver;
}

/** A draft follows the newest versions of its licences; nothing typed is lost on the way. */
export interface CarriedOver {
  /** What changed since the applicant last saw it; empty once they have seen it. */
  licences: { code: string; title: Text; from: number; to: number; changes: { kind: string; what: Text }[] }[];
  /** Answers that no form of the case asks for any more: kept, shown, and not sent. */
  setAside: { path: string; title: Text; value: unknown }[];
}

export interface ApplicationView {
  id: string;
  caseId: string;
  number: string | null;
  code: string;
  version: number;
  kind: LicenceKind;
  title: Text;
  status: ApplicationStatus;
  revision: number;
  dueAt: string | null;
  isOverdue: boolean;
  submittedAt: string;
  receivedAtLegal: string;
  /** When the offices' time began; absent while, or because, it waited for another licence. */
  reviewStartedAt?: string;
  /** What it waits for, or waited for when it was withdrawn: licences of the case that the law puts first. */
  waitsFor?: { code: string; title: Text; status: ApplicationStatus }[];
  /** Present while the portal itself cannot do its next step for it. */
  stuck?: StuckStep;
  lanes: LaneView[];
  /** Paths of the states that it stands in, as its diagram names them. */
  standsIn: string[];
  /** Who had how much of the time since the legal receipt. */
  tracks: TrackView[];
  /** Events that the reader may send now. */
  may: string[];
}

export type StationState = 'done' | 'now' | 'ahead' | 'skipped' | 'failed';

export interface LaneView {
  id: string;
  title: Text;
  office: OfficeRef;
  /** Why this office: the rule of authority that matched. */
  officeBecause: Text;
  state: string;
  stateLabel: Text;
  owner: Owner | null;
  verdict: 'approved' | 'refused' | 'not-needed' | null;
  since: string | null;
  dueAt: string | null;
  /** Working days left; negative when late. */
  daysLeft: number | null;
  isOverdue: boolean;
  /** Years without any known holiday that the due date was counted through: it may come to be later. */
  uncertainYears: number[];
  stations: StationView[];
  /** Reasons given with a refusal, or a note with an approval. */
  note?: string;
}

export interface StationView {
  id: string;
  title: Text;
  state: StationState;
  kind: 'main' | 'detour' | 'end';
  at?: string;
}

/**
 * The same drawing everywhere: lines are lanes, interchanges are where licences meet. A station's id that stands on
 * several lines is one interchange: it is drawn once and those lines meet there.
 */
export interface LineMap {
  lines: {
    id: string;
    title: Text;
    subtitle?: Text;
    colour: number;
    /** `licence` groups lines on the map. */
    group: string;
    groupTitle: Text;
    stations: StationView[];
  }[];
}

export interface TimelineEntry {
  id: string;
  at: string;
  applicationId: string | null;
  licence: Text | null;
  lane: Text | null;
  what: Text;
  by: Text;
  note?: string;
}

export interface DocumentView {
  id: string;
  caseId: string;
  code: string;
  title: Text;
  fileName: string;
  kind: DocumentKind;
  bytes: number;
  sha256: string;
  uploadedAt: string;
  /** As its owner told it; null where nobody said. ISO dates. */
  issuedOn: string | null;
  expiresOn: string | null;
  scan: ScanState;
}

/** `GET /api/cases/:id/form`: the one form of all chosen licences. */
export interface ComposedForm {
  topics: FormTopic[];
  documents: FormDocument[];
  /** Whole schema that browser and server validate with. */
  schema: JsonSchema;
}

export interface FormTopic {
  /** First part of the facts' paths, such as `premises`. */
  id: string;
  title: Text;
  help?: Text;
  schema: JsonSchema;
  /** Licences that need this topic. */
  askedBy: { code: string; title: Text }[];
}

export interface FormDocument {
  code: string;
  title: Text;
  help?: Text;
  /** FEEL over the answers. */
  when?: string;
  isRequired: boolean;
  /** FEEL: where it is asked, it is required only where this holds. */
  requiredWhen?: string;
  accepts: DocumentKind[];
  maxBytes: number;
  maxFiles: number;
  /** Months since its issue after which a paper is too old here. */
  freshMonths?: number;
  askedBy: { code: string; title: Text }[];
}

/** `GET /api/cases/:id/check`: everything that stands between the case and its submission, and the bill. */
export interface CaseCheck {
  isReady: boolean;
  topics: { id: string; title: Text; state: 'done' | 'started' | 'empty'; problems: FieldProblem[] }[];
  documents: { code: string; title: Text; isRequired: boolean; isNeeded: boolean; files: DocumentView[]; problem?: Text }[];
  licences: { code: string; title: Text; offices: { lane: string; title: Text; office: OfficeRef; because: Text }[]; days: number; dayUnit: string; /** Who collects its fee; null while the place is not known. */ payee: Text | null; fee: WorkedFee[]; feeTotal: number; /** Whether the answers suffice to work the fee out. */ isFeeKnown: boolean }[];
  /** Satang. */
  feeTotal: number;
}

/** A line of a fee that is told before it is asked for; one of nothing is told too. */
export interface WorkedFee extends FeeLine {
  /** "1,000 + 100 × 7.5 = 1,750 baht"; null for a fixed amount, and where the arithmetic is too long for a line. */
  working: Text | null;
  source: Source;
  citation: Citation | null;
}

export interface FeeLine {
  code: string;
  title: Text;
  /** Satang. */
  amount: number;
}
