import { Forecast } from './forecast';
import type { WindowOptions } from './running-window';
import { firstLength, Windows } from './windows';

/** A case that stands somewhere on its way, with how long the rest of that way is reckoned to take. */
export interface PathEvent {
  caseId: string;
  /** Where it stands, the most particular first: the first that is known well enough is believed. */
  points: readonly string[];
  /** Milliseconds since 1970. */
  at: number;
  /** Milliseconds that the rest is reckoned to take, by whatever means: more than 0. */
  path: number;
}

/**
 * Makes promises out of reckonings. A reckoned path says how the rest of one case compares with that of another, and not yet how many
 * end in that time: quantiles of steps one after another add up to too much, and what nobody reckoned with adds to it. So it learns how
 * much longer or shorter than reckoned the finished ones took (split conformal prediction over a running window, with the adaptive level
 * of {@link RunningWindow}) and stretches the path by that. Told of everything in the order of time.
 */
export class PathForecaster {
  private readonly windows: Windows;
  private readonly open = new Map<string, Forecast[]>();

  /** @param roundUp what is said to people for a moment, such as the end of its day: verdicts are given on what was said. */
  constructor(
    options: WindowOptions,
    private readonly roundUp: (moment: number) => number = (moment) => moment,
  ) {
    this.windows = new Windows(options);
  }

  /** @returns milliseconds from `at` within which it ends for the promised share; undefined while too few have ended. */
  enter(event: PathEvent): number | undefined {
    const windows = this.windows.of(event.points);
    const within = this.look(event);
    const forecast = new Forecast(event.at, [{ within: within ?? 0, factor: event.path }], windows);
    for (const window of windows) window.add(forecast);
    this.open.set(event.caseId, (this.open.get(event.caseId) ?? []).concat(forecast));
    return within;
  }

  /** As {@link enter}, and nothing is remembered. */
  look({ points, at, path }: Omit<PathEvent, 'caseId'>): number | undefined {
    const stretch = this.stretchOf(points, at);
    return stretch === undefined ? undefined : this.roundUp(at + path * stretch) - at;
  }

  /** How many times the reckoned path is promised. */
  stretchOf(points: readonly string[], at: number): number | undefined {
    return firstLength(this.windows.of(points), at);
  }

  /** The case ended. */
  end(caseId: string, at: number): void {
    for (const forecast of this.open.get(caseId) ?? []) {
      forecast.took = at - forecast.madeAt;
      for (const window of forecast.windows) window.settle(forecast);
    }
    this.open.delete(caseId);
  }

  /** The case goes no further and has not ended. */
  leave(caseId: string, at: number): void {
    for (const forecast of this.open.get(caseId) ?? []) forecast.leftAt = at;
    this.open.delete(caseId);
  }
}
