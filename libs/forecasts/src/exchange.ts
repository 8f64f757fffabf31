import type { SurvivalCurve } from './survival-curve';

/** How far the share that may be late is moved at one point of the way at most; never by more than half of it. */
export const WIDEST = 0.05;

/** Where promises of late were broken more often than they were to be, by this share or more, nothing is exchanged. */
const MOST_BROKEN = 0.01;

/** How quickly the price follows what was given and taken. */
const HASTE = 0.2;

/**
 * Where the last few take very much longer than the rest, promising to those few too makes everybody's promise long; elsewhere a few more cost
 * next to nothing. So points of the way exchange: here some fewer are promised to, there some more, at one price in time for both, and never by
 * more than {@link WIDEST}. The price moves so that on the whole nothing is given away.
 */
export class Exchange {
  /** Milliseconds that a promise may grow for the whole share; undefined before the first promise. */
  private price: number | undefined;

  /**
   * @param miss the share that may be late where nothing is exchanged.
   * @param shortfall by how much of late promises were kept less often than they were to be, anywhere.
   * @returns by how much more may be late here.
   */
  leewayFor(curve: SurvivalCurve, miss: number, shortfall = 0): number {
    if (this.price === undefined) return 0;
    const width = Math.min(WIDEST, miss / 2) * Math.max(0, 1 - shortfall / MOST_BROKEN);
    if (width === 0) return 0;
    return curve.cheapest(miss - width, miss + width, this.price) - miss;
  }

  /** A promise of so many milliseconds was made with this leeway. */
  settle(leeway: number, promised: number): void {
    this.price = this.price === undefined ? promised / (2 * WIDEST) : this.price * Math.exp(HASTE * leeway);
  }
}
