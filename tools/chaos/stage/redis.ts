import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../../libs/database/src/embedded/free-port';

/** Whether Debian's redis-server is at hand. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of the run's own that keeps nothing on a disk: killed, it comes back empty. */
export class MortalRedis {
  private readonly client: Redis;
  private server: ChildProcess;

  private constructor(
    readonly port: number,
    server: ChildProcess,
  ) {
    this.server = server;
    this.client = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 50, maxRetriesPerRequest: null });
    this.client.on('error', () => undefined);
  }

  static async start(): Promise<MortalRedis> {
    const port = await freePort();
    const redis = new MortalRedis(port, launch(port));
    await redis.untilReady();
    return redis;
  }

  /** FLUSHALL. */
  async empty(): Promise<void> {
    await this.client.flushall();
  }

  async kill(): Promise<void> {
    const exit = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await exit;
  }

  async startAgain(): Promise<void> {
    this.server = launch(this.port);
    await this.untilReady();
  }

  async stop(): Promise<void> {
    this.client.disconnect();
    await this.kill();
  }

  private async untilReady(): Promise<void> {
    while ((await this.client.ping().catch(() => '')) !== 'PONG') await wait(20);
  }
}

function launch(port: number): ChildProcess {
  return spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no', '--bind', '127.0.0.1', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
}
