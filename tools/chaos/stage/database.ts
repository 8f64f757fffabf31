import { chmod, mkdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../libs/database/src/embedded/embedded-postgres';

const TRIES = 60;
const PAUSE_MS = 200;

/** A PostgreSQL of the run's own whose plug can be pulled. What it has confirmed is written before it confirms; only the flush to the disk is left out, for the machine goes on. */
export class MortalDatabase {
  private constructor(
    private readonly dataDir: string,
    private server: EmbeddedPostgres,
  ) {}

  static async start(dataDir: string): Promise<MortalDatabase> {
    await mkdir(dataDir, { recursive: true });
    await chmod(dataDir, 0o755);
    const server = await startEmbeddedPostgres({ dataDir });
    const client = new pg.Client({ connectionString: server.superuserUrl });
    await client.connect();
    await client.query(`ALTER SYSTEM SET fsync = off`);
    await client.query(`SELECT pg_reload_conf()`);
    await client.end();
    return new MortalDatabase(dataDir, server);
  }

  get port(): number {
    return this.server.port;
  }

  get ownerUrl(): string {
    return this.server.ownerUrl;
  }

  get appUrl(): string {
    return this.server.appUrl;
  }

  /** The superuser in the product's database, past all lines. */
  get superuserUrl(): string {
    return Object.assign(new URL(this.server.superuserUrl), { pathname: '/anuyat' }).href;
  }

  /** An immediate stop: every session ends at once, and the next start recovers from the log. */
  async pullThePlug(): Promise<void> {
    process.kill(this.server.pid, 'SIGQUIT');
    await this.server.ended;
  }

  /** Again at the same address, on the same files. */
  async startAgain(): Promise<void> {
    const { port } = this.server;
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.server = await startEmbeddedPostgres({ dataDir: this.dataDir, port });
        return;
      } catch (error) {
        if (attempt === TRIES) throw error;
        await wait(PAUSE_MS);
      }
    }
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
