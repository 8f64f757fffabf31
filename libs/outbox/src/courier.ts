import { onClient } from '@anuyat/database';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Announcer } from './announcer';
import type { JobData } from './job-data';
import { MOST_TOGETHER } from './joint-work';
import type { OutboxRow } from './outbox-row';
import type { QueueBackend } from './queue-backend';

export interface CourierOptions {
  /** Rows of one claim. */
  batch: number;
  /** A row that was handed over and is not done after this long is handed over again. */
  handAgainAfterMs: number;
  /** After work, so long at least until the next claim: what is asked for meanwhile goes together. */
  gatherMs: number;
  /** Pauses of the safety net: short after work, growing to the long one when there is none. */
  busyPauseMs: number;
  idlePauseMs: number;
}

const DEFAULTS: CourierOptions = { batch: 200, handAgainAfterMs: 30_000, gatherMs: 4, busyPauseMs: 20, idlePauseMs: 1_000 };

/**
 * Claims rows that wait. The lease (`hand_after`) is set before the hand-over, in its own transaction: killed between the commit
 * and the add, or between the add and the effect, the row comes round again. Rows that only announce are done with the claim.
 */
const CLAIM = `
  WITH next AS (
    SELECT id FROM outbox WHERE hand_after <= now() ORDER BY hand_after, id LIMIT $1 FOR UPDATE SKIP LOCKED
  ), handed AS (
    UPDATE outbox o
       SET hand_after = now() + make_interval(secs => $2 * power(2, least(o.hand_overs, 6))), hand_overs = o.hand_overs + 1
      FROM next WHERE o.id = next.id AND o.queue IS NOT NULL
    RETURNING o.id, o.application_id, o.case_id, o.revision, o.effect, o.params, o.queue, o.hand_overs
  ), announced AS (
    DELETE FROM outbox o USING next WHERE o.id = next.id AND o.queue IS NULL
    RETURNING o.id, o.application_id, o.case_id, o.revision, o.effect, o.params, o.queue
  )
  SELECT id, application_id AS "applicationId", case_id AS "caseId", revision, effect, params, queue, hand_overs AS "handOvers" FROM handed
  UNION ALL
  SELECT id, application_id, case_id, revision, effect, params, queue, 0 FROM announced`;

/** What was handed over more often than this goes alone: it may be what ends the process that tries it, and no other effect should share that. */
const TOGETHER_UNTIL = 2;

/** A row with how often it was handed over, this time included. */
interface ClaimedRow extends OutboxRow {
  handOvers: number;
}

/**
 * Carries effects from the outbox to the queues. It is woken after each commit of its own process, and looks by itself as a
 * safety net; several may run, in one process or many: each row is claimed by one.
 */
export class Courier {
  private readonly options: CourierOptions;
  private isRunning = false;
  private isWoken = false;
  private pauseMs: number;
  private loop: Promise<void> = Promise.resolve();
  private endPause: () => void = () => undefined;

  constructor(
    private readonly source: DataSource,
    private readonly backend: Pick<QueueBackend, 'queue'>,
    private readonly announcer: Announcer,
    private readonly onError: (error: Error) => void,
    options: Partial<CourierOptions> = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
    this.pauseMs = this.options.busyPauseMs;
  }

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.loop = this.run();
  }

  /** Finishes the claim in hand and stops. */
  async stop(): Promise<void> {
    this.isRunning = false;
    this.endPause();
    await this.loop;
  }

  /** Something was committed: look now. Costs nothing when called often. */
  wake(): void {
    this.isWoken = true;
    this.endPause();
  }

  /**
   * One claim and its hand-over.
   * @returns how many rows were claimed.
   */
  async carry(): Promise<number> {
    const rows = await this.claim();
    if (rows.length === 0) return 0;
    await this.handOver(rows);
    this.announcer.announce(rows);
    return rows.length;
  }

  private claim(): Promise<ClaimedRow[]> {
    const values = [this.options.batch, this.options.handAgainAfterMs / 1_000];
    return onClient(this.source, async (client) => (await client.query<ClaimedRow>({ name: 'courier-claim', text: CLAIM, values })).rows);
  }

  private async handOver(rows: ClaimedRow[]): Promise<void> {
    const byQueue = Map.groupBy(rows.filter(({ queue }) => queue !== null), ({ queue }) => queue ?? '');
    await Promise.all([...byQueue].map(([name, group]) => this.backend.queue(name).addBulk(jobsOf(group).map((effects) => ({ name: 'effects', data: { effects } })))));
  }

  private async run(): Promise<void> {
    while (this.isRunning) {
      this.isWoken = false;
      const carried = await this.carry().catch((error: Error) => {
        this.onError(error);
        return 0;
      });
      if (carried === this.options.batch) continue;
      if (carried > 0) await wait(this.options.gatherMs);
      this.pauseMs = carried > 0 ? this.options.busyPauseMs : Math.min(this.pauseMs * 2, this.options.idlePauseMs);
      if (this.isRunning && !this.isWoken) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pauseMs);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/**
 * The jobs of one queue: so many effects together as may share a transaction, for a job costs the queue and its worker more than a short effect does.
 * Every hand-over makes new jobs: an earlier one may be lost, or held for days in the name of a worker whose clock was wrong and that is gone.
 */
function jobsOf(rows: readonly ClaimedRow[]): JobData['effects'][] {
  const [together, alone] = [rows.filter(({ handOvers }) => handOvers <= TOGETHER_UNTIL), rows.filter(({ handOvers }) => handOvers > TOGETHER_UNTIL)];
  const groups = Array.from({ length: Math.ceil(together.length / MOST_TOGETHER) }, (_, at) => together.slice(at * MOST_TOGETHER, (at + 1) * MOST_TOGETHER));
  return [...groups, ...alone.map((row) => [row])].map((group) => group.map(({ id, effect, applicationId }) => ({ outboxId: id, effect, applicationId })));
}
