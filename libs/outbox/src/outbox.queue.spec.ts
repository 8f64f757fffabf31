import { jest } from '@jest/globals';
import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Announcer } from './announcer';
import { Courier } from './courier';
import { MovementListener } from './listener';
import type { OutboxRow } from './outbox-row';
import { createQueueBackend, type QueueBackend } from './queue-backend';
import { QueueWatch } from './queue-watch';
import { backendsToTry, startRedis, until, type TestRedis } from './testing/backends';
import { Workshop } from './workshop';

/** Writes one line for each time that its effect is done: a second line would be a double effect. */
class Ledger {
  readonly effects = ['stamp', 'slow-stamp'] as const;
  failures = 0;
  hold: Promise<void> = Promise.resolve();

  async prepare(row: OutboxRow): Promise<void> {
    if (row.effect === 'slow-stamp') await this.hold;
  }

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    await tx.query(`INSERT INTO ledger (outbox_id) VALUES ($1)`, [row.id]);
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the pen broke');
    }
  }
}

/** Does several in one transaction. */
class QuickLedger extends Ledger {
  async performAll(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) await this.perform(tx, row);
  }
}

const ways = backendsToTry().flatMap((kind) => [[kind, 'each in a transaction of its own', Ledger], [kind, 'several in one transaction', QuickLedger]] as const);

