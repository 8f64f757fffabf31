import type { Text } from '@anuyat/licence-kit';

/** RFC 9457 problem document, sent as `application/problem+json`. `code` is stable; words come in both languages. */
export interface Problem {
  type: string;
  status: number;
  code: ProblemCode;
  title: Text;
  detail?: Text;
  /** Reference to quote to the help desk; also in the logs. */
  instance?: string;
  /** Where the input is wrong. */
  fields?: FieldProblem[];
  /** With `stale-revision`: what happened since the revision that the sender saw. */
  changes?: { revision: number; type: string; at: string; by: string }[];
  /** With `answers-changed`: fields that another window changed meanwhile. */
  conflicts?: { path: string; yours: unknown; theirs: unknown }[];
  /** With `event-not-accepted`: what the application accepts now. */
  accepts?: string[];
  currentRevision?: number;
  /** What can be done now, each with its page of the portal. */
  next?: { title: Text; link: string }[];
  /** With `step-up-needed`: where to prove anew who one is, and in which ways. */
  stepUp?: { to: string; ways: ('provider' | 'passkey')[]; /** With `passkey`: hex of what is to be signed. */ digest?: string };
}

/** One wrong field: `path` is a fact's path such as `premises.areaSqm` or `signs.0.widthCm`. */
export interface FieldProblem {
  path: string;
  code: string;
  message: Text;
}

export type ProblemCode =
  | 'not-signed-in'
  | 'signature-refused'
  | 'signature-used'
  | 'officer-unnamed'
  | 'officer-unknown'
  | 'decided-in-portal'
  | 'own-registration'
  | 'key-taken'
  | 'host-not-allowed'
  | 'not-allowed'
  | 'own-matter'
  | 'conflict-declared'
  | 'same-officer'
  | 'same-administrator'
  | 'already-proposed'
  | 'proposal-changed'
  | 'proposal-decided'
  | 'not-found'
  | 'bad-request'
  | 'unknown-event'
  | 'event-not-accepted'
  | 'second-demand'
  | 'stale-revision'
  | 'key-reused'
  | 'key-missing'
  | 'answers-invalid'
  | 'answers-changed'
  | 'case-incomplete'
  | 'case-already-submitted'
  | 'file-kind'
  | 'file-too-large'
  | 'file-empty'
  | 'file-too-many'
  | 'room-full'
  | 'too-many-uploads'
  | 'upload-busy'
  | 'upload-offset'
  | 'upload-checksum'
  | 'upload-version'
  | 'upload-unfinished'
  | 'no-preview'
  | 'file-faulty'
  | 'file-not-scanned'
  | 'file-infected'
  | 'paper-too-old'
  | 'paper-in-use'
  | 'task-taken'
  | 'wrong-origin'
  | 'wrong-content-type'
  | 'body-too-large'
  | 'too-many-requests'
  | 'sign-in-expired'
  | 'sign-in-failed'
  | 'too-late'
  | 'step-up-needed'
  | 'other-person'
  | 'locked-out'
  | 'passkey-needed'
  | 'last-officer'
  | 'last-administrator'
  | 'invitation-over'
  | 'other-invited'
  | 'passkey-refused'
  | 'mandate-ended'
  | 'out-of-mandate'
  | 'company-not-active'
  | 'not-a-director'
  | 'appeal-late'
  | 'appeal-not-open'
  | 'payment-mismatch'
  | 'definition-invalid'
  | 'definition-unproved'
  | 'definition-published'
  | 'nothing-to-join'
  | 'mail-code-wrong'
  | 'mail-code-over'
  | 'mail-too-often'
  | 'mail-not-sent-here'
  | 'temporarily-unavailable'
  | 'internal';
