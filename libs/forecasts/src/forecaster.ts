import { Pace, type PaceOptions, type Place, type StepLoad } from './pace';
import { firstLength, Forecast, Windows, type Reading, type RunningWindow, type Said, type WindowOptions } from './running-window';

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

/** A forecast of a step, and where the step is done. */
class StepForecast extends Forecast {
  constructor(
    madeAt: number,
    said: readonly Said[],
    windows: readonly RunningWindow[],
    readonly place: Place,
    age: number,
  ) {
    super(madeAt, said, windows, age);
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

  constructor(
    private readonly views: readonly View[],
    window: WindowOptions = DEFAULT_WINDOW,
    private readonly borrows = true,
  ) {
    this.windows = new Windows(window, views);
  }

  /** @returns milliseconds from now by view; undefined while there is too little history to say anything. */
  enter(event: StepEvent): (number | undefined)[] {
    const { caseId, at } = event;
    const before = this.open.get(caseId);
    const { windows, place } = this.standing(event, before !== undefined);
    const age = at - (before?.[0]?.madeAt ?? at);
    const usual = firstLength(windows, at);
    const said = this.views.map((view, each) => ({ length: firstLength(windows, at, each, age) ?? usual, factor: this.pace.factorOf(place, view) }));
    const last = before?.at(-1);
    if (last) this.pace.leave(last.place);
    this.pace.join(place);
    const forecast = new StepForecast(at, said.map(({ length = 0, factor }) => ({ within: length * factor, factor })), windows, place, age);
    for (const window of windows) window.add(forecast);
    this.open.set(caseId, before ? before.concat(forecast) : [forecast]);
    return said.map(({ length, factor }) => (length === undefined ? undefined : length * factor));
  }

  /** What a view would say of a case that comes to this step now; nothing is remembered. @param isLater whether the case was at another step before. */
  look(event: Omit<StepEvent, 'caseId'>, isLater: boolean, view: number): number | undefined {
    const { windows, place } = this.standing(event, isLater);
    const length = firstLength(windows, event.at, view);
    return length === undefined ? undefined : length * this.pace.factorOf(place, this.views[view] ?? { byOffice: false, byQueue: 0 });
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

  private close(caseId: string): readonly StepForecast[] {
    const made = this.open.get(caseId) ?? [];
    const last = made.at(-1);
    if (last) this.pace.leave(last.place);
    this.open.delete(caseId);
    return made;
  }

  private standing({ step, office }: Pick<StepEvent, 'step' | 'office'>, isLater: boolean): { windows: readonly RunningWindow[]; place: Place } {
    const point = pointOf(step, isLater);
    return { windows: this.windows.of(this.borrows ? [point, point.slice(0, 1), ''] : [point]), place: this.pace.placeOf({ step: point, office }) };
  }
}

function pointOf(step: string, isLater: boolean): string {
  return `${isLater ? '…' : '^'}${step}`;
}
