import type { SecurityEventKind } from '@anuyat/contract';

/** One thing that happened at the door. */
export interface SecurityEvent {
  kind: SecurityEventKind;
  /** Why it failed, by what a session ended, or the stable code of a refusal; lower case letters and dashes. */
  code?: string;
  /** Whose account it is about, where that is known. */
  accountId?: string;
  /** Who did it, where it was not that person. */
  by?: string;
  /** When the session began. */
  startedAt?: Date;
  /** As the request came. Only its network is kept, as a mark. */
  ip?: string;
  /** Method and pattern of the address; never the address itself. */
  call?: string;
  provider?: string;
  ial?: string;
  agent?: string;
  /** How many times; once unless told. */
  count?: number;
}

/** An event that was counted, and for how many milliseconds. */
export interface CountedEvent extends SecurityEvent {
  forMs?: number;
}
