/** How the promises of one way of promising turned out. */
export interface Score {
  promises: number;
  /** Share that ended in time. */
  coverage: number;
  /** Mean length of a promise. */
  meanDays: number;
}

const DAY = 86_400_000;
const SECOND = 1_000;

/** Counts promises against what the cases took, both in milliseconds. */
export class Tally {
  private readonly within: number[] = [];
  private readonly took: number[] = [];

  add(within: number, took: number): void {
    this.within.push(within);
    this.took.push(took);
  }

  get score(): Score {
    const kept = this.took.filter((took, at) => took <= (this.within[at] ?? 0)).length;
    return { promises: this.within.length, coverage: kept / this.within.length, meanDays: this.within.reduce((sum, each) => sum + each, 0) / this.within.length / DAY };
  }

  /** The share that ended in time among each quarter of the promises, in the order in which they were made. */
  get quarters(): number[] {
    const count = this.within.length;
    return [0, 1, 2, 3].map((quarter) => {
      const [from, to] = [Math.floor((quarter * count) / 4), Math.floor(((quarter + 1) * count) / 4)];
      return this.took.slice(from, to).filter((took, at) => took <= (this.within[from + at] ?? 0)).length / (to - from);
    });
  }

  /**
   * The mean promise in days, had every promise been longer or shorter by the one factor that keeps this share. The factor is found in
   * hindsight, which is more than anybody could have known: it flatters whoever is measured so.
   */
  meanDaysAt(coverage: number): number {
    const needed = Float64Array.from(this.took, (took, at) => (took === 0 ? 0 : took / Math.max(SECOND, this.within[at] ?? 0))).sort();
    const factor = needed[Math.max(0, Math.ceil(needed.length * coverage) - 1)] ?? 1;
    return this.score.meanDays * factor;
  }
}
