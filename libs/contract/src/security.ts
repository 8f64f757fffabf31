import type { Text } from '@anuyat/licence-kit';

/** What the record of sign-ins and refusals knows. `lock-lifted`: somebody who was locked out has signed in again. `record-read`: an administrator looked. */
export type SecurityEventKind =
  | 'sign-in'
  | 'sign-in-failed'
  | 'sign-out'
  | 'session-ended'
  | 'step-up'
  | 'step-up-failed'
  | 'locked-out'
  | 'lock-lifted'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-failed'
  | 'refused'
  | 'cross-origin'
  | 'too-often'
  | 'record-read';

/** `GET /api/auth/sign-ins`: what happened lately to one's own account, newest first, and by which mark administrators find it. */
export interface OwnSecurityView {
  reference: string;
  items: OwnSecurityEvent[];
}

export interface OwnSecurityEvent {
  id: string;
  at: string;
  kind: SecurityEventKind;
  /** Why it failed, or by what a session ended. */
  code: string | null;
  provider: string | null;
  /** What the browser called itself; empty where none was there. */
  agent: string;
  /** Came from the network that asks now. */
  isFromHere: boolean;
  /** Done by the person, and not by somebody who looks after people or the portal. */
  isByMe: boolean;
  /** Of the session that asks. */
  isThisOne: boolean;
  count: number;
}

/** A person as the record shows one: a mark that stays the same, and the name of those who work for an agency or the portal. */
export interface RecordedPerson {
  reference: string;
  staff: Text | null;
}

/** One line of the record, as administrators search it. */
export interface SecurityEventView {
  id: string;
  at: string;
  /** Since when it was counted; null where it happened once. */
  since: string | null;
  kind: SecurityEventKind;
  code: string | null;
  who: RecordedPerson | null;
  by: RecordedPerson | null;
  /** Marks of session and network: equal for the same one, and nothing can be told from them. */
  session: string | null;
  network: string | null;
  /** Method and pattern of the address, such as `POST /api/tasks/:id/claim`. */
  call: string | null;
  provider: string | null;
  ial: string | null;
  count: number;
}

/** `GET /api/admin/security-events`, newest first. */
export interface SecurityEventPage {
  items: SecurityEventView[];
  /** `after` of the next page. */
  next: string | null;
}
