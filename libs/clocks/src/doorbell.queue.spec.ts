import { createQueueBackend, type QueueBackend } from '@anuyat/outbox';
import { backendsToTry, startRedis, until, type TestRedis } from '@anuyat/outbox/testing';
import { startTestRegistrar, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { CLOCKS_QUEUE, Doorbell } from './doorbell';
import { Timekeeper } from './timekeeper';

const AHEAD = { aheadMs: 60_000 };

describe.each(backendsToTry())('bells on %s', (kind) => {
  let running: TestRegistrar;
  let redis: TestRedis | undefined;
  let backend: QueueBackend;
  let timekeeper: Timekeeper;
  let doorbell: Doorbell;
  const failures: Error[] = [];

  beforeAll(async () => {
    running = await startTestRegistrar(`doorbell-${kind}`);
    redis = kind === 'redis' ? await startRedis() : undefined;
    backend = newBackend();
    timekeeper = new Timekeeper(running.source, running.registrar, (error) => failures.push(error));
    doorbell = new Doorbell(running.source, backend, timekeeper, AHEAD);
  });
  afterEach(async () => {
    await running.source.query(`UPDATE timer SET stopped_at = now() WHERE stopped_at IS NULL`);
    await lose();
    expect(failures).toEqual([]);
  });
  afterAll(async () => {
    await backend.close();
    redis?.stop();
    await running.close();
  });

  function newBackend(): QueueBackend {
    return createQueueBackend({ databaseUrl: running.database.appUrl, redisUrl: redis?.url, stalledAfterMs: 1_500, onError: () => undefined });
  }

  /** Everything that the queue holds, gone. */
  async function lose(): Promise<void> {
    if (redis) await redis.flush();
    else await running.source.query(`DELETE FROM bullmq.job WHERE queue = $1`, [CLOCKS_QUEUE]);
  }

  async function cards(count: number, dueIn: string): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) ids.push(await submitCard(running));
    await running.source.query(`UPDATE timer SET due_at = now() + $2::interval WHERE application_id = ANY($1) AND name = 'desk.due'`, [ids, dueIn]);
    return ids;
  }

  async function rings(ids: string[]): Promise<number[]> {
    const rows: { n: number }[] = await running.source.query(
      `SELECT count(h.revision)::int AS n FROM unnest($1::uuid[]) AS id LEFT JOIN history h ON h.application_id = id AND h.type = 'desk.overdue' GROUP BY id`,
      [ids],
    );
    return rows.map(({ n }) => n);
  }

  const haveRung = (ids: string[]) => async (): Promise<boolean> => (await rings(ids)).every((n) => n > 0);
  const once = async (ids: string[]): Promise<void> => expect(new Set(await rings(ids))).toEqual(new Set([1]));

  it('ring a clock at its moment, without anybody looking', async () => {
    const ids = await cards(3, '400 milliseconds');
    const listening = doorbell.open((error) => failures.push(error));
    expect(await doorbell.hang()).toBe(1);
    await until(haveRung(ids), 'the bell rings');
    await once(ids);
    await listening.close();
  });

  it('hang once, however often they are hung', async () => {
    await cards(2, '50 seconds');
    for (let n = 0; n < 3; n++) await doorbell.hang();
    expect(await backend.queue(CLOCKS_QUEUE).getDelayedCount()).toBe(1);
  });

  it('that are lost lose no deadline: the rounds find it, and a bell that is hung again rings the rest', async () => {
    const [first, second] = [await cards(2, '300 milliseconds'), await cards(2, '45 seconds')];
    const listening = doorbell.open((error) => failures.push(error));
    await doorbell.hang();
    await lose();
    await until(async () => (await timekeeper.ring()) > 0 || haveRung(first)(), 'a round finds it');
    await once(first);
    await running.source.query(`UPDATE timer SET due_at = now() + interval '300 milliseconds' WHERE application_id = ANY($1) AND name = 'desk.due'`, [second]);
    await doorbell.hang();
    await until(haveRung(second), 'the bell that was hung again rings');
    await once([...first, ...second]);
    await listening.close();
  });

  it('that come for a clock that was moved or stopped ring nothing', async () => {
    const [moved = '', stopped = '', due = ''] = [...(await cards(2, '300 milliseconds')), ...(await cards(1, '600 milliseconds'))];
    const listening = doorbell.open((error) => failures.push(error));
    await doorbell.hang();
    await running.source.query(`UPDATE timer SET due_at = now() + interval '1 day' WHERE application_id = $1`, [moved]);
    await running.source.query(`UPDATE timer SET stopped_at = now() WHERE application_id = $1`, [stopped]);
    await until(haveRung([due]), 'the later bell rings');
    expect(await rings([moved, stopped])).toEqual([0, 0]);
    await listening.close();
  });

  it('ring once though a worker dies with the bell in its hand, another takes it up, and rounds go on beside them', async () => {
    const ids = await cards(40, '300 milliseconds');
    const dying = newBackend();
    let isTaken: () => void = () => undefined;
    const taken = new Promise<void>((resolve) => (isTaken = resolve));
    const stuck = { ring: () => (isTaken(), new Promise<number>(() => undefined)) };
    const dead = new Doorbell(running.source, dying, stuck, AHEAD).open(() => undefined);
    await doorbell.hang();
    await taken;
    await dead.close(true);
    const others = [doorbell.open((error) => failures.push(error)), new Doorbell(running.source, backend, timekeeper, AHEAD).open((error) => failures.push(error))];
    await doorbell.hang();
    await Promise.all([timekeeper.ring(), timekeeper.ring()]);
    await until(haveRung(ids), 'everything has rung');
    await once(ids);
    await Promise.all(others.map((other) => other.close()));
    await dying.close();
  });
});
