import { Blend } from './blend';
import { DEFAULT_WINDOW, Forecaster, type StepEvent, type View } from './forecaster';
import type { StepLoad } from './pace';

/** The ways of looking at the work that are tried side by side. */
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

/**
 * Several views of the same work, blended by how good their forecasts were of late, at first steps and at later ones each by itself.
 */
export class ForecastPanel {
  private readonly forecaster: Forecaster;
  private readonly first: Blend;
  private readonly later: Blend;

  /** @param isOfOffices whether offices with queues of their own work on named steps: then no step is told from others, and each is reckoned for itself. */
  constructor(window = DEFAULT_WINDOW, isOfOffices = false) {
    const views = [...VIEWS, isOfOffices ? OFFICE_VIEW : AGE_VIEW];
    this.forecaster = new Forecaster(views, window, !isOfOffices);
    this.first = new Blend(views.length, window.share);
    this.later = new Blend(views.length, window.share);
  }

  /** As {@link Forecaster.enter}. */
  enter(event: StepEvent): number | undefined {
    return this.forecaster.enter(event, this.blendOf(this.forecaster.has(event.caseId)));
  }

  /** As {@link Forecaster.look}. */
  look(event: Omit<StepEvent, 'caseId'>, isLater = false): number | undefined {
    return this.forecaster.look(event, isLater, this.blendOf(isLater));
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
    const [first, ...later] = this.forecaster.end(caseId, at);
    if (first) this.first.learn([first]);
    this.later.learn(later);
  }

  private blendOf(isLater: boolean): Blend {
    return isLater ? this.later : this.first;
  }
}
