import type { OwnSession } from '@anuyat/contract';

/** Milliseconds before the end of a session at which its person is told. */
export const WARNING_MS = 120_000;

/** When a session will end, and whether another call would keep it open. */
export interface SessionEnd {
  at: number;
  isFinal: boolean;
}

/** Knows how long a session lasts: so long after the last call, and never beyond its last moment. All in milliseconds since 1970. */
export class SessionClock {
  private readonly idleMs: number;
  private readonly last: number;
  private called: number;

  constructor({ idleUntil, endsAt }: OwnSession, now: number) {
    this.idleMs = Date.parse(idleUntil) - now;
    this.last = Date.parse(endsAt);
    this.called = now;
  }

  noteCall(at: number): void {
    this.called = Math.max(this.called, at);
  }

  /** The end, when it is near enough to be told; undefined while there is time, and once it is over. */
  endToWarnOf(now: number): SessionEnd | undefined {
    const at = Math.min(this.called + this.idleMs, this.last);
    return at - now <= WARNING_MS && now < at ? { at, isFinal: at === this.last } : undefined;
  }
}
