/** What is known of a step when it begins. */
export interface StepBegun {
  step: string;
  /** Who works on it; empty where that is not known. */
  office: string;
}

/** What is known of an office's work on a step. */
export interface StepLoad {
  /** How much of it has ended. */
  closed: number;
  /** How much is before it now, and how much usually. */
  queue: number;
  usualQueue: number;
}

/** What a forecaster looks at beside the step itself. */
export interface PaceOptions {
  /** Whether the office's own pace counts. */
  byOffice: boolean;
  /** How much the queue counts: 0 not at all, 1 in proportion. */
  byQueue: number;
  /** Whether the queue is that before the office itself, and not before the step wherever it is done. */
  isOwnQueue?: boolean;
}

/** Cases that an office needs before its own pace counts half. */
const HALF_TRUST = 30;
const LONGEST_MEMORY = 100;
const [SLOWEST, QUICKEST] = [0.7, -0.7];
const QUEUE_MEMORY = 0.01;
const QUEUE_FLOOR = 5;
const MINUTE = 60_000;

interface Mean {
  count: number;
  log: number;
}

/** How much slower or quicker than usual a step will go: by the office that has it, and by the queue before it. */
export class Pace {
  private readonly queues = new Map<string, { now: number; usual: number | undefined }>();
  private readonly means = new Map<string, Mean>();

  constructor(private readonly options: PaceOptions) {}

  /** Something joined the step's queue, and the office's. */
  join({ step, office }: StepBegun): void {
    for (const queue of [this.queueOf(step), this.queueOf(`${step}|${office}`)]) {
      queue.usual = queue.usual === undefined ? queue.now : queue.usual + QUEUE_MEMORY * (queue.now - queue.usual);
      queue.now += 1;
    }
  }

  leave({ step, office }: StepBegun): void {
    for (const queue of [this.queueOf(step), this.queueOf(`${step}|${office}`)]) queue.now -= 1;
  }

  /** @returns 1 for the usual, 2 for twice as long. */
  factorOf({ step, office }: StepBegun): number {
    const { now, usual = now } = this.queueOf(this.options.isOwnQueue ? `${step}|${office}` : step);
    const byQueue = Math.min(3, Math.max(1 / 3, ((now + QUEUE_FLOOR) / (usual + QUEUE_FLOOR)) ** this.options.byQueue));
    return this.options.byOffice ? byQueue * this.officeFactor(step, office) : byQueue;
  }

  /** @param took milliseconds from the step to the end of the case. */
  learn({ step, office }: StepBegun, took: number): void {
    const log = Math.log(Math.max(MINUTE, took));
    for (const key of [step, `${step}|${office}`]) {
      const mean = this.means.get(key) ?? { count: 0, log };
      mean.count += 1;
      mean.log += (log - mean.log) / Math.min(mean.count, LONGEST_MEMORY);
      this.means.set(key, mean);
    }
  }

  loadOf({ step, office }: StepBegun): StepLoad {
    const { now, usual = now } = this.queueOf(`${step}|${office}`);
    return { closed: this.means.get(`${step}|${office}`)?.count ?? 0, queue: now, usualQueue: usual };
  }

  private officeFactor(step: string, office: string): number {
    const own = this.means.get(`${step}|${office}`);
    const all = this.means.get(step);
    if (!own || !all) return 1;
    const trust = own.count / (own.count + HALF_TRUST);
    return Math.exp(Math.min(SLOWEST, Math.max(QUICKEST, trust * (own.log - all.log))));
  }

  private queueOf(step: string): { now: number; usual: number | undefined } {
    let queue = this.queues.get(step);
    if (!queue) this.queues.set(step, (queue = { now: 0, usual: undefined }));
    return queue;
  }
}
