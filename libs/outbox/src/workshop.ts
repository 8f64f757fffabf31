import { clientOf } from '@anuyat/database';
import type { Worker } from 'bullmq';
import type { DataSource, EntityManager } from 'typeorm';
import type { Announcer } from './announcer';
import type { OutboxRow } from './outbox-row';
import type { EffectProcessor } from './processor';
import type { QueueBackend } from './queue-backend';
import { Turns } from './turns';

const CONCURRENCY = 8;

/** What a job carries; one that was handed over by an earlier version names no application. */
interface JobData {
  outboxId: string;
  applicationId?: string;
}

/** The effect could not be done and will be handed over again; carries what was being done. */
export class EffectFailed extends Error {
  constructor(row: OutboxRow, cause: unknown) {
    super(`${row.effect} of application ${row.applicationId} at revision ${row.revision} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'EffectFailed';
  }
}

/** Runs a worker for each queue and the processors behind them. One queue per agency: a slow one holds up nobody else. */
export class Workshop {
  private readonly byEffect = new Map<string, EffectProcessor>();
  private readonly workers: Worker[] = [];
  private readonly turns = new Turns();

  /** @throws when two processors claim one effect. */
  constructor(
    private readonly source: DataSource,
    private readonly backend: QueueBackend,
    private readonly announcer: Announcer,
    processors: EffectProcessor[],
    /** Called after each effect's commit: an effect may have sent events through the door. */
    private readonly onDone: () => void,
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
      const worker = this.backend.worker(queue, ({ data, name }) => this.work((data as JobData).outboxId, name, (data as JobData).applicationId), CONCURRENCY);
      worker.on('failed', (_, error) => onError(error));
      this.workers.push(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  /**
   * Does the effect of one outbox row, once; a row that is gone was done before.
   * @param effect what the job says it is; when it is known to need nothing outside, the row is not looked at beforehand.
   * @param applicationId whose effect it is: those of one application take turns, for they would wait for its row all the same, and each
   * with a connection that others could use. What is asked of somebody outside takes no turn.
   */
  async work(outboxId: string, effect?: string, applicationId?: string): Promise<void> {
    if (effect === undefined || this.byEffect.get(effect)?.prepare) {
      const waiting = await findRow(this.source.manager, outboxId);
      if (!waiting) return;
      await this.processorOf(waiting).prepare?.(waiting);
    }
    const row = await this.turns.take(applicationId ?? outboxId, () => this.source.transaction(async (tx) => {
      const taken = await takeRow(tx, outboxId);
      if (taken) await this.perform(tx, taken);
      return taken;
    }));
    if (!row) return;
    this.announcer.announce([row]);
    this.onDone();
  }

  private async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    try {
      await this.processorOf(row).perform(tx, row);
    } catch (error) {
      throw new EffectFailed(row, error);
    }
  }

  private processorOf(row: OutboxRow): EffectProcessor {
    const processor = this.byEffect.get(row.effect);
    if (!processor) throw new EffectFailed(row, 'no processor does this effect');
    return processor;
  }
}

const COLUMNS = `id, application_id AS "applicationId", case_id AS "caseId", revision, effect, params, queue`;
const FIND = `SELECT ${COLUMNS} FROM outbox WHERE id = $1`;

/** Removed first, so that whoever else got the same job waits here, and finds nothing once the effect is done; when it fails, the row is back. */
const TAKE = `DELETE FROM outbox WHERE id = $1 RETURNING ${COLUMNS}`;

async function findRow(reader: EntityManager, id: string): Promise<OutboxRow | undefined> {
  const [row]: OutboxRow[] = await reader.query(FIND, [id]);
  return row;
}

async function takeRow(tx: EntityManager, id: string): Promise<OutboxRow | undefined> {
  const client = await clientOf(tx);
  const { rows } = await client.query<OutboxRow>({ name: 'workshop-take', text: TAKE, values: [id] });
  return rows[0];
}
