import type { RunningWindow } from './running-window';

/** What one view of the work forecast: milliseconds within which the case was to end, and how much slower than usual its office and queue made it. */
export interface Said {
  /** 0 where nothing could be said. */
  readonly within: number;
  /** Lengths are compared after dividing by it. */
  readonly factor: number;
}

/** What was promised out of all that the views said. */
export interface Promised {
  /** Milliseconds; 0 where nothing could be promised. */
  readonly within: number;
  /** By how much the share that may be late was greater here than elsewhere. */
  readonly leeway: number;
}

/**
 * A forecast that was made: when, what each of several views said, what was promised, and what became of it. There is one for every step of
 * every open case, so that it is kept small: what the views said lies in one list of numbers.
 */
export class Forecast {
  /** Milliseconds that it took; undefined while the case is open. */
  took: number | undefined = undefined;
  /** When it was given up without an end: until then it is known to have lasted, and no longer. */
  leftAt: number | undefined = undefined;
  readonly promised: number;
  readonly leeway: number;
  private readonly said: readonly number[];

  constructor(
    readonly madeAt: number,
    said: readonly Said[],
    /** Whose verdicts it gives when it ends. */
    readonly windows: readonly RunningWindow[],
    promised: Promised = { within: said[0]?.within ?? 0, leeway: 0 },
    /** Milliseconds that the case was old. */
    readonly age = 0,
  ) {
    // Copied, a list is as long as what is in it; flatMap leaves room for as much again.
    this.said = said.flatMap(({ within, factor }) => [within, factor]).slice();
    this.promised = promised.within;
    this.leeway = promised.leeway;
  }

  /** As {@link Said.within}. */
  within(view: number): number {
    return this.said[2 * view] ?? 0;
  }

  /** As {@link Said.factor}. */
  factor(view: number): number {
    return this.said[2 * view + 1] ?? 1;
  }

  /** When it went out of sight: ended, given up, or now. */
  exitAt(now: number): number {
    return this.took === undefined ? (this.leftAt ?? now) : this.madeAt + this.took;
  }

  /** The last moment at which it tells anything: that of its end, or of the day promised for it. */
  lastAt(now: number): number {
    if (this.took === undefined && this.leftAt === undefined) return Infinity;
    return Math.max(this.exitAt(now), this.madeAt + this.promised);
  }

  /** What its promise tells once its day has come: whether it was kept, less the share that was to keep it. Undefined before, and where it was given up before. */
  surplusAt(now: number, share: number): number | undefined {
    const due = this.madeAt + this.promised;
    if (this.promised === 0 || due > now || (this.leftAt ?? Infinity) < due) return undefined;
    return ((this.took ?? Infinity) <= this.promised ? 1 : 0) - (share - this.leeway);
  }

  /** Whether its day came in the time since a moment. */
  fellDueAfter(since: number): boolean {
    return this.madeAt + this.promised > since;
  }
}
