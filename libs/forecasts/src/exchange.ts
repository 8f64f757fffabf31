import type { SurvivalCurve } from './survival-curve';

/** How far the share that may be late is moved at one point of the way. */
export const WIDEST = 0.05;

/** How quickly the price follows what was given and taken. */
const HASTE = 0.2;

/**
 * Where the last few take very much longer than the rest, promising to those few too makes everybody's promise long; elsewhere a few more cost
 * next to nothing. So points of the way exchange: here some fewer are promised to, there some more, at one price in time for both, and never by
 * more than {@link WIDEST}. The price moves so that on the whole nothing is given away.
 */
export class Exchange {
  /** Milliseconds that a promise may grow for the whole share; undefined before the first. */
  private price: number | undefined;

  /**
   * @param miss the share that may be late where nothing is exchanged.
   * @param factor what a length of the curve is multiplied by.
   * @returns by how much more may be late here.
   */
  leewayFor(curve: SurvivalCurve, miss: number, factor = 1): number {
    this.price ??= (curve.lengthFrom(0, miss) ?? 0) * factor / (2 * WIDEST);
    return curve.cheapest(Math.max(miss / 2, miss - WIDEST), miss + WIDEST, this.price / factor) - miss;
  }

  /** So much was given here. */
  settle(leeway: number): void {
    if (this.price !== undefined) this.price *= Math.exp(HASTE * leeway);
  }
}
