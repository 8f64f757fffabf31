import type { Text } from '@anuyat/licence-kit';

/** `GET /api/notices`: newest first; `POST /api/notices/read` marks all as seen. */
export interface NoticeView {
  id: string;
  caseId: string;
  /** The business that the case is for; null where it had no name yet. */
  businessName: string | null;
  /** The licence that it is about, where what can be done next stands on the licence's own page. */
  licenceNumber: string | null;
  /** `question`, `inspection-planned`, `delay`, `deemed-approved`, `fee-due`, `issued`, `refusal-intended`, `refused`, `returned`, `withdrawn`, or of an appeal. */
  kind: string;
  title: Text;
  /** What the notice says beyond its title, such as the reason of a delay. */
  words: Text | null;
  at: string;
  readAt: string | null;
  /** Its newest letter; null where nobody had asked for one. */
  letter: LetterView | null;
}

/** `GET /api/staff-notices`: what supervisors of an office are told of its tasks, newest first; `POST /api/staff-notices/read` marks all as seen. */
export interface StaffNoticeView {
  id: string;
  /** `unsupervised-…`: nobody in the office can do what is told, so that whoever looks after the agency's people is told. */
  kind: 'demand-waits' | 'task-late' | 'delay-unexplained' | 'stepped-aside' | 'unsupervised-demand' | 'unsupervised-task';
  title: Text;
  /** The application's number. */
  number: string;
  /** The office's task; null for who works in another office, or in none. */
  taskId: string | null;
  at: string;
  readAt: string | null;
}

export type MailLanguage = 'th' | 'en';

/** A notice's letter: whether it went out, where to, and what the mail server answered last. */
export interface LetterView {
  /** `refused`: the mail server takes nothing for this address; `given-up`: it could not be reached for days; `dropped`: mails were stopped before it went. */
  state: 'waiting' | 'sent' | 'refused' | 'given-up' | 'dropped';
  /** Masked. */
  to: string;
  answer: string | null;
  at: string;
}

/** `GET /api/mail/address`: whether and where one is told by e-mail. */
export interface MailSettingsView {
  /** Whether this installation sends e-mail. */
  isAvailable: boolean;
  /** Whom the letters come from. */
  sender: string | null;
  /** The address in use. `failingSince`: so many letters were refused that no more are sent. */
  current: { address: string; language: MailLanguage; confirmedAt: string; failingSince: string | null; trouble: MailTrouble | null } | null;
  /** The address whose code has not come back yet. */
  asked: { address: string; language: MailLanguage; expiresAt: string; triesLeft: number; trouble: MailTrouble | null } | null;
}

/** The mail server’s newest answer where it did not take a letter. */
export interface MailTrouble {
  answer: string;
  at: string;
}

/** `POST /api/mail/address`: a code is sent there. */
export interface AskAddress {
  address: string;
  language: MailLanguage;
}
