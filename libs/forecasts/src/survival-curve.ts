/** How long something was watched, from one age to another, and whether it ended there. */
export interface Stay {
  from: number;
  to: number;
  hasEnded: boolean;
}

/** One that ends while fewer than so many are watched counts as one of so many: the last few do not make everything end. */
const LEAST_AT_RISK = 5;

/** As many must be watched beyond an age before anything is said of those who reached it. */
const LEAST_BEYOND = 30;

/**
 * How many have not ended by which age, by the product-limit estimate of Kaplan and Meier for stays that begin late and may be cut short. Those that
 * still run count for as long as they have run; those that had begun before one looked count from then on, so that it tells how quick
 * the work is now, and not how quick it was when they began.
 */
export class SurvivalCurve {
  private readonly ages: Float64Array;
  /** The share that is left after each age. */
  private readonly left: Float64Array;
  private readonly watched: Int32Array;
  private readonly longest: number;

  constructor(stays: readonly Stay[]) {
    const begun = sorted(stays.map(({ from }) => from));
    const cut = sorted(stays.filter(({ hasEnded }) => !hasEnded).map(({ to }) => to));
    this.ages = sorted(stays.filter(({ hasEnded }) => hasEnded).map(({ to }) => to));
    this.left = new Float64Array(this.ages.length);
    this.watched = new Int32Array(this.ages.length);
    this.longest = Math.max(0, this.ages.at(-1) ?? 0, cut.at(-1) ?? 0);
    let [surviving, entered, gone] = [1, 0, 0];
    for (let ended = 0; ended < this.ages.length; ended++) {
      const age = this.ages[ended] as number;
      while (entered < begun.length && ((begun[entered] as number) < age || begun[entered] === 0)) entered += 1;
      while (gone < cut.length && (cut[gone] as number) < age) gone += 1;
      const watched = entered - gone - ended;
      surviving *= 1 - 1 / Math.max(watched, LEAST_AT_RISK);
      this.left[ended] = surviving;
      this.watched[ended] = watched;
    }
  }

  /**
   * How much longer it takes until no more than a share is left of those who reached an age.
   * @returns undefined where too few went beyond that age; the longest known where the share is never reached.
   */
  lengthFrom(age: number, share: number): number | undefined {
    const next = firstWhere(this.ages.length, (at) => (this.ages[at] as number) > age);
    if (age > 0 && (this.watched[next] ?? 0) < LEAST_BEYOND) return undefined;
    const goal = (age > 0 && next > 0 ? (this.left[next - 1] as number) : 1) * share + 1e-12;
    const found = firstWhere(this.ages.length, (at) => (this.left[at] as number) <= goal);
    return (this.ages[found] ?? this.longest) - age;
  }

  /**
   * The share left, between two, at which the length and the price of those left come to least.
   * @param price length that one would go for the whole share.
   */
  cheapest(least: number, most: number, price: number): number {
    const from = firstWhere(this.ages.length, (at) => (this.left[at] as number) <= most);
    let [best, cost] = [least, Infinity];
    for (let at = from; at < this.ages.length; at++) {
      const left = Math.max(least, this.left[at] as number);
      const here = (this.ages[at] as number) + price * left;
      if (here < cost) [best, cost] = [left, here];
      if (left <= least) break;
    }
    return best;
  }
}

/** Native sorting of plain numbers: curves are read often, from thousands of stays. */
function sorted(numbers: readonly number[]): Float64Array {
  return Float64Array.from(numbers).sort();
}

/** The least place at which something holds that holds from there on; `count` where it never does. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
