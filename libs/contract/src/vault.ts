import type { DocumentKind, PaperDates, Text } from '@anuyat/licence-kit';
import type { FormDocument } from './cases';

/**
 * What the scanner said of a content. `waiting`: nothing yet, so nobody opens it; `not-scanned`: this installation runs without a
 * scanner, and says so.
 */
export type ScanState = 'waiting' | 'clean' | 'infected' | 'not-scanned';

/** A paper that its owner keeps for later cases. */
export interface VaultPaper extends PaperDates {
  id: string;
  code: string;
  title: Text;
  fileName: string;
  kind: DocumentKind;
  bytes: number;
  sha256: string;
  scan: ScanState;
  addedAt: string;
  /** The business whose paper it is; null: one's own. */
  business: { juristicId: string; name: Text } | null;
  /** Cases that have it among their papers, newest first; only those of the reader. */
  usedBy: { caseId: string; number: string | null; businessName: string | null }[];
  /** Whether an application under way rests on it: it stays until that is decided. */
  isWaitedFor: boolean;
}

/** `GET /api/vault` */
export interface VaultView {
  papers: VaultPaper[];
  /** What can be put in: every paper that any licence asks for, by title. */
  kinds: Pick<FormDocument, 'code' | 'title' | 'accepts' | 'maxBytes' | 'freshMonths'>[];
  businesses: { juristicId: string; name: Text }[];
}

/** `POST /api/cases/:id/documents/from-vault` */
export interface AttachFromVault {
  code: string;
  paperId: string;
}

/** `PUT /api/vault/papers/:id/dates` and `PUT /api/cases/:id/documents/:documentId/dates`: ISO dates; null where there is none. */
export type TellDates = PaperDates;

/** An upload that goes on where it stopped, and its place: a case, or else a vault (one’s own where `business` is null). */
export interface UploadView {
  id: string;
  caseId: string | null;
  code: string;
  business: string | null;
  fileName: string;
  /** The whole file, in bytes, and how much of it has arrived. */
  bytes: number;
  received: number;
  /** Of the whole file, as its sender said; null where nothing was said. */
  sha256: string | null;
  /** When it is removed unless more of it comes. */
  expiresAt: string;
}
