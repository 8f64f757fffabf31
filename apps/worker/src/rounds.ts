/** Work that is done again and again, each kind never twice at once. */
export class Rounds {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly onError: (error: Error) => void) {}

  every(milliseconds: number, work: () => Promise<unknown>): void {
    let isBusy = false;
    const timer = setInterval(() => {
      if (isBusy) return;
      isBusy = true;
      const round = work()
        .catch(this.onError)
        .finally(() => {
          isBusy = false;
          this.underWay.delete(round);
        });
      this.underWay.add(round);
    }, milliseconds);
    this.timers.push(timer);
  }

  /** No new round begins; those under way are finished. */
  async stop(): Promise<void> {
    this.timers.forEach(clearInterval);
    await Promise.all(this.underWay);
  }
}
