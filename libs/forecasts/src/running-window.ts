import type { Forecast } from './forecast';
import { SurvivalCurve } from './survival-curve';

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
export interface Level {
  readonly curve: SurvivalCurve;
  readonly miss: number;
  /** The changes that had been seen. */
  readonly at: number;
}

/** Promises that fell due, and how many more were kept than were to be. */
interface Due {
  readonly fell: number;
  readonly surplus: number;
  /** The changes that had been seen. */
  readonly at: number;
}

/**
 * Forecasts from one point of the way, and how long it took from there. It looks at the time in which the last so many cases ended: whatever
 * was open in it counts for the part of its way that it went in it, whether it has ended or not. The share that may be late is moved by how
 * the promises turned out that fell due in that time, up after too many kept and down after too few (adaptive conformal inference), so that
 * in the long run the promised share holds even when the work changes. A promise is judged on its day: judged at their ends, the late ones would come last. The
 * views of the work read the same forecasts, each in its own way; what was promised is one for all.
 */
export class RunningWindow {
  private forecasts: Forecast[] = [];
  private ends: number[] = [];
  private ended = 0;
  private changes = 0;
  private prunedTo = -Infinity;
  private due: Due | undefined;
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
   * @param leeway by how much more may be late.
   * @returns undefined while too few have ended, or have gone beyond that age.
   */
  lengthAt(now: number, view = 0, age = 0, leeway = 0): number | undefined {
    const level = this.levelAt(now, view);
    return level?.curve.lengthFrom(this.views[view]?.isByAge ? age : 0, level.miss + leeway);
  }

  /** What a view reads now; undefined while too few have ended. */
  levelAt(now: number, view = 0): Level | undefined {
    if (this.ended < this.options.least) return undefined;
    const level = this.levels[view];
    if (level && this.changes - level.at < this.patience) return level;
    return (this.levels[view] = this.read(now, view));
  }

  /** By how much less than was to be the promises were kept that fell due of late; 0 where they were kept. */
  shortfallAt(now: number): number {
    const { fell, surplus } = this.dueOf(now);
    return Math.max(0, -surplus / Math.max(fell, LEAST_DUE));
  }

  private read(now: number, view: number): Level {
    const since = this.since;
    if (since > this.prunedTo) this.forecasts = this.forecasts.filter((forecast) => forecast.lastAt(now) > since);
    this.prunedTo = since;
    const isByAge = this.views[view]?.isByAge ?? false;
    const stays = this.forecasts.filter((forecast) => forecast.exitAt(now) > since).map((forecast) => {
      const { madeAt, took } = forecast;
      const [age, factor] = [isByAge ? forecast.age : 0, forecast.factor(view)];
      return { from: (age + Math.max(0, since - madeAt)) / factor, to: (age + forecast.exitAt(now) - madeAt) / factor, hasEnded: took !== undefined };
    });
    return { curve: new SurvivalCurve(stays), miss: this.missOf(now), at: this.changes };
  }

  /** Changes after which it is read anew. */
  private get patience(): number {
    return Math.max(8, this.forecasts.length / 20);
  }

  /** When the first of the last cases ended. */
  private get since(): number {
    const { size } = this.options;
    return this.ends.length < size ? -Infinity : (this.ends.at(-size) as number);
  }

  /** The share that may be late: with what a window of so few cases does not show (split conformal), and what the promises that fell due ask for. */
  private missOf(now: number): number {
    const { share, size } = this.options;
    const cases = Math.min(size, this.ended);
    const { fell, surplus } = this.dueOf(now);
    const miss = Math.min(HIGHEST, Math.max(LOWEST, 1 - share + (GAIN * surplus) / Math.max(fell, LEAST_DUE)));
    return Math.max(0.5 / cases, 1 - (1 - miss) * (1 + 1 / cases));
  }

  /** How the promises turned out that fell due since the first of the last cases ended. */
  private dueOf(now: number): Due {
    if (this.due && this.changes - this.due.at < this.patience) return this.due;
    const since = this.since;
    let [fell, surplus] = [0, 0];
    for (const forecast of this.forecasts) {
      const own = forecast.fellDueAfter(since) ? forecast.surplusAt(now, this.options.share) : undefined;
      if (own === undefined) continue;
      fell += 1;
      surplus += own;
    }
    return (this.due = { fell, surplus, at: this.changes });
  }
}
