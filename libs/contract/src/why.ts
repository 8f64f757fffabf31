import type { Text } from '@anuyat/licence-kit';

/** What the portal itself decides: which licences, which reviews, which office, which papers, how much, by when, and that a filing ends with its licence. */
export type DecisionKind = 'licence' | 'lane' | 'office' | 'document' | 'fee' | 'date' | 'end';

/** `GET /api/cases/:id/why`, and for an officer `GET /api/tasks/:id/why`: why each decision fell as it did. */
export interface WhyView {
  decisions: DecisionView[];
}

/** One decision in words, with the rule, its version, the facts that it used and the law. */
export interface DecisionView {
  id: string;
  kind: DecisionKind;
  /** Code of the licence that it is about; null for a decision on the whole case. */
  application: string | null;
  /** The licence, lane, document, fee line or clock. */
  subject: string;
  title: Text;
  outcome: Text;
  /** The conditions that settled it. */
  because: Text[];
  /** The smallest changes that would have turned it; a sentence that says so where the form allows none. */
  wouldTurn: Text[];
  rule: { source: string; of: Text; version: number };
  facts: { path: string; title: Text; value: Text }[];
  citations: { law: Text; section: string }[];
  /** When it was decided and stored; null for what is worked out now. */
  decidedAt: string | null;
}
