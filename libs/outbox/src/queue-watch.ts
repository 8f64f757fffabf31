import { onClient } from '@anuyat/database';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { QueueBackend } from './queue-backend';

/** A queue that nobody works, and the one job in it: it is gone when everything else is. */
const MARK = 'mark';

/** While the queue itself is away nothing can be said of it; it is looked at again when it is back. */
const PATIENCE_MS = 2_000;

const HANDED_OVER = `SELECT id FROM outbox WHERE hand_overs > 0 AND queue IS NOT NULL`;

/**
 * Before all that waits, and as if for the first time: how often they were handed over said how long to wait for a queue that is no more. Rows
 * whose effects are under way are passed over, for they are gone in a moment, or have failed; they are what is returned.
 */
const HAND_AGAIN = `
  WITH lost AS (
    SELECT id FROM outbox WHERE id = ANY($1) AND hand_overs > 0 FOR UPDATE SKIP LOCKED
  ), again AS (
    UPDATE outbox o SET hand_after = now() - interval '1 hour', hand_overs = 0 FROM lost WHERE o.id = lost.id RETURNING o.id
  )
  SELECT id FROM outbox WHERE id = ANY($1) AND id NOT IN (SELECT id FROM again)`;

/**
 * Notices that the queue lost everything (FLUSHALL, a Redis that came back empty, its tables truncated) and has the effects that had been handed
 * over carried again at once. Without it they wait for the end of their leases, and those grow with every hand-over. Several may watch: what is
 * handed over twice is done once.
 */
export class QueueWatch {
  private passedOver: readonly string[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly backend: Pick<QueueBackend, 'queue'>,
    /** Called when there is something to carry. */
    private readonly wake: () => void,
    /** Has handed over again what others than the courier put into queues. */
    private readonly handOthersAgain: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /**
   * Looks whether the mark is there. Where it is not, what was handed over is handed over again, and then the mark is set: whoever dies in
   * between leaves it to the next. What was passed over is looked at again the next time.
   * @returns how many effects were found lost. @throws when the queue or the database is away.
   */
  async look(): Promise<number> {
    const queue = this.backend.queue(MARK);
    const isWhole = await inTime(queue.getJob(MARK).then((job) => job !== undefined));
    const lost = isWhole ? this.passedOver : await this.ids(HANDED_OVER);
    if (lost.length > 0) {
      this.passedOver = await this.ids(HAND_AGAIN, [lost]);
      this.wake();
    }
    if (!isWhole) {
      await this.handOthersAgain();
      await inTime(queue.add(MARK, {}, { jobId: MARK }));
    }
    return lost.length;
  }

  private ids(sql: string, values: unknown[] = []): Promise<string[]> {
    return onClient(this.source, async (client) => (await client.query<{ id: string }>(sql, values)).rows.map(({ id }) => id));
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const limit = new AbortController();
  const late = wait(PATIENCE_MS, undefined, { signal: limit.signal }).then(() => Promise.reject(new Error('The queue does not answer.')));
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => limit.abort());
}
