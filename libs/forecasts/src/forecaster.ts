import { Pace, type PaceOptions, type StepBegun, type StepLoad } from './pace';
import { firstLength, RunningWindow, type Forecast, type WindowOptions } from './running-window';

/** A case came to a step. */
export interface StepEvent {
  caseId: string;
  step: string;
  office: string;
  /** Milliseconds since 1970. */
  at: number;
}

export const DEFAULT_WINDOW: WindowOptions = { share: 0.9, size: 200, least: 30 };

interface Estimate {
  point: string;
  windows: RunningWindow[];
  /** Before the factor; undefined while too little is known. */
  length: number | undefined;
  factor: number;
}

interface Open {
  /** Where it stands in a queue. */
  begun: StepBegun;
  made: { forecast: Forecast; windows: RunningWindow[]; begun: StepBegun }[];
}

/**
 * Forecasts, at each step of a case, within what time it ends for the promised share of cases. It learns as it goes: it is told of steps and
 * ends in the order of time, and knows nothing but what was known then. A point of the way with too little history borrows from all
 * beginnings or all later steps, unless it is told not to.
 */
export class Forecaster {
  private readonly windows = new Map<string, RunningWindow>();
  private readonly open = new Map<string, Open>();
  private readonly pace: Pace;

  constructor(
    pace: PaceOptions,
    private readonly window: WindowOptions = DEFAULT_WINDOW,
    private readonly borrows = true,
  ) {
    this.pace = new Pace(pace);
  }

  /** @returns milliseconds from now; undefined while there is too little history to say anything. */
  enter(event: StepEvent): number | undefined {
    const { caseId, at } = event;
    const before = this.open.get(caseId);
    const { point, windows, factor, length } = this.estimate(event, before !== undefined);
    const begun = { step: point, office: event.office };
    if (before) this.pace.leave(before.begun);
    this.pace.join(begun);
    const forecast: Forecast = { madeAt: at, within: (length ?? 0) * factor, factor };
    for (const each of windows) each.add(forecast);
    const open = before ?? { begun, made: [] };
    open.begun = begun;
    open.made.push({ forecast, windows, begun });
    this.open.set(caseId, open);
    return length === undefined ? undefined : forecast.within;
  }

  /** What it would say of a case that comes to this step now; nothing is remembered. @param isLater whether the case was at another step before. */
  look(event: Omit<StepEvent, 'caseId'>, isLater: boolean): number | undefined {
    const { length, factor } = this.estimate(event, isLater);
    return length === undefined ? undefined : length * factor;
  }

  /** How much of this office's work on the step it has seen end, and what is before it now. */
  loadOf({ step, office }: Pick<StepEvent, 'step' | 'office'>, isLater: boolean): StepLoad {
    return this.pace.loadOf({ step: pointOf(step, isLater), office });
  }

  /** The case goes no further and has not ended, as when somebody takes it back: that it lasted so long is all that is known of it. */
  leave(caseId: string, at: number): void {
    const open = this.open.get(caseId);
    if (!open) return;
    this.open.delete(caseId);
    this.pace.leave(open.begun);
    for (const { forecast } of open.made) forecast.leftAt = at;
  }

  /** The case ended. @returns the forecasts that were made for it, each with what it took. */
  end(caseId: string, at: number): (Forecast & { took: number })[] {
    const open = this.open.get(caseId);
    if (!open) return [];
    this.open.delete(caseId);
    this.pace.leave(open.begun);
    return open.made.map(({ forecast, windows, begun }) => {
      const took = at - forecast.madeAt;
      forecast.took = took;
      for (const window of windows) window.settle(forecast);
      this.pace.learn(begun, took);
      return { ...forecast, took };
    });
  }

  private estimate({ step, office, at }: Omit<StepEvent, 'caseId'>, isLater: boolean): Estimate {
    const point = pointOf(step, isLater);
    const windows = (this.borrows ? [point, point.slice(0, 1), ''] : [point]).map((name) => this.windowOf(name));
    const length = firstLength(windows, at);
    return { point, windows, length, factor: this.pace.factorOf({ step: point, office }) };
  }

  private windowOf(name: string): RunningWindow {
    let window = this.windows.get(name);
    if (!window) this.windows.set(name, (window = new RunningWindow(this.window)));
    return window;
  }
}

function pointOf(step: string, isLater: boolean): string {
  return `${isLater ? '…' : '^'}${step}`;
}
