import type { LineContent } from './ledger-entry';

/** What a file of this kind calls itself. */
export const HISTORY_FORMAT = 'anuyat-history/1';

/** The exported history of a case: canonical JSON, so that no byte of it can change unseen. */
export interface HistoryExport {
  format: typeof HISTORY_FORMAT;
  /** The signed root that the proofs lead to; null before the first one. */
  root: string | null;
  /** The published keys, as {@link keyText} writes them. */
  keys: string[];
  applications: ExportedHistory[];
  records: ExportedRecord[];
  /** Over all the rest. */
  digest: string;
}

/** Where something stands in the ledger, and the way from there to the root. */
export interface Place {
  position: number;
  /** Hexadecimal digits. */
  path: string[];
}

/** The history of one application, oldest line first. */
export interface ExportedHistory {
  id: string;
  lines: ExportedLine[];
  /** How many lines are under the root; null before any is. */
  sealed: (Place & { revision: number }) | null;
}

/** A line with its hash; without content where the reader may not know it yet: its place in the history is proved all the same. */
export interface ExportedLine {
  revision: number;
  hash: string;
  content: LineContent | null;
}

/** A record of the case: a document's digest, a payment, a licence, an order. */
export interface ExportedRecord {
  kind: string;
  subject: string;
  /** Null where it was removed when its time was over: its digest and its place stay. */
  content: unknown;
  digest: string;
  sealed: Place | null;
}
