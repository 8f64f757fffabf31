import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '@anuyat/database/testing';

/** Whether Debian's redis-server is at hand; where it is not, the suite says so by its name. */
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** The run of tests says on which backend, one after the other; by hand both are looked at, where Redis is installed. */
export function backendsToTry(): ('postgres' | 'redis')[] {
  const { REDIS_URL } = process.env;
  if (REDIS_URL !== undefined) return [REDIS_URL === '' ? 'postgres' : 'redis'];
  return hasRedis ? ['postgres', 'redis'] : ['postgres'];
}

/** A Redis of one's own on a free port, without a file on disk. */
export interface TestRedis {
  url: string;
  flush(): Promise<void>;
  stop(): void;
}

export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const server: ChildProcess = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  while ((await client.ping().catch(() => '')) !== 'PONG') await wait(20);
  return {
    url,
    flush: async () => void (await client.flushall()),
    stop: () => {
      client.disconnect();
      server.kill('SIGKILL');
    },
  };
}

/** Waits until something holds, asking again every few milliseconds; gives up loudly. */
export async function until(holds: () => Promise<boolean>, what: string, patienceMs = 15_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await holds()); await wait(15)) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
  }
}
