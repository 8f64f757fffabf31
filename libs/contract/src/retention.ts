import type { Text } from '@anuyat/licence-kit';

/** What is kept for a time of its own. `record`: histories, orders, receipts and licences. */
export type RetentionKind = 'draft' | 'answers' | 'papers' | 'notice' | 'session' | 'security-event' | 'access-note' | 'record';

/** `GET /api/retention`: how long what is kept, for everybody; the rules in force and those that come. */
export interface RetentionRuleView {
  kind: RetentionKind;
  /** Null: for good. */
  keep: { years: number; days: number } | null;
  law: Text;
  section: string;
  isVerified: boolean;
  effectiveFrom: string;
  isInForce: boolean;
}

/** `GET /api/admin/retention`: what is past now and waits for the night, and what was removed. */
export interface RetentionWorkView {
  due: { kind: RetentionKind; count: number; /** Ended or untouched before this. */ before: string }[];
  /** Newest first, nights in which something was removed or that are under way. */
  nights: { night: string; kind: RetentionKind; removed: number; doneAt: string | null }[];
}
