import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../random';
import type { Load } from '../load/load';
import type { Ground } from '../stage/ground';
import { turnAgencySystem } from './agency-system';
import { doubleJobs, emptyQueue, forgeCallback, lieAsBank } from './delivery';
import { dropConnections, hushConnections, loseBrowserAnswers, loseCommitAnswers, slowConnections, stopDatabase, stopQueue, takePartyAway } from './ground-faults';
import type { FaultKind } from './kinds';
import type { Meddler } from './meddler';
import { fillDisk, freezeWorker, killApi, killWorker, replaceApi, replaceWorker, shiftClock } from './programs';
import type { PlannedFault } from './schedule';
import type { Inject } from './stage';

const INJECT: Record<FaultKind, Inject> = {
  'worker-killed': killWorker, 'worker-frozen': freezeWorker, 'worker-replaced': replaceWorker, 'api-killed': killApi, 'api-replaced': replaceApi, 'database-stopped': stopDatabase,
  'connections-dropped': dropConnections, 'connections-slow': slowConnections, 'connections-silent': hushConnections,
  'commit-answer-lost': loseCommitAnswers, 'browser-answer-lost': loseBrowserAnswers, 'jobs-doubled': doubleJobs, 'queue-emptied': emptyQueue,
  'queue-stopped': stopQueue, 'disk-full': fillDisk, 'clock-shifted': shiftClock, 'bank-lies': lieAsBank, 'callback-forged': forgeCallback, 'party-away': takePartyAway, 'agency-system': turnAgencySystem,
};

/** Kinds of which two at once would hide each other: these take turns. */
const ALONE: readonly FaultKind[] = ['database-stopped', 'api-killed', 'api-replaced', 'worker-replaced', 'connections-silent'];

/** A fault that was done. */
export interface DoneFault {
  kind: FaultKind;
  /** Milliseconds after the load began. */
  at: number;
  told: string;
}

const LOOK_MS = 40;
const AT_ONCE = 3;

/** Does the planned faults as the cases come along. */
export class Chaos {
  readonly done: DoneFault[] = [];
  readonly failures: string[] = [];
  private readonly begun = Date.now();
  private readonly underWay = new Set<Promise<void>>();
  private alone: Promise<void> = Promise.resolve();

  constructor(
    private readonly ground: Ground,
    private readonly load: Load,
    private readonly meddler: Meddler,
    private readonly planned: readonly PlannedFault[],
    private readonly cases: number,
  ) {}

  /** @param isOver whether the load has ended; what is still planned is done all the same, one after the other. */
  async run(isOver: () => boolean): Promise<void> {
    for (const fault of this.planned) {
      while (!isOver() && this.load.done / this.cases < fault.at * 0.92) await wait(LOOK_MS);
      while (this.underWay.size >= AT_ONCE) await Promise.race(this.underWay);
      const work: Promise<void> = this.inject(fault).finally(() => this.underWay.delete(work));
      this.underWay.add(work);
      if (isOver()) await work;
    }
    await Promise.all(this.underWay);
  }

  /** Everything is as it should be again. */
  async heal(): Promise<void> {
    await this.alone;
    for (const worker of this.ground.workers) worker.order({ clockMs: 0, isDiskFull: false });
    for (const line of Object.values(this.ground.lines)) {
      line.cut(false);
      line.slow(0);
      line.loseReplies([], 0);
    }
  }

  private async inject(fault: PlannedFault): Promise<void> {
    if (!ALONE.includes(fault.kind)) return this.do(fault);
    this.alone = this.alone.then(() => this.do(fault));
    return this.alone;
  }

  private async do({ kind, seed }: PlannedFault): Promise<void> {
    const at = Date.now() - this.begun;
    try {
      const told = await INJECT[kind]({ ground: this.ground, load: this.load, meddler: this.meddler, random: new Random(seed) });
      if (told !== undefined) this.done.push({ kind, at, told });
    } catch (error) {
      this.failures.push(`${kind}: ${(error as Error).message}`);
    }
  }
}
