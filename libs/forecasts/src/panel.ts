import { DEFAULT_WINDOW, Forecaster, type StepEvent } from './forecaster';
import type { PaceOptions, StepLoad } from './pace';

/** The ways of looking that are tried side by side. */
const VIEWS: readonly PaceOptions[] = [
  { byOffice: false, byQueue: 0 },
  { byOffice: true, byQueue: 0 },
  { byOffice: false, byQueue: 0.6 },
  { byOffice: true, byQueue: 0.6 },
];

/** Where it is known that whoever works on a step is an office with a queue of its own, and not one of many hands. */
const OFFICE_VIEW: PaceOptions = { byOffice: true, byQueue: 0.6, isOwnQueue: true };

const MEMORY = 0.003;

/** What the loss of another view must be below that of the plain one before it is believed. */
const CLEARLY_BETTER = 0.97;

/**
 * Several views of the same work; the word is given to the one whose forecasts were the best of
 * late, by the pinball loss at the promised share: a forecast too short costs nine times as much as one too long by the same time.
 */
export class ForecastPanel {
  private readonly forecaster: Forecaster;
  private readonly losses: number[];
  private readonly share: number;

  /** @param isOfOffices whether offices with queues of their own work on named steps: then no step is told from others. */
  constructor(window = DEFAULT_WINDOW, isOfOffices = false) {
    const views = isOfOffices ? [...VIEWS, OFFICE_VIEW] : VIEWS;
    this.forecaster = new Forecaster(views, window, !isOfOffices);
    this.losses = views.map(() => 0);
    this.share = window.share;
  }

  /** As {@link Forecaster.enter}, of the view that is believed now. */
  enter(event: StepEvent): number | undefined {
    return this.forecaster.enter(event)[this.believed()];
  }

  /** As {@link Forecaster.look}, of the view that is believed now. */
  look(event: Omit<StepEvent, 'caseId'>, isLater = false): number | undefined {
    return this.forecaster.look(event, isLater, this.believed());
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
    for (const forecast of this.forecaster.end(caseId, at)) {
      for (const [view, loss] of this.losses.entries()) {
        const [within, took] = [forecast.within(view), forecast.took ?? 0];
        if (within === 0) continue;
        const missed = took > within ? this.share * (took - within) : (1 - this.share) * (within - took);
        this.losses[view] = loss + MEMORY * (missed - loss);
      }
    }
  }

  private believed(): number {
    const [plain, ...others] = this.losses;
    const best = Math.min(...others);
    return best < (plain ?? 0) * CLEARLY_BETTER ? others.indexOf(best) + 1 : 0;
  }
}
