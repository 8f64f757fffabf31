import type { Handover } from '@anuyat/licence-kit';
import type { HistoryEntry, LaneOffice } from './application-row';
import type { ClockChanges } from './clock-changes';
import type { OutboxEntry } from './effect-routes';
import type { Hands } from './hands';

/** How many applications one statement reads or moves, at most. */
export const MOST_TOGETHER = 16;

/** Everything one event writes. */
export interface Move {
  entry: HistoryEntry;
  caseId: string;
  status: string;
  previousHash: Buffer;
  hash: Buffer;
  clocks: ClockChanges;
  outbox: OutboxEntry[];
  handovers: Handover[];
  firedTimer: string | null;
  /** Null where the event changes nobody's. */
  hands: Hands | null;
  /** Where the event moves the application to another version of its definition. */
  relocation?: { version: number; offices: Record<string, LaneOffice> };
  /** For a review: the correction that its answers were read at; not written when there was another since. */
  readAt: number | null;
  kept: { actor: string; key: string; requestHash: string; reply: unknown } | null;
}

