import type { CaseAnswers, JsonSchema, Text } from '@anuyat/licence-kit';
import type { ApplicationView, TimelineEntry } from './cases';

/** For what an officer may look at a case that their office has no part in. */
export type ExceptionGround = 'emergency' | 'complaint' | 'oversight' | 'court';

/** `POST /api/exceptions` */
export interface OpenException {
  /** Of the case or of one of its applications. */
  number: string;
  ground: ExceptionGround;
  /** The applicant reads it. */
  reason: string;
}

/** `GET /api/exceptions`: one's own that are still open, newest first. */
export interface ExceptionView {
  id: string;
  caseNumber: string;
  businessName: string;
  ground: ExceptionGround;
  reason: string;
  at: string;
  /** Then it ends by itself. */
  until: string;
}

/** `GET /api/exceptions/:id`: to read and not to change; without papers, amounts of money and sensitive facts, the numbers of people masked. */
export interface ExceptionalFileView extends ExceptionView {
  applications: {
    application: ApplicationView;
    topics: { id: string; title: Text; schema: JsonSchema }[];
    answers: CaseAnswers;
    history: TimelineEntry[];
  }[];
}
