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

interface Queue {
  now: number;
  usual: number | undefined;
}

/** The queue before a step, and how long it took. */
interface StepPace {
  queue: Queue;
  mean: Mean | undefined;
}

/** A step as one office works on it; of the same step and office there is one. */
export interface Place {
  /** Wherever it is done. */
  step: StepPace;
  /** At the office itself. */
  own: StepPace;
}

/** How much slower or quicker than usual a step will go: by the office that has it, and by the queue before it. Several views look at the same work. */
export class Pace {
  private readonly steps = new Map<string, StepPace>();
  private readonly places = new Map<string, Place>();

  /** Where a step's work is done. */
  placeOf({ step, office }: StepBegun): Place {
    const key = `${step}|${office}`;
    let place = this.places.get(key);
    if (!place) this.places.set(key, (place = { step: this.stepOf(step), own: newPace() }));
    return place;
  }

  /** Something joined the step's queue, and the office's. */
  join({ step, own }: Place): void {
    for (const { queue } of [step, own]) {
      queue.usual = queue.usual === undefined ? queue.now : queue.usual + QUEUE_MEMORY * (queue.now - queue.usual);
      queue.now += 1;
    }
  }

  leave({ step, own }: Place): void {
    for (const { queue } of [step, own]) queue.now -= 1;
  }

  /** @returns 1 for the usual, 2 for twice as long. */
  factorOf({ step, own }: Place, { isOwnQueue, byQueue, byOffice }: PaceOptions): number {
    const { now, usual = now } = (isOwnQueue ? own : step).queue;
    const factor = Math.min(3, Math.max(1 / 3, ((now + QUEUE_FLOOR) / (usual + QUEUE_FLOOR)) ** byQueue));
    return byOffice ? factor * officeFactor(step.mean, own.mean) : factor;
  }

  /** @param took milliseconds from the step to the end of the case. */
  learn({ step, own }: Place, took: number): void {
    const log = Math.log(Math.max(MINUTE, took));
    for (const pace of [step, own]) {
      const mean = (pace.mean ??= { count: 0, log });
      mean.count += 1;
      mean.log += (log - mean.log) / Math.min(mean.count, LONGEST_MEMORY);
    }
  }

  loadOf({ own }: Place): StepLoad {
    const { now, usual = now } = own.queue;
    return { closed: own.mean?.count ?? 0, queue: now, usualQueue: usual };
  }

  private stepOf(step: string): StepPace {
    let pace = this.steps.get(step);
    if (!pace) this.steps.set(step, (pace = newPace()));
    return pace;
  }
}

function newPace(): StepPace {
  return { queue: { now: 0, usual: undefined }, mean: undefined };
}

function officeFactor(all: Mean | undefined, own: Mean | undefined): number {
  if (!own || !all) return 1;
  const trust = own.count / (own.count + HALF_TRUST);
  return Math.exp(Math.min(SLOWEST, Math.max(QUICKEST, trust * (own.log - all.log))));
}
