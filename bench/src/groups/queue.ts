import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningRegistrar } from '@anuyat/registrar';
import { AsynchronousPath } from '../ground/asynchronous-path';
import { carriedProcess, fileCases, theProcess, type Wanted } from '../ground/filing';
import type { Ground } from '../ground/ground';
import { putToUse } from '../ground/in-use';
import { carriedLicence, LANES, portal, walk } from '../ground/process-licence';
import { verifyApplications } from '../ground/verify';
import { median, medianRatio, quantile, ratios, type Round } from '../harness/arithmetic';
import { areNoisy, type Bound, type Findings } from '../harness/bounds';
import { tell } from '../harness/progress';
import { alternate, inFlight, told, type Contender } from '../harness/rounds';

const IN_FLIGHT = 32;
const JOBS_PER_SECOND = 40;
const LATENCY_ROUNDS = 3;
const JOBS_PER_ROUND = 100;

/** G7: the way round of an event, through outbox, courier, queue and workshop, against events that the caller feeds; in slices long against the time of one case. */
export async function measureQueue(ground: Ground): Promise<Findings> {
  const { server, asSuperuser } = await ground.database();
  const running = await ground.registrar();
  await putToUse(ground);
  const redis = await ground.redis();
  const direct: string[] = [];
  const onPostgres = new AsynchronousPath(running, server.appUrl);
  const onRedis = redis ? new AsynchronousPath(running, server.appUrl, redis.url) : undefined;
  const paths: Record<string, AsynchronousPath> = { ...(onRedis ? { redis: onRedis } : {}), postgres: onPostgres };
  const emptyOutbox = (): Promise<unknown> => asSuperuser('TRUNCATE outbox');
  const contenders: Contender[] = [
    {
      name: 'direct',
      prepare: emptyOutbox,
      work: async (seconds) => ({
        done: await inFlight(IN_FLIGHT, seconds, async () => {
          const [applicationId = ''] = await fileCases(running, 1, [carriedProcess]);
          for (const step of walk) await running.registrar.receive({ applicationId, ...step });
          direct.push(applicationId);
          return 1;
        }),
      }),
    },
    ...Object.entries(paths).map(([name, path]) => around(name, path, carriedProcess)),
    ...(onRedis ? [around('redis, all effects', onRedis, theProcess)] : []),
  ];
  const rounds = await alternate('queue', contenders, { rounds: ground.rounds, seconds: ground.seconds * 3 });
  await emptyOutbox();
  const latencies = await measureLatencies(running, paths, redis?.url);
  for (const path of Object.values(paths)) await path.close();
  const expected = { status: 'issued', revision: walk.length + 1 };
  await verifyApplications(running, [...direct, ...Object.values(paths).flatMap(({ carried }) => carried)], { ...expected, definition: carriedLicence });
  await verifyApplications(running, Object.values(paths).flatMap(({ finished }) => finished), expected);
  return {
    bounds: redis ? boundsOf(rounds, latencies) : [],
    notes: {
      ...(redis ? {} : { notMeasured: 'redis-server is not installed; on PostgreSQL nothing is promised' }),
      casesPerSecond: Object.fromEntries(contenders.map(({ name }) => [name, told(median(rounds.map((round) => (round[name]?.done ?? 0) / (round[name]?.seconds ?? 1))))])),
      allEffectsAgainstDirect: redis ? told(medianRatio(rounds, 'redis, all effects', 'direct')) : undefined,
      postgresAgainstDirect: told(medianRatio(rounds, 'postgres', 'direct')),
      milliseconds: Object.fromEntries(Object.entries(latencies).map(([name, each]) => [name, { p50: told(median(each.flat())), p99: told(quantile(each.flat(), 0.99)) }])),
    },
  };
}

function around(name: string, path: AsynchronousPath, wanted: Wanted): Contender {
  return {
    name,
    prepare: () => path.clear(),
    work: async (seconds) => {
      path.start();
      const done = await inFlight(IN_FLIGHT, seconds, () => path.runOne(wanted));
      await path.drain();
      await path.stop();
      return { done };
    },
  };
}

