/** Distinct values that are kept at a time: beyond them sharing begins anew, and memory stays bounded. */
const MOST = 20_000;

/** Of equal values hands out one and the same, so that thousands who have it keep it once. */
export class Interned<T> {
  private readonly kept = new Map<string, T>();

  /** @param key equal for equal values. */
  of(key: string, make: () => T): T {
    let value = this.kept.get(key);
    if (value === undefined) {
      if (this.kept.size >= MOST) this.kept.clear();
      this.kept.set(key, (value = make()));
    }
    return value;
  }
}
