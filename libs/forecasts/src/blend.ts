import type { Forecast } from './forecast';

/** How quickly losses are forgotten, for each case that ended. */
const MEMORY = 0.009;

/** How much less a view counts for each hundredth that its loss is above that of the best one: about a quarter. */
const CHOICE = 30;

const SECOND = 1_000;

/**
 * One word out of several views of the same work: their weighted geometric mean, in which those count that were the best of late. The loss of
 * a view is the pinball loss at the promised share: a forecast too short costs nine times as much as one too long by the same time. A mean
 * strays less than the view that happens to be in front.
 */
export class Blend {
  private readonly losses: number[];

  constructor(
    views: number,
    private readonly share: number,
  ) {
    this.losses = Array.from({ length: views }, () => 0);
  }

  /** @param said milliseconds by view. @returns undefined where no view says anything. */
  mix(said: readonly (number | undefined)[]): number | undefined {
    const best = Math.min(...this.losses);
    let [sum, weights] = [0, 0];
    for (const [view, length] of said.entries()) {
      if (length === undefined) continue;
      const weight = best > 0 ? Math.exp(CHOICE * (1 - (this.losses[view] ?? best) / best)) : 1;
      sum += weight * Math.log(Math.max(SECOND, length));
      weights += weight;
    }
    return weights > 0 ? Math.exp(sum / weights) : undefined;
  }

  /** The case of these forecasts ended: together they count once. */
  learn(forecasts: readonly Forecast[]): void {
    for (const forecast of forecasts) {
      const took = forecast.took ?? 0;
      for (const [view, loss] of this.losses.entries()) {
        const within = forecast.within(view);
        if (within === 0) continue;
        const missed = took > within ? this.share * (took - within) : (1 - this.share) * (within - took);
        this.losses[view] = loss + (MEMORY / forecasts.length) * (missed - loss);
      }
    }
  }
}
