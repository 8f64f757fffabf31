import { EffectFailed } from './effect-failed';
import type { OutboxRow } from './outbox-row';
import { Turns } from './turns';

/** Effects that share a transaction, at most; and such transactions at once, so that other work finds connections. */
export const MOST_TOGETHER = 16;
const AT_ONCE = 2;

type Outcome = { row: OutboxRow | undefined } | { failure: unknown };

interface Waiting {
  outboxId: string;
  /** Whose turn it takes. */
  name: string;
  end(outcome: Outcome): void;
}

/** How effects are done in a transaction of their own: each removes its row first. @returns the rows that were still there. */
export type DoWithin = (outboxIds: readonly string[]) => Promise<OutboxRow[]>;

/**
 * Does effects in transactions: those of one application one after the other, for they would wait for its row all the same, and each with a
 * connection that others could use. Short ones that wait at the same time share a transaction, for beginning and ending one costs more than
 * they do; when one of them fails, nothing of all was done, and each is done alone: nobody's effect fails for another's.
 */
export class JointWork {
  private readonly turns = new Turns(() => this.goSoon());
  private waiting: Waiting[] = [];
  private underWay = 0;
  private isAboutToGo = false;

  constructor(private readonly doWithin: DoWithin) {}

  /** @param name whose effect it is. @returns undefined when it was done before. @throws why it could not be done. */
  async doAlone(outboxId: string, name: string): Promise<OutboxRow | undefined> {
    const [row] = await this.turns.take(name, () => this.doWithin([outboxId]));
    return row;
  }

  /** As {@link doAlone}, with others that wait at the same time. */
  async doJointly(outboxId: string, name: string): Promise<OutboxRow | undefined> {
    const outcome = await new Promise<Outcome>((end) => {
      this.waiting.push({ outboxId, name, end });
      this.goSoon();
    });
    if ('failure' in outcome) throw outcome.failure;
    return outcome.row;
  }

  private goSoon(): void {
    if (this.isAboutToGo || this.waiting.length === 0) return;
    this.isAboutToGo = true;
    setImmediate(() => {
      this.isAboutToGo = false;
      while (this.underWay < AT_ONCE && this.go());
    });
  }

  /** @returns false when all that wait have to wait on. */
  private go(): boolean {
    const some = this.waiting.filter(({ name }) => !this.turns.areTaken(name)).slice(0, MOST_TOGETHER);
    if (some.length === 0) return false;
    this.waiting = this.waiting.filter((each) => !some.includes(each));
    this.underWay += 1;
    const round = this.doTogether(some.map(({ outboxId }) => outboxId)).then((outcomes) => {
      this.underWay -= 1;
      for (const [at, { end }] of some.entries()) end(outcomes[at] as Outcome);
    });
    for (const name of new Set(some.map((each) => each.name))) void this.turns.take(name, () => round);
    return true;
  }

  private async doTogether(ids: readonly string[]): Promise<Outcome[]> {
    if (ids.length > 1) {
      const rows = await this.doWithin(ids).catch(() => undefined);
      if (rows) return ids.map((id) => ({ row: rows.find((row) => row.id === id) }));
    }
    return this.doEach(ids);
  }

  /** A database that does not answer fails for all that are left. */
  private async doEach(ids: readonly string[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const id of ids) {
      const last = outcomes.at(-1);
      const isCut = last && 'failure' in last && !(last.failure instanceof EffectFailed);
      outcomes.push(isCut ? last : await this.doWithin([id]).then(([row]) => ({ row }), (failure: unknown) => ({ failure })));
    }
    return outcomes;
  }
}
