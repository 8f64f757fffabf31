import { Exchange } from './exchange';
import { Forecast } from './forecast';
import type { WindowOptions } from './running-window';
import { firstLength, firstLevel, Windows } from './windows';

/** A case that stands somewhere on its way, with how long the rest of that way is reckoned to take. */
export interface PathEvent {
  caseId: string;
  /** Where it stands, the most particular first: the first that is known well enough is believed. */
  points: readonly string[];
  /** Milliseconds since 1970. */
  at: number;
  /** Milliseconds that the rest is reckoned to take, by whatever means: more than 0. */
  path: number;
  /** Among what it exchanges with other points of the way ({@link Exchange}); with none where left out. */
  among?: string;
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
  private readonly exchanges = new Map<string, Exchange>();

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
    const leeway = this.leewayOf(event);
    const within = this.look(event);
    if (event.among !== undefined && within !== undefined) this.exchangeOf(event.among).settle(leeway, within);
    const forecast = new Forecast(event.at, [{ within: within ?? 0, factor: event.path }], windows, { within: within ?? 0, leeway });
    for (const window of windows) window.add(forecast);
    this.open.set(event.caseId, (this.open.get(event.caseId) ?? []).concat(forecast));
    return within;
  }

  /** As {@link enter}, and nothing is remembered. */
  look(event: Omit<PathEvent, 'caseId'>): number | undefined {
    const stretch = this.stretchOf(event);
    return stretch === undefined ? undefined : this.roundUp(event.at + event.path * stretch) - event.at;
  }

  /** How many times the reckoned path is promised. */
  stretchOf(event: Omit<PathEvent, 'caseId'>): number | undefined {
    return firstLength(this.windows.of(event.points), event.at, 0, 0, this.leewayOf(event));
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

  private leewayOf({ points, at, path, among }: Omit<PathEvent, 'caseId'>): number {
    const windows = this.windows.of(points);
    const level = among === undefined ? undefined : firstLevel(windows, at);
    return level && among !== undefined ? this.exchangeOf(among).leewayFor(level.curve, level.miss, windows.at(-1)?.shortfallAt(at), path) : 0;
  }

  private exchangeOf(among: string): Exchange {
    let exchange = this.exchanges.get(among);
    if (!exchange) this.exchanges.set(among, (exchange = new Exchange()));
    return exchange;
  }
}
