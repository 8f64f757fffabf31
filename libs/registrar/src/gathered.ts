interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Work that is asked for one by one and done together: what is asked for in one turn of the event loop goes in one go. Under load the
 * events of many people come in together, and a round trip costs a process more than what it asks for; alone, nothing waits.
 * @template Asked what is asked for. @template Answer what each of them gets.
 */
export class Gathered<Asked, Answer> {
  private waiting: Waiting<Asked, Answer>[] = [];

  /**
   * @param doTogether answers each in their order, and fails for all of them.
   * @param most how many go together.
   */
  constructor(
    private readonly doTogether: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
    private readonly most: number,
  ) {}

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.doAll());
    });
  }

  private doAll(): void {
    const all = this.waiting;
    this.waiting = [];
    for (let at = 0; at < all.length; at += this.most) void this.doSome(all.slice(at, at + this.most));
  }

  private async doSome(some: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.doTogether(some.map(({ asked }) => asked));
      for (const [at, { resolve }] of some.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }
}
