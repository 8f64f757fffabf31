import type { DecisionKind } from '@anuyat/contract';
import type { Citation, Facts } from '@anuyat/licence-kit';

/** What the portal decided: by which rule of which version, from which facts, under which law. It never changes. */
export interface Decision {
  kind: DecisionKind;
  /** Code of the licence that it is about; null for the whole case. */
  application: string | null;
  subject: string;
  /** FEEL; of an office the line of the table of authority; of a date the days and their unit. */
  rule: string;
  /** Whose rule it is: a journey, a licence type, or the table of authority with the day it holds from. */
  source: { code: string; version: number };
  /** The facts that the rule may read; nothing else of the answers is in it. */
  inputs: Facts;
  /** True or false; satang; an office's code; a moment. Null while the answers leave it open. */
  outcome: unknown;
  citations: Citation[];
}
