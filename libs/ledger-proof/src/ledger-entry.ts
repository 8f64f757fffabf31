import { canonicalJson } from '@anuyat/licence-kit/canonical-json';
import { fromHex, sha256, toHex, utf8 } from './bytes';
import { leafHash } from './merkle';

/** One leaf of the ledger: that something had this digest when it was entered. It holds nothing of the thing itself. */
export interface LedgerEntry {
  /** `application` for a history, otherwise what kind of record it is. */
  kind: string;
  subject: string;
  /** How many lines of the history it stands for; 0 for a record, which never changes. */
  revision: number;
  /** SHA-256, in hexadecimal digits. */
  digest: string;
}

/** The kind under which histories are entered. */
export const APPLICATION = 'application';

/** The hash of an entry as a leaf of the tree. */
export function entryHash({ kind, subject, revision, digest }: LedgerEntry): Uint8Array {
  return leafHash(utf8(canonicalJson({ kind, subject, revision, digest })));
}

/** The digest of a record: SHA-256 over what it is and its content, in canonical JSON. */
export function recordDigest(kind: string, subject: string, content: unknown): string {
  return toHex(sha256(utf8(canonicalJson({ kind, subject, content }))));
}

/** The digest of a history: SHA-256 over the hashes of its lines in their order, so that each line stands for itself. */
export function historyDigest(lineHashes: readonly string[]): string {
  return toHex(sha256(...lineHashes.map(fromHex)));
}

/** The content of a line that its hash is made of. */
export interface LineContent {
  type: string;
  data: unknown;
  actor: unknown;
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
  rulings: unknown;
  state: unknown;
  effects: unknown;
}

/** What the first line of every chain hangs on. */
export const CHAIN_START = '00'.repeat(32);

/** The hash of a history's line: SHA-256 over the hash before it and the line in canonical JSON. */
export function lineHash(previous: string, applicationId: string, revision: number, line: LineContent): string {
  const { type, data, actor, at, rulings, state, effects } = line;
  return toHex(sha256(fromHex(previous), utf8(canonicalJson({ applicationId, revision, type, data, actor, at, rulings, state, effects }))));
}
