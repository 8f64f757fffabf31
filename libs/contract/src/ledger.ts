/** A signed root of the ledger. */
export interface LedgerRootView {
  number: number;
  /** Entries below it. */
  size: number;
  /** SHA-256 in hexadecimal digits. */
  root: string;
  signedAt: string;
  keyId: string;
}

/** What is published of the ledger. */
export interface LedgerView {
  /** Keys that roots are or were signed with, as `name+id+base64`. */
  keys: { id: string; text: string; since: string }[];
  /** How many roots there are. */
  total: number;
  /** Newest first. */
  roots: LedgerRootView[];
}

/** That a later root contains everything that an earlier one did. */
export interface LedgerConsistency {
  from: LedgerRootView;
  to: LedgerRootView;
  /** RFC 6962 section 2.1.2; hexadecimal digits. */
  path: string[];
}

/** How far the ledger has come with a case. */
export interface CaseLedgerView {
  lines: number;
  /** Lines of its histories that no root covers yet. */
  pendingLines: number;
  records: number;
  pendingRecords: number;
  /** The newest root; null before the first. */
  root: LedgerRootView | null;
}
