import type { ApplicationStatus } from './cases';
import type { LicenceStanding } from './papers';
import type { QuestionItem } from './questions';

/**
 * `POST /api/applications/:id/events`, header `Idempotency-Key`. `revision` is the one that the sender saw;
 * when it is no longer the newest the answer is 409 `stale-revision` with what changed.
 */
export interface EventRequest {
  type: string;
  data?: Record<string, unknown>;
  revision?: number;
  /** From an agency's system only: the officer who decided, as `GET /api/system` lists them, and in which position. */
  officer?: { accountId: string; position: string };
}

export interface EventReply {
  applicationId: string;
  revision: number;
  status: ApplicationStatus | LicenceStanding;
  /** Events that the sender may send next. */
  may: string[];
}

/** Data of the kit's events, by the part after the lane's name. */
export interface EventData {
  accepted: { note?: string };
  asked: { note: string; items: Omit<QuestionItem, 'title'>[] };
  /** A second demand, on a ground of the law; a supervisor consents to it, or does not. */
  demanded: { note?: string; items: Omit<QuestionItem, 'title'>[]; ground: string; reason: string };
  demandApproved: { note?: string };
  demandDeclined: { note: string };
  /** `changes` are facts by path; documents are uploaded to the case before. */
  answered: { changes?: Record<string, unknown>; documents?: string[]; note?: string };
  inspectionPlanned: { plannedFor: string; note?: string };
  inspectionRecorded: { result: 'passed' | 'failed'; findings: string };
  /** Conditions are printed on the licence (s.39). */
  approved: { note?: string; conditions?: string[] };
  /** The applicant's answer to an intended refusal (s.30). */
  heard: { words: string; documents?: string[] };
  conflictDeclared: { ground: string; note: string };
  /** Reasons as the Administrative Procedure Act s.37 wants them. */
  refused: { facts: string; law: string; considerations: string };
  /** Why the office is late, and when it means to be done. */
  delayExplained: { reason: string; expectedOn?: string };
  withdrawn: { note?: string };
}

/** What `GET …/stream` sends as `event: moved`; the reader fetches what it shows again. */
export interface Moved {
  caseId: string;
  applicationId: string | null;
  revision: number | null;
}
