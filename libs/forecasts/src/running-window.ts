import { censoredQuantile } from './censored-quantile';

/** What one view of the work forecast: milliseconds within which the case was to end, and how much slower than usual its office and queue made it. */
export interface Said {
  /** 0 where nothing could be said. */
  readonly within: number;
  /** Lengths are compared after dividing by it. */
  readonly factor: number;
}

/**
 * A forecast that was made: when, what each of several views said, and what became of it. There is one for every step of every open case, so
 * that it is kept small: what the views said lies in one list of numbers.
 */
export class Forecast {
  /** Milliseconds that it took; undefined while the case is open. */
  took: number | undefined = undefined;
  /** When it was given up without an end: until then it is known to have lasted, and no longer. */
  leftAt: number | undefined = undefined;
  private readonly said: readonly number[];

  constructor(
    readonly madeAt: number,
    said: readonly Said[],
    /** Whose verdicts it gives when it ends. */
    readonly windows: readonly RunningWindow[],
  ) {
    // Copied, a list is as long as what is in it; flatMap leaves room for as much again.
    this.said = said.flatMap(({ within, factor }) => [within, factor]).slice();
  }

  /** As {@link Said.within}. */
  within(view: number): number {
    return this.said[2 * view] ?? 0;
  }

  /** As {@link Said.factor}. */
  factor(view: number): number {
    return this.said[2 * view + 1] ?? 1;
  }
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

/** What a view asks of the window now, and what it read there last. */
interface Level {
  miss: number;
  horizon: number;
  last: { value: number | undefined; at: number } | undefined;
}

/**
 * Forecasts from one point of the way, and how long it took from there. The window reaches back until enough of them are old enough to be
 * judged, and takes in everything younger as not ended yet. The level that is asked of it moves with each verdict, a little down for a
 * forecast that held and up for one that did not, so that in the long run the promised share holds even when the work changes. Each view of
 * the work has a level of its own on the same forecasts.
 */
export class RunningWindow {
  private forecasts: Forecast[] = [];
  private ended = 0;
  private changes = 0;
  private readonly levels: Level[];

  constructor(
    private readonly options: WindowOptions,
    views = 1,
  ) {
    this.levels = Array.from({ length: views }, () => ({ miss: 1 - options.share, horizon: 0, last: undefined }));
  }

  add(forecast: Forecast): void {
    this.forecasts.push(forecast);
    this.changes += 1;
    const most = this.options.size * KEPT_WINDOWS;
    if (this.forecasts.length > most) this.forecasts = this.forecasts.slice(most / 2);
  }

  /** The case of a forecast ended; `took` is set. Where nothing could be said (`within` is 0) there is no verdict. */
  settle(forecast: Forecast): void {
    this.ended += 1;
    this.changes += 1;
    const target = 1 - this.options.share;
    for (const [view, level] of this.levels.entries()) {
      const within = forecast.within(view);
      if (within === 0) continue;
      level.miss = Math.min(HIGHEST, Math.max(LOWEST, level.miss + GAIN * (target - ((forecast.took ?? 0) > within ? 1 : 0))));
    }
  }

  /** Milliseconds, before the factor, within which the promised share ends; undefined while too few have ended. */
  lengthAt(now: number, view = 0): number | undefined {
    const level = this.levels[view];
    if (!level || this.ended < this.options.least) return undefined;
    if (level.last && this.changes - level.last.at < Math.max(8, this.forecasts.length / 20)) return level.last.value;
    const value = this.read(now, view, level);
    level.horizon = value;
    level.last = { value, at: this.changes };
    return value;
  }

  private read(now: number, view: number, { horizon, miss }: Level): number {
    const durations = [];
    let longest = 0;
    for (let at = this.forecasts.length - 1, judged = 0; at >= 0 && judged < this.options.size; at--) {
      const forecast = this.forecasts[at] as Forecast;
      const { madeAt, took, leftAt = now } = forecast;
      const factor = forecast.factor(view);
      if ((now - madeAt) / factor >= horizon) judged += 1;
      const length = (took ?? leftAt - madeAt) / factor;
      longest = Math.max(longest, length);
      durations.push({ length, hasEnded: took !== undefined });
    }
    return censoredQuantile(durations, 1 - miss) ?? longest;
  }
}

/** The length that the first of some windows gives that has enough to say anything. */
export function firstLength(windows: readonly RunningWindow[], now: number, view = 0): number | undefined {
  for (const window of windows) {
    const length = window.lengthAt(now, view);
    if (length !== undefined) return length;
  }
  return undefined;
}

/** The windows of points of the way, each made when it is first asked for; of the same points always the same list. */
export class Windows {
  private readonly byName = new Map<string, RunningWindow>();
  private readonly byPoints = new Map<string, readonly RunningWindow[]>();

  constructor(
    private readonly options: WindowOptions,
    private readonly views = 1,
  ) {}

  /** @param points names, the most particular first. */
  of(points: readonly string[]): readonly RunningWindow[] {
    const key = points.join('\n');
    let windows = this.byPoints.get(key);
    if (!windows) this.byPoints.set(key, (windows = points.map((name) => this.windowOf(name))));
    return windows;
  }

  private windowOf(name: string): RunningWindow {
    let window = this.byName.get(name);
    if (!window) this.byName.set(name, (window = new RunningWindow(this.options, this.views)));
    return window;
  }
}
