import type { DecisionView } from './why';
import type { DayUnit, JsonSchema, LicenceKind, PlanState, Text } from '@anuyat/licence-kit';

/** `GET /api/journeys` */
export interface JourneySummary {
  code: string;
  title: Text;
  summary: Text;
}

/** `GET /api/journeys/:code` */
export interface JourneyView extends JourneySummary {
  version: number;
  /** Questions with titles, help and labels resolved (`x-title`, `x-help`, `x-labels`). */
  questions: JsonSchema;
}

/** `POST /api/journeys/:code/plan` takes `{ answers }` and gives this. */
export interface PlanView {
  journey: string;
  place: PlaceView | null;
  licences: PlannedLicence[];
  /** Paths of questions that still need an answer before every licence is decided. */
  unanswered: string[];
  /** Sum over the needed licences, in satang; equal when every fee is known. */
  fee: { min: number; max: number };
  /** Working days along the longest chain of licences that wait for each other. */
  longestDays: number;
  /** What waits for what if it were filed today, and the earliest day of opening; over the licences that are needed for certain. */
  opening: OpeningPlanView;
}

/** The plan of an opening by the offices' time in law. Days are ISO dates. */
export interface OpeningPlanView {
  today: string;
  /** The earliest day on which everything is granted; null while something cannot come. */
  opensOn: string | null;
  /** Codes along the longest chain, first to last. */
  criticalPath: string[];
  items: PlannedOpening[];
}

/** One licence of the plan. */
export interface PlannedOpening {
  code: string;
  title: Text;
  state: PlanState;
  startsOn: string | null;
  endsOn: string | null;
  /** Calendar days that it can spare. */
  slackDays: number | null;
  isCritical: boolean;
  /** Licences that the law puts first, and why. */
  waitsFor: { code: string; title: Text; why?: Text }[];
  /** The same in sentences. */
  says: Text[];
}

export interface PlannedLicence {
  code: string;
  version: number;
  kind: LicenceKind;
  title: Text;
  isNeeded: boolean | null;
  /** Why it is needed, or why not, in a sentence. */
  why: Text;
  /** The rule that said so and the facts it read. */
  rule: { feel: string; facts: Record<string, unknown> };
  /** The same in words, with the smallest change that would turn it; absent while it is open. */
  decision?: DecisionView;
  /** Who decides here; absent until the place is known. */
  offices: { lane: string; title: Text; office: Text; agency: Text; because: Text }[];
  days: number;
  dayUnit: DayUnit;
  /** In satang. */
  fee: { min: number; max: number; isExact: boolean };
  documents: { code: string; title: Text; isRequired: boolean }[];
  dependsOn: string[];
  /** 1 can be asked for at once; 2 waits for a 1, and so on. */
  step: number;
  citations: { law: Text; section: string }[];
}

/** What the portal knows of a place. */
export interface PlaceView {
  province: { code: string; title: Text };
  district: { code: string; title: Text };
  subdistrict: { code: string; title: Text };
  localAuthority: { code: string; title: Text } | null;
  estate: { code: string; title: Text } | null;
  zone: { code: string; title: Text } | null;
}

/** `GET /api/licence-types`; one of them at `/:code` with all texts. */
export interface LicenceTypeView {
  code: string;
  version: number;
  sha256: string;
  kind: LicenceKind;
  title: Text;
  summary: Text;
  days: number;
  dayUnit: DayUnit;
  fee: { min: number; max: number };
  lanes: { id: string; title: Text; days: number; dayUnit: DayUnit; isConditional: boolean; hasInspection: boolean }[];
  documents: { code: string; title: Text; help?: Text; isRequired: boolean; isConditional: boolean }[];
  citations: { law: Text; section: string }[];
  sources: { about: Text; from: string; isVerified: boolean; effectiveFrom: string }[];
}
