import type { Actor } from '@anuyat/contract';
import type { Status } from '@anuyat/licence-kit';

/** An event that somebody hands in for one application. */
export interface Reception {
  applicationId: string;
  type: string;
  data?: Record<string, unknown>;
  actor: Actor;
  /** The same key gives the same answer, once done; with another body it is refused. */
  key?: string;
  /** The revision that the sender saw; absent where the sender does not mind. */
  revision?: number;
  /** The clock that rang, when the timekeeper sends the event: it is marked as fired with the event, which is refused when it no longer runs. */
  timer?: { name: string; setByRevision: number };
}

/** What the sender is told; kept with the key and told again. */
export interface Received {
  applicationId: string;
  caseId: string;
  revision: number;
  status: Status;
}

/** What became of one event of many: the answer, or why it failed. A refusal is a `Refusal`; anything else is a fault. */
export type Outcome = { received: Received; failure?: undefined } | { received?: undefined; failure: Error };
