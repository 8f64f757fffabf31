import type { Rulings, StoredState } from '@anuyat/licence-kit';

/** An application as it is stored, with all that its history has to give again. */
export interface StoredApplication {
  id: string;
  caseNumber: string | null;
  number: string | null;
  code: string;
  version: number;
  revision: number;
  state: StoredState;
  status: string;
  lastHash: Buffer;
  receivedAtLegal: Date;
  history: StoredLine[];
  clocks: StoredClock[];
}

/** A line of the history as it is stored. */
export interface StoredLine {
  revision: number;
  type: string;
  data: Record<string, unknown>;
  actor: Record<string, unknown>;
  at: Date;
  rulings: Rulings;
  state: StoredState;
  effects: unknown[];
  previousHash: Buffer;
  hash: Buffer;
}

/** A clock as it is stored. */
export interface StoredClock {
  name: string;
  lane: string | null;
  event: string;
  dueAt: Date;
  setAt: Date;
  setByRevision: number;
  stoppedAt: Date | null;
  firedAt: Date | null;
}

/** The type of the line that moves an application to another version; it stands in no machine. */
export const VERSION_MOVED = 'version.moved';

/** What the line of a move to another version keeps. */
export interface VersionMove extends Record<string, unknown> {
  from: number;
  to: number;
  /** Of the version that it moved to. */
  sha256: string;
  /** Why somebody decided it where it did not move by itself. */
  note?: string;
  /** Who proposed what the line's actor confirmed, and the digest of all that was confirmed. */
  proposedBy?: { accountId: string; name: { th: string; en: string } };
  proposal?: string;
}
