import { createHash } from 'node:crypto';
import { canonicalJson } from '@anuyat/licence-kit';
import type { HistoryEntry } from './application-row';

/** What the first line of every chain hangs on. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/**
 * The hash of a line: SHA-256 over the hash before it and the line in canonical JSON. Changing, dropping or moving any line
 * changes every hash after it; the application keeps the newest one, so that a cut tail shows as well.
 */
export function chainHash(previous: Buffer, entry: HistoryEntry): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson({ ...entry, at: entry.at.toISOString() }))
    .digest();
}
