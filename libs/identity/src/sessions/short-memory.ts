/** Remembers answers for a moment, so that a page's burst of calls asks once; failures are not remembered. */
export class ShortMemory<T> {
  private readonly kept = new Map<string, { answer: Promise<T>; until: number }>();

  constructor(
    private readonly milliseconds: number,
    private readonly capacity = 5_000,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known && known.until > this.now()) return known.answer;
    const answer = ask();
    this.kept.delete(key);
    this.kept.set(key, { answer, until: this.now() + this.milliseconds });
    if (this.kept.size > this.capacity) this.forgetOldest();
    answer.catch(() => this.forget(key, answer));
    return answer;
  }

  forget(key: string, only?: Promise<T>): void {
    if (!only || this.kept.get(key)?.answer === only) this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }

  private forgetOldest(): void {
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}
