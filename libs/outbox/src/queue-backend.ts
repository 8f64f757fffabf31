import { Queue, Worker, createPostgresBackend, withBackend, type Processor, type QueueOptions, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { QUEUE_SCHEMA } from '@anuyat/database';
import { ListeningPool } from './listening-pool';

/** Where jobs wait. The outbox is the truth; whatever is lost here is handed over again. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  queue(name: string): Queue;
  worker(name: string, processor: Processor, concurrency: number): Worker;
  close(): Promise<void>;
}

export interface QueueBackendOptions {
  databaseUrl: string;
  /** Present: BullMQ on Redis; nothing else in the system knows. */
  redisUrl?: string | undefined;
  /** A job whose worker died is taken up by another after about this long; ten seconds where nothing is said. */
  stalledAfterMs?: number;
  /** Told of every connection error; jobs are tried again by themselves. */
  onError(error: Error): void;
}

/** Jobs do not outlive their use: a kept one would make BullMQ ignore the same effect handed over again. */
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 3, backoff: { type: 'exponential', delay: 500 } } as const;

const STALLED_AFTER_MS = 10_000;

/** Pause of a worker whose connection broke; BullMQ's own quarter of a minute would keep offices waiting after every restart. */
const RETRY_MS = 1_000;

/** Sessions for what all queues of a process ask of PostgreSQL, beside the one that listens. */
const CONNECTIONS = 4;

/** @returns the backend that the configuration asks for. */
export function createQueueBackend(options: QueueBackendOptions): QueueBackend {
  return options.redisUrl ? new RedisBackend(options.redisUrl, options) : new PostgresBackend(options);
}

/** BullMQ's classes bound to a backend. */
interface Classes {
  Queue: new (name: string, options: QueueOptions) => Queue;
  Worker: new (name: string, processor: Processor, options: WorkerOptions) => Worker;
}

abstract class Backend {
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];

  constructor(
    private readonly classes: Classes,
    private readonly connection: unknown,
    private readonly options: Pick<QueueBackendOptions, 'onError' | 'stalledAfterMs'>,
  ) {}

  queue(name: string): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new this.classes.Queue(name, { connection: this.connection, defaultJobOptions: JOB_OPTIONS } as QueueOptions);
      queue.on('error', this.options.onError);
      this.queues.set(name, queue);
    }
    return queue;
  }

  worker(name: string, processor: Processor, concurrency: number): Worker {
    const lockDuration = this.options.stalledAfterMs ?? STALLED_AFTER_MS;
    const worker = new this.classes.Worker(name, processor, {
      connection: this.connection,
      concurrency,
      drainDelay: 1,
      lockDuration,
      stalledInterval: lockDuration / 2,
      runRetryDelay: RETRY_MS,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    } as WorkerOptions);
    worker.on('error', this.options.onError);
    this.workers.push(worker);
    return worker;
  }

  protected async closeAll(): Promise<void> {
    await Promise.allSettled(this.workers.map((worker) => worker.close()));
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
  }
}

class PostgresBackend extends Backend implements QueueBackend {
  readonly kind = 'postgres';
  private readonly pool: ListeningPool;

  constructor(options: QueueBackendOptions) {
    const { databaseUrl, onError } = options;
    const pool = new ListeningPool({ connectionString: databaseUrl, max: CONNECTIONS, application_name: 'anuyat-queue', options: `-c search_path=${QUEUE_SCHEMA}` });
    super(withBackend(createPostgresBackend) as unknown as Classes, pool, options);
    pool.on('error', onError);
    this.pool = pool;
  }

  async close(): Promise<void> {
    await this.closeAll();
    await this.pool.end();
  }
}

class RedisBackend extends Backend implements QueueBackend {
  readonly kind = 'redis';
  private readonly shared: Redis;

  constructor(url: string, options: QueueBackendOptions) {
    const shared = new Redis(url, { maxRetriesPerRequest: null, enableAutoPipelining: true });
    super({ Queue, Worker }, shared, options);
    shared.on('error', options.onError);
    this.shared = shared;
  }

  async close(): Promise<void> {
    await this.closeAll();
    this.shared.disconnect();
  }
}
