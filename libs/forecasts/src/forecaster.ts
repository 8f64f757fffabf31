import type { Blend } from './blend';
import { Exchange } from './exchange';
import { Forecast, type Promised, type Said } from './forecast';
import { Pace, type PaceOptions, type Place, type StepLoad } from './pace';
import type { Reading, RunningWindow, WindowOptions } from './running-window';
import { firstLength, firstLevel, Windows } from './windows';

/** A case came to a step. */
export interface StepEvent {
  caseId: string;
  step: string;
  office: string;
  /** Milliseconds since 1970. */
  at: number;
}

export const DEFAULT_WINDOW: WindowOptions = { share: 0.9, size: 200, least: 30 };

/** One way of looking at the work. */
export type View = PaceOptions & Reading;

/** Where a case stands. */
interface Standing {
  windows: readonly RunningWindow[];
  place: Place;
}

/** A forecast of a step, and where the step is done. */
class StepForecast extends Forecast {
  constructor(
    madeAt: number,
    said: readonly Said[],
    windows: readonly RunningWindow[],
    promised: Promised,
    readonly place: Place,
    age: number,
  ) {
    super(madeAt, said, windows, promised, age);
  }
}

/**
 * Forecasts, at each step of a case, within what time it ends for the promised share of cases; several views of the same work each say their
 * own. It learns as it goes: it is told of steps and ends in the order of time, and knows nothing but what was known then. A point of the way
 * with too little history borrows from all beginnings or all later steps, unless it is told not to. Of an open case it keeps what was forecast.
 */
export class Forecaster {
  private readonly windows: Windows;
  private readonly open = new Map<string, StepForecast[]>();
  private readonly pace = new Pace();
  private readonly exchange = new Exchange();

  constructor(
    private readonly views: readonly View[],
    window: WindowOptions = DEFAULT_WINDOW,
    private readonly borrows = true,
  ) {
    this.windows = new Windows(window, views);
  }

  /** @returns milliseconds from now, blended from what the views say; undefined while there is too little history to say anything. */
  enter(event: StepEvent, blend: Blend): number | undefined {
    const { caseId, at } = event;
    const before = this.open.get(caseId);
    const standing = this.standing(event, before !== undefined);
    const { windows, place } = standing;
    const age = at - (before?.[0]?.madeAt ?? at);
    const leeway = this.leewayOf(windows, at, before !== undefined);
    const said = this.sayAll(standing, at, age, leeway);
    const promised = blend.mix(said.map(({ within }) => within));
    if (before && promised !== undefined) this.exchange.settle(leeway, promised);
    const last = before?.at(-1);
    if (last) this.pace.leave(last.place);
    this.pace.join(place);
    const forecast = new StepForecast(at, said.map(({ within = 0, factor }) => ({ within, factor })), windows, { within: promised ?? 0, leeway }, place, age);
    for (const window of windows) window.add(forecast);
    this.open.set(caseId, before ? before.concat(forecast) : [forecast]);
    return promised;
  }

  /** What would be said of a case that comes to this step now; nothing is remembered. @param isLater whether the case was at another step before. */
  look(event: Omit<StepEvent, 'caseId'>, isLater: boolean, blend: Blend): number | undefined {
    const standing = this.standing(event, isLater);
    const said = this.sayAll(standing, event.at, 0, this.leewayOf(standing.windows, event.at, isLater));
    return blend.mix(said.map(({ within }) => within));
  }

  /** Whether it has seen a step of this case, and not its end. */
  has(caseId: string): boolean {
    return this.open.has(caseId);
  }

  /** How much of this office's work on the step it has seen end, and what is before it now. */
  loadOf({ step, office }: Pick<StepEvent, 'step' | 'office'>, isLater: boolean): StepLoad {
    return this.pace.loadOf(this.pace.placeOf({ step: pointOf(step, isLater), office }));
  }

  /** The case goes no further and has not ended, as when somebody takes it back: that it lasted so long is all that is known of it. */
  leave(caseId: string, at: number): void {
    for (const forecast of this.close(caseId)) forecast.leftAt = at;
  }

  /** The case ended. @returns the forecasts that were made for it, each with what it took. */
  end(caseId: string, at: number): readonly Forecast[] {
    const made = this.close(caseId);
    for (const forecast of made) {
      const took = at - forecast.madeAt;
      forecast.took = took;
      for (const window of forecast.windows) window.settle(forecast);
      this.pace.learn(forecast.place, took);
    }
    return made;
  }

  private sayAll({ windows, place }: Standing, at: number, age: number, leeway: number): { within: number | undefined; factor: number }[] {
    const usual = firstLength(windows, at, 0, 0, leeway);
    return this.views.map((view, each) => {
      const [length, factor] = [firstLength(windows, at, each, age, leeway) ?? usual, this.pace.factorOf(place, view)];
      return { within: length === undefined ? undefined : length * factor, factor };
    });
  }

  /** Later steps exchange with each other: at its first, every case is promised to alike. */
  private leewayOf(windows: readonly RunningWindow[], at: number, isLater: boolean): number {
    const level = this.borrows && isLater ? firstLevel(windows, at) : undefined;
    return level ? this.exchange.leewayFor(level.curve, level.miss, windows[1]?.shortfallAt(at)) : 0;
  }

  private close(caseId: string): readonly StepForecast[] {
    const made = this.open.get(caseId) ?? [];
    const last = made.at(-1);
    if (last) this.pace.leave(last.place);
    this.open.delete(caseId);
    return made;
  }

  private standing({ step, office }: Pick<StepEvent, 'step' | 'office'>, isLater: boolean): Standing {
    const point = pointOf(step, isLater);
    return { windows: this.windows.of(this.borrows ? [point, point.slice(0, 1), ''] : [point]), place: this.pace.placeOf({ step: point, office }) };
  }
}

function pointOf(step: string, isLater: boolean): string {
  return `${isLater ? '…' : '^'}${step}`;
}
