import { DEFAULT_WINDOW, Forecaster, type StepEvent, type View } from './forecaster';
import type { StepLoad } from './pace';

/** The ways of looking that are tried side by side. */
const VIEWS: readonly View[] = [
  { byOffice: false, byQueue: 0 },
  { byOffice: true, byQueue: 0 },
  { byOffice: false, byQueue: 0.6 },
  { byOffice: true, byQueue: 0.6 },
];

/** Where it is known that whoever works on a step is an office with a queue of its own, and not one of many hands. */
const OFFICE_VIEW: View = { byOffice: true, byQueue: 0.6, isOwnQueue: true };

/** Where a case goes from step to step until all of it has ended: how old it is tells how much is left. */
const AGE_VIEW: View = { byOffice: false, byQueue: 0, isByAge: true };

/** How quickly losses are forgotten: those of first steps, and of later ones, of which there are more. */
const [FIRST_MEMORY, LATER_MEMORY] = [0.009, 0.003];

/** What the loss of another view must be below that of the plain one before it is believed. */
const CLEARLY_BETTER = 0.97;

/**
 * Several views of the same work; the word is given to the one whose forecasts were the best of late, at first steps and at later ones each by
 * itself, by the pinball loss at the promised share: a forecast too short costs nine times as much as one too long by the same time.
 */
export class ForecastPanel {
  private readonly forecaster: Forecaster;
  private readonly firstLosses: number[];
  private readonly laterLosses: number[];
  private readonly share: number;

  /** @param isOfOffices whether offices with queues of their own work on named steps: then no step is told from others. */
  constructor(window = DEFAULT_WINDOW, isOfOffices = false) {
    const views = [...VIEWS, isOfOffices ? OFFICE_VIEW : AGE_VIEW];
    this.forecaster = new Forecaster(views, window, !isOfOffices);
    this.firstLosses = views.map(() => 0);
    this.laterLosses = views.map(() => 0);
    this.share = window.share;
  }

  /** As {@link Forecaster.enter}, of the view that is believed now. */
  enter(event: StepEvent): number | undefined {
    const believed = this.believed(this.forecaster.has(event.caseId));
    return this.forecaster.enter(event)[believed];
  }

  /** As {@link Forecaster.look}, of the view that is believed now. */
  look(event: Omit<StepEvent, 'caseId'>, isLater = false): number | undefined {
    return this.forecaster.look(event, isLater, this.believed(isLater));
  }

  /** As {@link Forecaster.loadOf}. */
  loadOf(step: Pick<StepEvent, 'step' | 'office'>, isLater = false): StepLoad {
    return this.forecaster.loadOf(step, isLater);
  }

  /** As {@link Forecaster.leave}. */
  leave(caseId: string, at: number): void {
    this.forecaster.leave(caseId, at);
  }

  end(caseId: string, at: number): void {
    for (const [step, forecast] of this.forecaster.end(caseId, at).entries()) {
      const losses = step === 0 ? this.firstLosses : this.laterLosses;
      for (const [view, loss] of losses.entries()) {
        const [within, took] = [forecast.within(view), forecast.took ?? 0];
        if (within === 0) continue;
        const missed = took > within ? this.share * (took - within) : (1 - this.share) * (within - took);
        losses[view] = loss + (step === 0 ? FIRST_MEMORY : LATER_MEMORY) * (missed - loss);
      }
    }
  }

  private believed(isLater: boolean): number {
    const [plain, ...others] = isLater ? this.laterLosses : this.firstLosses;
    const best = Math.min(...others);
    return best < (plain ?? 0) * CLEARLY_BETTER ? others.indexOf(best) + 1 : 0;
  }
}
