import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../../libs/database/src/embedded/free-port';
import { countAsOurs } from '../harness/cpu';

/** A Redis of the bench's own. */
export interface BenchRedis {
  url: string;
  stop(): void;
}

/** Starts redis-server in a temporary folder, its log flushed every second; undefined where none is installed. */
export async function startRedis(): Promise<BenchRedis | undefined> {
  const program = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'redis-server')).find(existsSync);
  if (!program) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'anuyat-bench-redis-'));
  const port = await freePort();
  const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'], { stdio: 'ignore' });
  if (child.pid) countAsOurs(child.pid);
  const url = `redis://127.0.0.1:${port}`;
  const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
  probe.on('error', () => undefined);
  for (let tries = 0; tries < 200 && (await probe.ping().catch(() => '')) !== 'PONG'; tries++) await wait(25);
  probe.disconnect();
  return {
    url,
    stop: () => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
