import type { CaseAnswers, Facts, Rulings, StoredState, ReadDocument } from '@anuyat/licence-kit';
import type { Hands } from './hands';

/** Who decides a lane of one application; settled when the case is submitted. */
export interface LaneOffice {
  office: string;
  agency: string;
  /** Why this office: which rule of authority matched. */
  because: { th: string; en: string };
  /** The rules left this lane out when the application was opened: the office has no part in it. */
  isLeftOut?: true;
}

/** An application as the registrar reads it before an event. */
export interface ApplicationRow {
  id: string;
  caseId: string;
  accountId: string;
  code: string;
  version: number;
  revision: number;
  state: StoredState;
  status: string;
  offices: Record<string, LaneOffice>;
  /** Who proposed, and who stepped aside. */
  hands: Hands;
  /** Registration number of the company that asks. */
  actingFor: string | null;
  /** Absent where it was not read. */
  submittedAt?: Date;
  lastHash: Buffer;
  /** The revision of the case's answers that it was last corrected to. */
  answersRevision: number;
  /** The database's clock at the reading. */
  now: Date;
  /** An earlier use of the sender's key. */
  kept: { requestHash: string; reply: unknown } | null;
  /** The case's facts, where they were read along. */
  file?: CaseFacts;
}

/** The facts of a case as rules see them. */
export interface CaseFacts {
  answers: CaseAnswers;
  answersRevision: number;
  place: Record<string, string | null> | null;
  filedOn: string | null;
  /** The case's papers, by their codes and the digests of their contents. */
  documents: ReadDocument[];
  /** What the case is filed for; a new licence where nothing is said. */
  filingKind?: FilingKind;
  /** Of a renewal: the licence's last day was over when it was filed. Only what is charged reads it. */
  isLate?: boolean;
  /** Lanes of a change whose facts or papers it touches. */
  touches?: readonly string[];
}

/** A new licence, the renewal of one, or a change to one. */
export type FilingKind = 'new' | 'renewal' | 'change';

/** What rules read: the answers, the place, the day of filing and what is filed for. */
export function factsOf(file: Omit<CaseFacts, 'documents'>): Facts {
  return { ...file.answers, place: file.place ?? {}, filing: { date: file.filedOn, kind: file.filingKind ?? 'new', touches: file.touches ?? [], ...(file.isLate ? { late: true } : {}) } };
}

/** One line of the history, before its place in the chain is known. */
export interface HistoryEntry {
  applicationId: string;
  revision: number;
  type: string;
  data: Record<string, unknown>;
  actor: Record<string, unknown>;
  at: Date;
  rulings: Rulings;
  state: StoredState;
  effects: unknown[];
}
