import { signal } from '@angular/core';
import type { Problem } from '@anuyat/contract';
import { isWorthRepeating, toProblem } from './problem';

/**
 * One thing that a person does once: submit, pay, decide. Its key is made before the first press and stays until the
 * act succeeded or its content changed, so a second press, a retry after a timeout and a double click are one act.
 */
export class Act<T> {
  private readonly busy = signal(false);
  private readonly trouble = signal<Problem | null>(null);
  private key = crypto.randomUUID();
  private content: string | undefined;

  readonly isBusy = this.busy.asReadonly();
  readonly problem = this.trouble.asReadonly();

  constructor(private readonly perform: (key: string) => Promise<T>) {}

  /** Gives the result, or nothing when it failed or is under way; `problem` then says why. */
  async run(content?: unknown): Promise<T | undefined> {
    if (this.busy()) return undefined;
    this.renewKeyFor(content);
    this.busy.set(true);
    this.trouble.set(null);
    try {
      const result = await this.perform(this.key);
      this.key = crypto.randomUUID();
      return result;
    } catch (error) {
      const problem = toProblem(error);
      this.trouble.set(problem);
      if (!isWorthRepeating(problem)) this.key = crypto.randomUUID();
      return undefined;
    } finally {
      this.busy.set(false);
    }
  }

  forget(): void {
    this.trouble.set(null);
  }

  private renewKeyFor(content: unknown): void {
    const now = JSON.stringify(content ?? null);
    if (this.content !== undefined && this.content !== now) this.key = crypto.randomUUID();
    this.content = now;
  }
}
