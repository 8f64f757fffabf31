/** Lets those who ask under one name work one after the other, in the order in which they asked; others do not wait. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** @param onFree told when nobody works under a name any more. */
  constructor(private readonly onFree: () => void = () => undefined) {}

  /** Whether somebody works under this name. */
  areTaken(name: string): boolean {
    return this.last.has(name);
  }

  /** @returns what the work returns; it fails as the work does, and the next one has its turn all the same. */
  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name);
    const turn = before ? before.then(work, work) : work();
    this.last.set(name, turn);
    const leave = (): void => {
      if (this.last.get(name) !== turn) return;
      this.last.delete(name);
      this.onFree();
    };
    turn.then(leave, leave);
    return turn;
  }
}
