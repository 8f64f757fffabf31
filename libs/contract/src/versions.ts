import type { Text } from '@anuyat/licence-kit';

/** Where a version stands: to be published, published for a later day, the one that new cases take, or one before it. */
export type VersionState = 'candidate' | 'coming' | 'in-force' | 'superseded';

/** One version of a licence type. */
export interface VersionSummary {
  version: number;
  sha256: string;
  state: VersionState;
  /** Null of a candidate. */
  publishedAt: string | null;
  publishedBy: Text | null;
  /** Who proposed what another administrator published; null of what came with a release. */
  proposedBy: Text | null;
  effectiveFrom: string | null;
  /** Of a candidate: whether it came with a release or was uploaded, by whom and when. */
  origin: 'release' | 'upload' | null;
  broughtBy: Text | null;
  broughtAt: string | null;
  /** Applications under this version that have not come to their end. */
  running: number;
}

/** `GET /api/admin/versions`: every licence type with what is in force and what waits. */
export interface VersionedLicence {
  code: string;
  title: Text;
  /** In force; null before the first. */
  version: number | null;
  candidate: number | null;
  /** Versions about which something is proposed that another administrator is to decide. */
  proposed: number[];
  running: number;
}

/** `GET /api/admin/versions/:code` */
export interface LicenceVersions {
  code: string;
  title: Text;
  /** Newest first. */
  versions: VersionSummary[];
}

/** One thing that two versions say otherwise. */
export interface VersionDifference {
  kind: 'added' | 'removed' | 'changed';
  path: string;
  what: Text;
  before: Text | null;
  after: Text | null;
}

/** `GET /api/admin/versions/:code/:version/diff?from=` */
export interface VersionDiff {
  code: string;
  title: Text;
  from: number | null;
  to: number;
  state: VersionState;
  sha256: string;
  /** In the order in which they are read: days, fees, documents, questions, lanes, states, events, terms, texts. */
  sections: { section: string; differences: VersionDifference[] }[];
}

export type ShadowKind = 'routed' | 'asked' | 'papers' | 'charged' | 'days';

/** One case of the shadow run that would have gone otherwise. */
export interface ShadowCase {
  number: string;
  submittedAt: string;
  differences: { kind: ShadowKind; what: Text }[];
}

/** `GET /api/admin/versions/:code/:version/shadow?days=` */
export interface ShadowRun {
  code: string;
  to: number;
  days: number;
  /** Cases looked at, and how many would have gone otherwise. */
  looked: number;
  changed: number;
  counts: Record<ShadowKind, number>;
  /** Satang that would have been charged more; less where negative. */
  feeDifference: number;
  /** The newest of those that would have gone otherwise. */
  cases: ShadowCase[];
  /** More cases were filed than are looked at. */
  isCutShort: boolean;
}

export type MoveVerdict = 'safe' | 'decide' | 'pinned';

/** What the dry run says of one running application. */
export interface PlannedMove {
  applicationId: string;
  number: string | null;
  from: number;
  revision: number;
  verdict: MoveVerdict;
  reasons: { code: string; text: Text }[];
}

/** `GET /api/admin/versions/:code/:version/moves` */
export interface MovePlan {
  code: string;
  to: number;
  counts: Record<MoveVerdict, number>;
  /** The oldest first. */
  applications: PlannedMove[];
  isCutShort: boolean;
}

/** `POST /api/admin/versions/:code/:version/proposals/move`: applications of the dry run, each with the revision that it saw. */
export interface MoveApplications {
  applications: { id: string; revision: number }[];
  /** Why those that need a decision are moved; without it only those that move safely are. */
  note?: string;
}

/** What became of each. */
export interface MoveOutcome {
  applicationId: string;
  isMoved: boolean;
  /** Why it stayed. */
  why: Text | null;
}

export type ProposalKind = 'publication' | 'move';
/** `overtaken`: what was proposed is not there any more, or another content took its place. */
export type ProposalState = 'open' | 'confirmed' | 'declined' | 'taken-back' | 'overtaken';

/** What one administrator proposes about a version, and what became of it. */
export interface VersionProposal {
  id: string;
  kind: ProposalKind;
  /** SHA-256 over all that is proposed; whoever decides sends it back. */
  digest: string;
  /** Of the definition. */
  sha256: string;
  /** Of a publication: the moment from which it holds; null for at once. */
  effectiveFrom: string | null;
  /** Of a move: how many applications, and why those that need a decision are moved. */
  applications: number;
  note: string | null;
  state: ProposalState;
  proposedBy: Text;
  proposedAt: string;
  /** Made by whoever looks: another administrator decides it. */
  isOwn: boolean;
  decidedBy: Text | null;
  decidedAt: string | null;
  /** Why it was declined. */
  reason: string | null;
  /** What became of each application of a confirmed move; null before. */
  outcomes: MoveOutcome[] | null;
}

/** `GET /api/admin/versions/:code/:version/proposals` */
export interface VersionProposals {
  code: string;
  version: number;
  /** Other administrators who could decide now. */
  others: number;
  /** The newest first. */
  proposals: VersionProposal[];
}
