import { censoredQuantile } from './censored-quantile';

/** A forecast that was made: when, for how long, and what became of it. */
export interface Forecast {
  madeAt: number;
  /** Milliseconds within which the case was to end. */
  within: number;
  /** How much slower than usual its office and queue made it; lengths are compared after dividing by it. */
  factor: number;
  /** Milliseconds that it took; undefined while the case is open. */
  took?: number;
  /** When it was given up without an end: until then it is known to have lasted, and no longer. */
  leftAt?: number;
}

export interface WindowOptions {
  /** Share of the cases that are to end in time. */
  share: number;
  /** Forecasts old enough to be judged that are looked back at. */
  size: number;
  /** As many ended ones are needed before anything is said. */
  least: number;
}

/** Gain of the level on each verdict, and its bounds: adaptive conformal inference. */
const GAIN = 0.004;
const [LOWEST, HIGHEST] = [0.04, 0.18];

const KEPT_WINDOWS = 20;

/**
 * Forecasts from one point of the way, and how long it took from there. The window reaches back until enough of them are old enough to be
 * judged, and takes in everything younger as not ended yet. The level that is asked of it moves with each verdict, a little down for a
 * forecast that held and up for one that did not, so that in the long run the promised share holds even when the work changes.
 */
export class RunningWindow {
  private forecasts: Forecast[] = [];
  private ended = 0;
  private miss: number;
  private horizon = 0;
  private last: { value: number | undefined; at: number } | undefined;
  private changes = 0;

  constructor(private readonly options: WindowOptions) {
    this.miss = 1 - options.share;
  }

  add(forecast: Forecast): void {
    this.forecasts.push(forecast);
    this.changes += 1;
    const most = this.options.size * KEPT_WINDOWS;
    if (this.forecasts.length > most) this.forecasts = this.forecasts.slice(most / 2);
  }

  /** The case of a forecast ended; `took` is set. Where nothing could be said (`within` is 0) there is no verdict. */
  settle({ took = 0, within }: Forecast): void {
    this.ended += 1;
    this.changes += 1;
    if (within === 0) return;
    const target = 1 - this.options.share;
    this.miss = Math.min(HIGHEST, Math.max(LOWEST, this.miss + GAIN * (target - (took > within ? 1 : 0))));
  }

  /** Milliseconds, before the factor, within which the promised share ends; undefined while too few have ended. */
  lengthAt(now: number): number | undefined {
    if (this.ended < this.options.least) return undefined;
    if (this.last && this.changes - this.last.at < Math.max(8, this.forecasts.length / 20)) return this.last.value;
    const value = this.read(now);
    this.horizon = value;
    this.last = { value, at: this.changes };
    return value;
  }

  private read(now: number): number {
    const durations = [];
    let longest = 0;
    for (let at = this.forecasts.length - 1, judged = 0; at >= 0 && judged < this.options.size; at--) {
      const { madeAt, took, factor, leftAt = now } = this.forecasts[at] as Forecast;
      if ((now - madeAt) / factor >= this.horizon) judged += 1;
      const length = (took ?? leftAt - madeAt) / factor;
      longest = Math.max(longest, length);
      durations.push({ length, hasEnded: took !== undefined });
    }
    return censoredQuantile(durations, 1 - this.miss) ?? longest;
  }
}

/** The length that the first of some windows gives that has enough to say anything. */
export function firstLength(windows: readonly RunningWindow[], now: number): number | undefined {
  for (const window of windows) {
    const length = window.lengthAt(now);
    if (length !== undefined) return length;
  }
  return undefined;
}