describe.each(ways)('effects on their way through %s, %s', (kind, _, TheLedger) => {
  let database: TestDatabase;
  let source: DataSource;
  let redis: TestRedis | undefined;
  let backend: QueueBackend;
  let ledger: Ledger;
  let workshop: Workshop;
  let announcer: Announcer;
  const couriers: Courier[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = kind === 'redis' ? await startRedis() : undefined;
    const owner = await createDataSource(database.ownerUrl, 'outbox-spec-owner').initialize();
    await owner.query(`CREATE TABLE ledger (outbox_id uuid NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await owner.destroy();
    source = await createDataSource(database.appUrl, 'outbox-spec').initialize();
    backend = createQueueBackend({ databaseUrl: database.appUrl, redisUrl: redis?.url, onError: () => undefined });
    announcer = new Announcer(source);
    ledger = new TheLedger();
    workshop = new Workshop(source, backend, announcer, [ledger], () => undefined);
    workshop.open(['agency-quick', 'agency-slow'], () => undefined);
  });

  afterEach(() => Promise.all(couriers.splice(0).map((courier) => courier.stop())));

  afterAll(async () => {
    await backend.close();
    await source.destroy();
    redis?.stop();
    await database.dispose();
  });

  async function put(count: number, queue: string | null = 'agency-quick', effect = 'stamp'): Promise<string[]> {
    const ids = Array.from({ length: count }, () => uuidv7());
    await source.query(
      `INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue) SELECT id, id, id, 1, $2, '{}', $3 FROM unnest($1::uuid[]) AS id`,
      [ids, effect, queue],
    );
    return ids;
  }

  function courier(options: ConstructorParameters<typeof Courier>[4] = {}, through: Pick<QueueBackend, 'queue'> = backend): Courier {
    const made = new Courier(source, through, announcer, () => undefined, options);
    couriers.push(made);
    return made;
  }

  async function timesDone(ids: string[]): Promise<number[]> {
    const rows: { n: number }[] = await source.query(
      `SELECT count(l.outbox_id)::int AS n FROM unnest($1::uuid[]) AS id LEFT JOIN ledger l ON l.outbox_id = id GROUP BY id`,
      [ids],
    );
    return rows.map(({ n }) => n);
  }

  async function untilDone(ids: string[]): Promise<void> {
    await until(async () => (await timesDone(ids)).every((n) => n > 0), 'every effect is done');
    const left: unknown[] = await source.query(`SELECT id FROM outbox WHERE id = ANY($1)`, [ids]);
    expect(left).toEqual([]);
    expect(new Set(await timesDone(ids))).toEqual(new Set([1]));
  }

  it('does each of many effects once, with three couriers claiming at the same time', async () => {
    const ids = await put(450);
    const three = [courier({ batch: 50 }), courier({ batch: 50 }), courier({ batch: 50 })];
    three.forEach((each) => each.start());
    await untilDone(ids);
  });

  it('keeps what failed and how often, and none of what was thrown; what succeeds is never looked up', async () => {
    ledger.failures = 3;
    const [id = ''] = await put(1);
    await courier({ handAgainAfterMs: 100 }).carry();
    const kept = (): Promise<{ times: number }[]> => source.query(`SELECT effect, code, fault, times, is_stuck FROM stuck_work WHERE outbox_id = $1`, [id]);
    await until(async () => (await kept())[0]?.times === 3, 'it failed three times');
    // The third failure is seen before the queue has put the job away, so one look may come too early.
    courier({ handAgainAfterMs: 100, idlePauseMs: 100 }).start();
    await untilDone([id]);
    expect(await kept()).toEqual([{ effect: 'stamp', code: 'Error', fault: null, times: 3, is_stuck: true }]);
    expect(JSON.stringify(await source.query(`SELECT * FROM stuck_work`))).not.toContain('the pen broke');
  });

  it('does them in as many transactions as it says', async () => {
    const ids = await put(60);
    await courier().carry();
    await untilDone(ids);
    const [{ made }]: [{ made: number }] = await source.query(`SELECT count(DISTINCT xmin::text)::int AS made FROM ledger WHERE outbox_id = ANY($1)`, [ids]);
    if (TheLedger === Ledger) expect(made).toBe(60);
    else expect(made).toBeLessThan(40);
  });

  it('does what is held in the name of a worker that is gone and whose clock was a day ahead', async () => {
    const ids = await put(1, 'agency-forgotten');
    const now = Date.now;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + 86_400_000);
    let release: () => void = () => undefined;
    const gone = backend.worker('agency-forgotten', () => new Promise<void>((resolve) => (release = resolve)), 1);
    await courier().carry();
    await until(async () => (await backend.queue('agency-forgotten').getActiveCount()) === 1, 'the job is taken');
    await gone.close(true);
    clock.mockRestore();
    workshop.open(['agency-forgotten'], () => undefined);
    for (const _ of ['again', 'and again']) {
      await source.query(`UPDATE outbox SET hand_after = now() WHERE id = ANY($1)`, [ids]);
      await courier().carry();
    }
    await untilDone(ids);
    release();
  });

  it('hands over again what was claimed and never reached the queue', async () => {
    const ids = await put(5);
    const dying = courier({}, { queue: () => ({ addBulk: () => Promise.reject(new Error('killed between commit and add')) }) as never });
    await expect(dying.carry()).rejects.toThrow('killed');
    expect(await courier().carry()).toBe(0);
    await source.query(`UPDATE outbox SET hand_after = now() WHERE id = ANY($1)`, [ids]);
    expect(await courier().carry()).toBe(5);
    await untilDone(ids);
  });

  it('hands over again what reached the queue and was lost with it', async () => {
    const ids = await put(5, 'agency-nobody');
    await courier().carry();
    if (redis) await redis.flush();
    else await source.query(`DELETE FROM bullmq.job WHERE queue = 'agency-nobody'`);
    await source.query(`UPDATE outbox SET hand_after = now(), queue = 'agency-quick' WHERE id = ANY($1)`, [ids]);
    await courier().carry();
    await untilDone(ids);
  });

  it('carries at once, and first, what was lost with the whole queue, however often it was handed over and however long its lease', async () => {
    const watch = new QueueWatch(source, backend, () => undefined);
    await watch.look();
    const ids = await put(90, 'agency-emptied');
    const others = await put(3, 'agency-emptied');
    const carrier = courier({ batch: 30 });
    for (let at = 0; at < 3; at += 1) await carrier.carry();
    await source.query(`UPDATE outbox SET hand_overs = 6, hand_after = now() + interval '32 minutes' WHERE id = ANY($1)`, [ids]);
    expect(await watch.look()).toBe(0);
    await (redis ? redis.flush() : source.query(`DELETE FROM bullmq.job`));

    const busy = source.createQueryRunner();
    await busy.startTransaction();
    await busy.query(`SELECT FROM outbox WHERE id = $1 FOR UPDATE`, [ids[0]]);
    expect(await watch.look()).toBe(90);
    await busy.rollbackTransaction();
    await busy.release();
    for (let at = 0; at < 3; at += 1) await carrier.carry();
    const handed: { id: string }[] = await source.query(`SELECT id FROM outbox WHERE hand_overs = 1`);
    expect(new Set(handed.map(({ id }) => id))).toEqual(new Set([...ids.slice(1), others[0]]));

    expect(await watch.look()).toBe(1);
    expect(await watch.look()).toBe(0);
    workshop.open(['agency-emptied'], () => undefined);
    while ((await carrier.carry()) > 0);
    await untilDone([...ids, ...others]);
  });

  it('tries an effect again that failed, leaves nothing of the failed try, and does nothing twice that shared its job', async () => {
    ledger.failures = 1;
    const ids = await put(20);
    await courier().carry();
    await untilDone(ids);
  });

  it('gives effects jobs of sixteen, and each a job of its own once they came round twice in vain', async () => {
    const queue = backend.queue('agency-idle');
    await put(40, 'agency-idle');
    const jobs: number[] = [];
    for (const _ of ['at first', 'again', 'alone']) {
      await source.query(`UPDATE outbox SET hand_after = now() WHERE queue = 'agency-idle'`);
      await courier().carry();
      jobs.push(await queue.count());
    }
    expect(jobs).toEqual([3, 6, 46]);
    await source.query(`DELETE FROM outbox WHERE queue = 'agency-idle'`);
    await queue.obliterate({ force: true });
  });

  it('does an effect once when its job is delivered twice, also at the same moment', async () => {
    const [id = ''] = await put(1);
    await Promise.all([workshop.work(id), workshop.work(id), workshop.work(id)]);
    await workshop.work(id);
    expect(await timesDone([id])).toEqual([1]);
  });

  it('lets a slow agency delay nobody else', async () => {
    let letGo = (): void => undefined;
    ledger.hold = new Promise((resolve) => (letGo = resolve));
    const slow = await put(12, 'agency-slow', 'slow-stamp');
    const quick = await put(20);
    await courier().carry();
    await untilDone(quick);
    expect(new Set(await timesDone(slow))).toEqual(new Set([0]));
    letGo();
    await untilDone(slow);
  });

  it('announces as many movements as it likes, however much their effects carry', async () => {
    const heard = new Set<string>();
    const listener = new MovementListener(database.appUrl, (movements) => movements.forEach(({ caseId }) => heard.add(caseId)), () => undefined);
    await listener.start();
    const rows = Array.from({ length: 150 }, () => ({ caseId: uuidv7(), applicationId: uuidv7(), revision: 123_456, params: { words: 'x'.repeat(500) } }));
    announcer.announce(rows);
    await announcer.flush();
    await until(async () => rows.every(({ caseId }) => heard.has(caseId)), 'every movement is heard');
    await listener.close();
  });

  it('announces a batch with one notification, and effects that only announce are done with it', async () => {
    const heard: string[][] = [];
    const listener = new MovementListener(database.appUrl, (movements) => heard.push(movements.map(({ caseId }) => caseId)), () => undefined);
    await listener.start();
    const ids = await put(30, null, 'announce');
    await courier().carry();
    await announcer.flush();
    await until(async () => heard.flat().length >= 30, 'the announcement is heard');
    await listener.close();
    expect(heard.filter((batch) => batch.some((id) => ids.includes(id)))).toHaveLength(1);
    expect(await source.query(`SELECT id FROM outbox WHERE id = ANY($1)`, [ids])).toEqual([]);
  });

  it('carries at once when it is woken, however long its pause', async () => {
    const sleepy = courier({ busyPauseMs: 600_000, idlePauseMs: 600_000 });
    sleepy.start();
    await sleepy.carry();
    const ids = await put(1);
    sleepy.wake();
    await untilDone(ids);
  });

  it('looks by itself when nobody wakes it', async () => {
    courier({ idlePauseMs: 100 }).start();
    await untilDone(await put(1));
  });

  const onPostgres = kind === 'postgres' ? it : () => undefined;

  onPostgres('listens with one session for all queues, and goes on when it breaks', async () => {
    const LISTENERS = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'anuyat-queue-listener'`;
    const [first, ...more]: { pid: number }[] = await source.query(LISTENERS);
    expect(more).toEqual([]);
    await source.query(`SELECT pg_terminate_backend($1)`, [first?.pid]);
    const ids = await put(3);
    await courier().carry();
    await untilDone(ids);
    await until(async () => (await source.query(LISTENERS)).some(({ pid }: { pid: number }) => pid !== first?.pid), 'it listens again');
  });
});
