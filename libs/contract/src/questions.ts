import type { Text } from '@anuyat/licence-kit';

/** One round of questions from one lane. */
export interface QuestionView {
  id: string;
  applicationId: string;
  lane: string;
  licence: Text;
  office: Text;
  askedAt: string;
  dueAt: string | null;
  answeredAt: string | null;
  /** The notice that told it; null under definitions without one. */
  noticeId: string | null;
  note: string;
  items: QuestionItem[];
}

/** One notice that told what all offices of a case found (Licensing Facilitation Act B.E. 2558 s.8), or a second demand. */
export interface DefectNoticeView {
  id: string;
  number: string;
  /** A demand after the one notice: with its ground in law and the office's reason. */
  isSecond: boolean;
  ground: { code: string; title: Text; citation: { law: Text; section: string }; isVerified: boolean } | null;
  reason: string | null;
  parts: { applicationId: string; lane: string; licence: Text; office: Text; note: string; items: QuestionItem[]; answerBy: string }[];
  sentAt: string;
  answerBy: string;
}

/** What offices found and have not told yet: it waits for the others. */
export interface GatheringView {
  /** Lanes of the case that are still checking. */
  waitsFor: number;
  /** Lanes whose findings wait. */
  found: number;
  /** When it is told at the latest. */
  until: string | null;
}

/** What an applicant's correction meant for one lane of the case. */
export interface CorrectionView {
  at: string;
  applicationId: string;
  lane: string;
  licence: Text;
  office: Text;
  /** `told`: it read what changed, but its licence is issued or waits for its fee. */
  outcome: 'reopened' | 'called' | 'released' | 'kept' | 'told';
  /** Titles of what changed, as far as the lane reads it. */
  changed: { path: string; title: Text; before?: unknown; after?: unknown }[];
  documents: { code: string; title: Text }[];
  /** SHA-256 of what the lane read: the proof that nothing of it changed, or that it did. */
  digest: string;
}

/** `POST /api/cases/:id/answers-to-notices`: everything that was asked, by path, to all offices at once. */
export interface AnswerNotices {
  changes: Record<string, unknown>;
  note?: string;
}

export interface QuestionItem {
  kind: 'fact' | 'document';
  /** A fact's path or a document's code. */
  target: string;
  title: Text;
  message: string;
}
