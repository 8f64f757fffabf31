import type { Limit } from './limits';

interface Bucket {
  left: number;
  at: number;
}

/**
 * Token buckets in memory, for this process alone: a limiter that needs another machine fails with it. Holds at most `capacity` keys;
 * the longest unused are forgotten first.
 */
export class Allowances {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    /** Milliseconds of a clock that never goes back. */
    private readonly now: () => number = () => performance.now(),
    private readonly capacity = 20_000,
  ) {}

  /** Takes one call from the key's allowance. @returns 0 when there was one, else the seconds until there is. */
  take(key: string, limit: Limit): number {
    const now = this.now();
    const perMs = limit.perMinute / 60_000;
    const old = this.buckets.get(key);
    const left = old ? Math.min(limit.burst, old.left + (now - old.at) * perMs) : limit.burst;
    this.buckets.delete(key);
    this.buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    if (this.buckets.size > this.capacity) this.forgetOldest();
    return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1000));
  }

  get size(): number {
    return this.buckets.size;
  }

  private forgetOldest(): void {
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
