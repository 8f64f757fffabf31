import { clientOf, inTransaction } from '@anuyat/database';
import type { Worker } from 'bullmq';
import type { DataSource, EntityManager } from 'typeorm';
import type { Announcer } from './announcer';
import type { OutboxRow } from './outbox-row';
import { EffectFailed } from './effect-failed';
import { noteFailure } from './failure-book';
import type { JobData } from './job-data';
import { JointWork, MOST_TOGETHER } from './joint-work';
import type { EffectProcessor } from './processor';
import type { QueueBackend } from './queue-backend';

const CONCURRENCY = 8;

/** Runs a worker for each queue and the processors behind them. One queue per agency: a slow one holds up nobody else. */
export class Workshop {
  private readonly byEffect = new Map<string, EffectProcessor>();
  private readonly workers: Worker[] = [];
  private readonly effects = new JointWork((ids) => this.doWithin(ids));

  /** @throws when two processors claim one effect. */
  constructor(
    private readonly source: DataSource,
    private readonly backend: QueueBackend,
    private readonly announcer: Announcer,
    processors: EffectProcessor[],
    /** Called after each effect's commit: an effect may have sent events through the door. */
    private readonly onDone: () => void,
    /** Told why an effect failed; when it has made up for that, the effect is done again at once instead of when it is handed over the next time. */
    private readonly mend: (cause: unknown) => Promise<boolean> = () => Promise.resolve(false),
  ) {
    for (const processor of processors) {
      for (const effect of processor.effects) {
        if (this.byEffect.has(effect)) throw new Error(`Two processors claim the effect "${effect}".`);
        this.byEffect.set(effect, processor);
      }
    }
  }

  /** Starts a worker for each of the queues. */
  open(queues: string[], onError: (error: Error) => void): void {
    for (const queue of queues) {
      const worker = this.backend.worker(queue, ({ data }) => this.workOnAll((data as Partial<JobData>).effects ?? []), CONCURRENCY);
      worker.on('failed', (_, error) => onError(error));
      this.workers.push(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  /**
   * Those that may share a transaction together, the others one after the other: a job takes one place, however much it carries.
   * @param effects none in a job of another version: what it meant comes round again.
   * @throws the first failure when each was tried; tried again, what was done is gone from the outbox.
   */
  private async workOnAll(effects: JobData['effects']): Promise<void> {
    const { short = [], long = [] } = Object.groupBy(effects, ({ effect }) => (this.byEffect.get(effect)?.performAll ? 'short' : 'long'));
    const outcomes = await Promise.allSettled(short.map(({ outboxId, effect, applicationId }) => this.work(outboxId, effect, applicationId)));
    for (const { outboxId, effect, applicationId } of long) outcomes.push(...(await Promise.allSettled([this.work(outboxId, effect, applicationId)])));
    const failed = outcomes.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  /**
   * Does the effect of one outbox row, once; a row that is gone was done before.
   * @param effect what the job says it is; when it is known to need nothing outside, the row is not looked at beforehand.
   * @param applicationId whose effect it is: those of one application take turns. What is asked of somebody outside takes no turn.
   */
  async work(outboxId: string, effect?: string, applicationId?: string): Promise<void> {
    try {
      await this.workOn(outboxId, effect, applicationId).catch(async (error: unknown) => {
        if (!(error instanceof EffectFailed) || !(await this.mend(error.cause))) throw error;
        await this.workOn(outboxId, effect, applicationId);
      });
    } catch (error) {
      if (error instanceof EffectFailed) await noteFailure(this.source, error);
      throw error;
    }
  }

  private async workOn(outboxId: string, effect: string | undefined, applicationId: string | undefined): Promise<void> {
    if (effect === undefined || this.byEffect.get(effect)?.prepare) {
      const waiting = await findRow(this.source.manager, outboxId);
      if (!waiting) return;
      await prepare(this.processorOf(waiting), waiting);
    }
    const isJoint = effect !== undefined && this.byEffect.get(effect)?.performAll !== undefined;
    const name = applicationId ?? outboxId;
    const row = await (isJoint ? this.effects.doJointly(outboxId, name) : this.effects.doAlone(outboxId, name));
    if (!row) return;
    this.announcer.announce([row]);
    this.onDone();
  }

  private doWithin(outboxIds: readonly string[]): Promise<OutboxRow[]> {
    return inTransaction(this.source, async (tx) => {
      const rows = await takeRows(tx, outboxIds);
      for (const [processor, some] of Map.groupBy(rows, (row) => this.processorOf(row))) await perform(tx, processor, some);
      return rows;
    });
  }

  private processorOf(row: OutboxRow): EffectProcessor {
    const processor = this.byEffect.get(row.effect);
    if (!processor) throw new EffectFailed(row, 'no processor does this effect');
    return processor;
  }
}

async function prepare(processor: EffectProcessor, row: OutboxRow): Promise<void> {
  try {
    await processor.prepare?.(row);
  } catch (error) {
    throw new EffectFailed(row, error);
  }
}

/** What fails among several names the first of them; each is then done alone, and fails by its own name. */
async function perform(tx: EntityManager, processor: EffectProcessor, rows: readonly OutboxRow[]): Promise<void> {
  const [row] = rows;
  if (!row) return;
  try {
    await (rows.length > 1 && processor.performAll ? processor.performAll(tx, rows) : processor.perform(tx, row));
  } catch (error) {
    throw new EffectFailed(row, error);
  }
}

const COLUMNS = `id, application_id AS "applicationId", case_id AS "caseId", revision, effect, params, queue`;
const FIND = `SELECT ${COLUMNS} FROM outbox WHERE id = $1`;

/** Removed first, so that whoever else got the same job waits here, and finds nothing once the effect is done; when it fails, the row is back. */
const TAKE = `
  DELETE FROM outbox o USING unnest((SELECT $1::uuid[])) WITH ORDINALITY AS asked (asked_id, place)
   WHERE o.id = asked_id AND place BETWEEN 1 AND ${MOST_TOGETHER}
  RETURNING ${COLUMNS}`;

async function findRow(reader: EntityManager, id: string): Promise<OutboxRow | undefined> {
  const [row]: OutboxRow[] = await reader.query(FIND, [id]);
  return row;
}

/** @returns those that are there, in the order of their applications and, within them, of the events that asked for them. */
async function takeRows(tx: EntityManager, ids: readonly string[]): Promise<OutboxRow[]> {
  const client = await clientOf(tx);
  const { rows } = await client.query<OutboxRow>({ name: 'workshop-take', text: TAKE, values: [ids] });
  return rows.toSorted((a, b) => a.applicationId.localeCompare(b.applicationId) || a.revision - b.revision || a.id.localeCompare(b.id));
}
