import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { QUEUE_SCHEMA } from '@anuyat/database';
import { createQueueBackend, type QueueBackend } from '@anuyat/outbox';
import type { Random } from '../random';
import type { Ground } from '../stage/ground';

/** Jobs that are in the queues still. */
export interface JobsLeft {
  waiting: number;
  /** Taken by a worker that is gone, or put off, by a clock that was wrong: nobody misses them once their effects are done. */
  held: number;
}

interface WaitingRow {
  id: string;
  application_id: string;
  effect: string;
  queue: string;
}

const WAITING = `SELECT id, application_id, effect, queue FROM outbox WHERE queue IS NOT NULL ORDER BY id LIMIT 60`;

/** What FLUSHALL is where the queue is on PostgreSQL: every table of it that holds jobs. */
const TRUNCATE = `
  DO $$ DECLARE names text; BEGIN
    SET LOCAL lock_timeout = '3s';
    SELECT string_agg(format('%I.%I', table_schema, table_name), ', ') INTO names FROM information_schema.tables
     WHERE table_schema = '${QUEUE_SCHEMA}' AND table_type = 'BASE TABLE' AND table_name ~ 'job';
    EXECUTE 'TRUNCATE ' || names || ' CASCADE';
  END $$`;

const PATIENCE_MS = 15_000;
const PAUSE_MS = 200;

/** What jobs that were delivered twice are called besides. */
let rounds = 0;

/** Has its hands in the queue: delivers jobs again and in another order, empties it, counts what is left. */
export class Meddler {
  private readonly backend: QueueBackend;
  /** Effects that are done already, to be delivered once more. */
  private readonly seen: WaitingRow[] = [];

  constructor(private readonly ground: Ground) {
    this.backend = createQueueBackend({ databaseUrl: ground.database.superuserUrl, redisUrl: ground.redis ? `redis://127.0.0.1:${ground.redis.port}` : undefined, onError: () => undefined });
  }

  /** Delivers what waits, and some of what was done before, two to five times, shuffled. @returns how many jobs. */
  async deliverAgain(random: Random): Promise<number> {
    const waiting = await this.query<WaitingRow>(WAITING);
    const again = [...waiting, ...this.seen.splice(0, 20)];
    this.seen.push(...waiting.slice(0, 30));
    const copies = random.shuffle(again.flatMap((row) => Array.from({ length: random.between(2, 5) }, () => row)));
    rounds += 1;
    for (const [queue, rows] of Map.groupBy(copies, (row) => row.queue)) {
      await this.backend.queue(queue).addBulk(rows.map((row, at) => ({ name: 'effects', data: { effects: [{ outboxId: row.id, effect: row.effect, applicationId: row.application_id }] }, opts: { jobId: `again-${rounds}-${at}-${row.id}` } })));
    }
    return copies.length;
  }

  /** Everything that is in the queues is gone at once. @returns which effects had been handed over. */
  async empty(): Promise<string[]> {
    const handed = await this.query<{ id: string }>(`SELECT id FROM outbox WHERE hand_overs > 0`);
    await (this.ground.redis ? this.ground.redis.empty() : this.query(TRUNCATE));
    return handed.map(({ id }) => id);
  }

  /** How many effects of those are not done yet. */
  async countLeft(ids: readonly string[]): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT count(*)::int AS n FROM outbox WHERE id = ANY($1)`, [ids]);
    return row?.n ?? 0;
  }

  /** What those are, for somebody who looks for the reason. */
  async tellLeft(ids: readonly string[]): Promise<string> {
    const left = await this.query<{ told: string }>(`SELECT concat(effect, ' in ', queue, ', handed over ', hand_overs, ' times, again in ', round(extract(epoch FROM hand_after - now())), ' s') AS told FROM outbox WHERE id = ANY($1) ORDER BY id LIMIT 4`, [ids]);
    return left.map(({ told }) => told).join('; ');
  }

  /** Jobs of a queue: those that wait to be taken, and those that are held, or put off, in the name of a worker. */
  async countJobs(queue: string): Promise<JobsLeft> {
    const { active = 0, waiting = 0, delayed = 0, prioritized = 0 } = await this.backend.queue(queue).getJobCounts('active', 'waiting', 'delayed', 'prioritized');
    return { waiting: waiting + prioritized, held: active + delayed };
  }

  close(): Promise<void> {
    return this.backend.close();
  }

  /** Past all lines; while the database is away, again and again. */
  async query<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    for (const end = Date.now() + PATIENCE_MS; ; await wait(PAUSE_MS)) {
      try {
        return await this.ask<T>(sql, values);
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  private async ask<T extends object>(sql: string, values: unknown[]): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.ground.database.superuserUrl, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    await client.connect();
    return client.query<T>(sql, values).then(({ rows }) => rows).finally(() => client.end().catch(() => undefined));
  }
}
