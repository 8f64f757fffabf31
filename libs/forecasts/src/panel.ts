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
 * Several forecasters that watch the same work, each with another view of it; the word is given to the one whose forecasts were the best of
 * late, by the pinball loss at the promised share: a forecast too short costs nine times as much as one too long by the same time.
 */
export class ForecastPanel {
  private readonly members: { forecaster: Forecaster; loss: number }[];
  private readonly share: number;

  /** @param isOfOffices whether offices with queues of their own work on named steps: then no step is told from others. */
  constructor(window = DEFAULT_WINDOW, isOfOffices = false) {
    const views = isOfOffices ? [...VIEWS, OFFICE_VIEW] : VIEWS;
    this.members = views.map((view) => ({ forecaster: new Forecaster(view, window, !isOfOffices), loss: 0 }));
    this.share = window.share;
  }

  /** As {@link Forecaster.enter}, of the member that is believed now. */
  enter(event: StepEvent): number | undefined {
    const said = this.members.map(({ forecaster }) => forecaster.enter(event));
    return said[this.believed()];
  }

  /** As {@link Forecaster.look}, of the member that is believed now. */
  look(event: Omit<StepEvent, 'caseId'>, isLater = false): number | undefined {
    return this.members[this.believed()]?.forecaster.look(event, isLater);
  }

  /** As {@link Forecaster.loadOf}. */
  loadOf(step: Pick<StepEvent, 'step' | 'office'>, isLater = false): StepLoad {
    return this.members[0]?.forecaster.loadOf(step, isLater) ?? { closed: 0, queue: 0, usualQueue: 0 };
  }

  /** As {@link Forecaster.leave}. */
  leave(caseId: string, at: number): void {
    for (const { forecaster } of this.members) forecaster.leave(caseId, at);
  }

  end(caseId: string, at: number): void {
    for (const member of this.members) {
      for (const { within, took } of member.forecaster.end(caseId, at)) {
        if (within === 0) continue;
        const loss = took > within ? this.share * (took - within) : (1 - this.share) * (within - took);
        member.loss += MEMORY * (loss - member.loss);
      }
    }
  }

  private believed(): number {
    const [plain, ...others] = this.members.map(({ loss }) => loss);
    const best = Math.min(...others);
    return best < (plain ?? 0) * CLEARLY_BETTER ? others.indexOf(best) + 1 : 0;
  }
}
