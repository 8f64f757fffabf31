import { SurvivalCurve } from './survival-curve';

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
    /** Milliseconds that the case was old. */
    readonly age = 0,
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
  /** Cases that ended last, back to the first of which is looked. */
  size: number;
  /** As many ended cases are needed before anything is said. */
  least: number;
}

/** How a view of the work reads a window. */
export interface Reading {
  /** Whether it counts from the case's beginning what a case of that age still takes, and not from here. */
  isByAge?: boolean;
}

/** How much of a shortfall among the promises that fell due the level makes good, and its bounds. */
const GAIN = 0.8;
const [LOWEST, HIGHEST] = [0.04, 0.18];
/** Fewer promises that fell due count as if they were so many. */
const LEAST_DUE = 100;

const KEPT_WINDOWS = 20;
const KEPT_ENDS = 2;

/** What a view read last, and the share that it lets be late. */
interface Level {
  curve: SurvivalCurve;
  miss: number;
  /** The changes that had been seen. */
  at: number;
}

/**
 * Forecasts from one point of the way, and how long it took from there. It looks at the time in which the last so many cases ended: whatever
 * was open in it counts for the part of its way that it went in it, whether it has ended or not. The share that may be late is moved by how
 * the promises turned out that fell due in that time, up after too many kept and down after too few (adaptive conformal inference), so that
 * in the long run the promised share holds even when the work changes. A promise is judged on its day: judged at their ends, the late ones would come last. Each
 * view of the work has a level of its own on the same forecasts.
 */
export class RunningWindow {
  private forecasts: Forecast[] = [];
  private ends: number[] = [];
  private ended = 0;
  private changes = 0;
  private prunedTo = -Infinity;
  private readonly levels: (Level | undefined)[];

  constructor(
    private readonly options: WindowOptions,
    private readonly views: readonly Reading[] = [{}],
  ) {
    this.levels = views.map(() => undefined);
  }

  /** How many forecasts it holds. */
  get kept(): number {
    return this.forecasts.length;
  }

  add(forecast: Forecast): void {
    this.forecasts.push(forecast);
    this.changes += 1;
    const most = this.options.size * KEPT_WINDOWS;
    if (this.forecasts.length > most) this.forecasts = this.forecasts.slice(most / 2);
  }

  /** The case of a forecast ended; `took` is set. Several forecasts of one case are told one after the other. */
  settle({ madeAt, took = 0 }: Forecast): void {
    this.changes += 1;
    const end = madeAt + took;
    if (this.ends.at(-1) === end) return;
    this.ended += 1;
    this.ends.push(end);
    if (this.ends.length > KEPT_ENDS * this.options.size) this.ends = this.ends.slice(-this.options.size);
  }

  /**
   * Milliseconds, before the factor, within which the promised share ends.
   * @param age of the case, for views that look at it.
   * @returns undefined while too few have ended, or have gone beyond that age.
   */
  lengthAt(now: number, view = 0, age = 0): number | undefined {
    if (this.ended < this.options.least) return undefined;
    let level = this.levels[view];
    if (!level || this.changes - level.at >= Math.max(8, this.forecasts.length / 20)) this.levels[view] = level = this.read(now, view);
    return level.curve.lengthFrom(this.views[view]?.isByAge ? age : 0, level.miss);
  }

  private read(now: number, view: number): Level {
    const since = this.ends.length < this.options.size ? -Infinity : (this.ends.at(-this.options.size) as number);
    if (since > this.prunedTo) this.forecasts = this.forecasts.filter((forecast) => lastOf(forecast, this.views.length, now) > since);
    this.prunedTo = since;
    const isByAge = this.views[view]?.isByAge ?? false;
    const stays = this.forecasts.filter((forecast) => exitOf(forecast, now) > since).map((forecast) => {
      const { madeAt, took } = forecast;
      const [age, factor] = [isByAge ? forecast.age : 0, forecast.factor(view)];
      return { from: (age + Math.max(0, since - madeAt)) / factor, to: (age + exitOf(forecast, now) - madeAt) / factor, hasEnded: took !== undefined };
    });
    return { curve: new SurvivalCurve(stays), miss: this.missOf(view, since, now), at: this.changes };
  }

  /** The share that may be late: with what a window of so few cases does not show (split conformal), and what the promises that fell due ask for. */
  private missOf(view: number, since: number, now: number): number {
    const { share, size } = this.options;
    let [fell, surplus] = [0, 0];
    for (const forecast of this.forecasts) {
      const within = forecast.within(view);
      const due = forecast.madeAt + within;
      if (within === 0 || due > now || due <= since || (forecast.leftAt ?? Infinity) < due) continue;
      fell += 1;
      surplus += ((forecast.took ?? Infinity) <= within ? 1 : 0) - share;
    }
    const miss = Math.min(HIGHEST, Math.max(LOWEST, 1 - share + (GAIN * surplus) / Math.max(fell, LEAST_DUE)));
    const cases = Math.min(size, this.ended);
    return Math.max(0.5 / cases, 1 - (1 - miss) * (1 + 1 / cases));
  }
}

/** When it went out of sight: ended, given up, or now. */
function exitOf({ madeAt, took, leftAt }: Forecast, now: number): number {
  return took === undefined ? (leftAt ?? now) : madeAt + took;
}

/** The last moment at which it tells anything: that of its end, or of the longest promise made for it. */
function lastOf(forecast: Forecast, views: number, now: number): number {
  if (forecast.took === undefined && forecast.leftAt === undefined) return Infinity;
  let last = exitOf(forecast, now);
  for (let view = 0; view < views; view++) last = Math.max(last, forecast.madeAt + forecast.within(view));
  return last;
}

/** The length that the first of some windows gives that has enough to say anything. */
export function firstLength(windows: readonly RunningWindow[], now: number, view = 0, age = 0): number | undefined {
  for (const window of windows) {
    const length = window.lengthAt(now, view, age);
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
    private readonly views: readonly Reading[] = [{}],
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
