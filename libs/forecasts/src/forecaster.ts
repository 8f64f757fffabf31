import { Pace, type PaceOptions } from './pace';
import { RunningWindow, type Forecast, type WindowOptions } from './running-window';

/** A case came to a step. */
export interface StepEvent {
  caseId: string;
  step: string;
  office: string;
  /** Milliseconds since 1970. */
  at: number;
}

export const DEFAULT_WINDOW: WindowOptions = { share: 0.9, size: 200, least: 30 };

interface Open {
  step: string;
  made: { forecast: Forecast; windows: RunningWindow[]; event: StepEvent; point: string }[];
}

/**
 * Forecasts, at each step of a case, within what time it ends for the promised share of cases. It learns as it goes: it is told of steps and
 * ends in the order of time, and knows nothing but what was known then. A point of the way with too little history borrows from all
 * beginnings or all later steps.
 */
export class Forecaster {
  private readonly windows = new Map<string, RunningWindow>();
  private readonly open = new Map<string, Open>();
  private readonly pace: Pace;

  constructor(
    pace: PaceOptions,
    private readonly window: WindowOptions = DEFAULT_WINDOW,
  ) {
    this.pace = new Pace(pace);
  }

  /** @returns milliseconds from now; undefined while there is too little history to say anything. */
  enter(event: StepEvent): number | undefined {
    const { caseId, step, at } = event;
    const before = this.open.get(caseId);
    const point = `${before ? '…' : '^'}${step}`;
    const factor = this.pace.factorOf({ ...event, step: point });
    if (before) this.pace.leave(before.step);
    this.pace.join(point);
    const windows = [point, point.slice(0, 1), ''].map((name) => this.windowOf(name));
    const length = windows.map((each) => each.lengthAt(at)).find((each) => each !== undefined);
    const forecast: Forecast = { madeAt: at, within: (length ?? 0) * factor, factor };
    for (const each of windows) each.add(forecast);
    const open = before ?? { step: point, made: [] };
    open.step = point;
    open.made.push({ forecast, windows, event, point });
    this.open.set(caseId, open);
    return length === undefined ? undefined : forecast.within;
  }

  /** The case ended. @returns the forecasts that were made for it, each with what it took. */
  end(caseId: string, at: number): Required<Forecast>[] {
    const open = this.open.get(caseId);
    if (!open) return [];
    this.open.delete(caseId);
    this.pace.leave(open.step);
    return open.made.map(({ forecast, windows, event, point }) => {
      const took = at - forecast.madeAt;
      forecast.took = took;
      for (const window of windows) window.settle(forecast);
      this.pace.learn({ ...event, step: point }, took);
      return { ...forecast, took };
    });
  }

  private windowOf(name: string): RunningWindow {
    let window = this.windows.get(name);
    if (!window) this.windows.set(name, (window = new RunningWindow(this.window)));
    return window;
  }
}