function boundsOf(rounds: readonly Round[], latencies: Record<string, number[][]>): Bound[] {
  const isNoisy = areNoisy(rounds);
  const ours = (latencies['redis'] ?? []).map(median);
  const bare = (latencies['bare'] ?? []).map(median);
  const perRound = ours.map((each, at) => each / (bare[at] ?? Number.NaN));
  return [
    { name: 'G7.redis/direct', what: 'cases the whole way round over BullMQ on Redis against events fed by the caller', sense: '>=', floor: 0.5, reached: medianRatio(rounds, 'redis', 'direct'), rounds: ratios(rounds, 'redis', 'direct'), isNoisy },
    { name: 'G7.latency', what: 'from sending an event to the start of its effect, median at 40 a second, on Redis', sense: '<=', floor: 15, reached: median(ours), rounds: ours, unit: 'ms', isNoisy },
    { name: 'G7.latency/bare', what: 'the same against a bare BullMQ job', sense: '<=', floor: 8, reached: median(perRound), rounds: perRound, isNoisy },
  ];
}

/** Milliseconds from sending to start, by path and round; bare BullMQ on the same Redis among them. */
async function measureLatencies(running: RunningRegistrar, paths: Record<string, AsynchronousPath>, redisUrl: string | undefined): Promise<Record<string, number[][]>> {
  const found: Record<string, number[][]> = {};
  const bare = redisUrl ? bareQueue(redisUrl) : undefined;
  const keep = (name: string, each: number[]): void => {
    (found[name] ??= []).push(each);
    tell(`  latency ${name}: p50 ${told(median(each))} ms, p99 ${told(quantile(each, 0.99))} ms`);
  };
  for (let round = 0; round < LATENCY_ROUNDS; round++) {
    if (bare) keep('bare', await bare.measure());
    for (const [name, path] of Object.entries(paths)) keep(name, await latencyOf(running, path));
  }
  await bare?.close();
  return found;
}

async function latencyOf(running: RunningRegistrar, path: AsynchronousPath): Promise<number[]> {
  const ids = await fileCases(running, JOBS_PER_ROUND);
  await running.registrar.receiveMany(ids.flatMap((applicationId) => walk.slice(0, LANES.length).map((step) => ({ applicationId, ...step }))));
  await running.source.query('DELETE FROM outbox');
  const sent = new Map<string, number>();
  const latencies: number[] = [];
  path.onIssue = (id) => void latencies.push(performance.now() - (sent.get(id) ?? Number.NaN));
  path.start();
  await evenly(ids, async (applicationId) => {
    sent.set(applicationId, performance.now());
    await path.registrar.receive({ applicationId, type: 'fee.paid', actor: portal });
  });
  await path.drain();
  await path.stop();
  path.onIssue = undefined;
  if (latencies.length !== ids.length) throw new Error(`${ids.length} effects were asked for, and ${latencies.length} begun.`);
  return latencies;
}

function bareQueue(url: string): { measure(): Promise<number[]>; close(): Promise<void> } {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue('bare', { connection });
  let latencies: number[] = [];
  const worker = new Worker('bare', (job) => Promise.resolve(void latencies.push(performance.now() - (job.data as { at: number }).at)), { connection, concurrency: 8 });
  return {
    measure: async () => {
      latencies = [];
      const jobs = Array.from({ length: JOBS_PER_ROUND }, (_, at) => at);
      await evenly(jobs, () => queue.add('job', { at: performance.now() }, { removeOnComplete: true }));
      for (const end = Date.now() + 10_000; latencies.length < jobs.length && Date.now() < end; ) await wait(20);
      return latencies;
    },
    close: async () => {
      await worker.close();
      await queue.close();
      connection.disconnect();
    },
  };
}

/** Forty a second, each begun at its own time whether the one before has ended or not. */
async function evenly<T>(things: readonly T[], work: (thing: T) => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  const underWay: Promise<unknown>[] = [];
  for (const [at, thing] of things.entries()) {
    const due = begun + (at * 1_000) / JOBS_PER_SECOND - performance.now();
    if (due > 0) await wait(due);
    underWay.push(work(thing));
  }
  await Promise.all(underWay);
}
