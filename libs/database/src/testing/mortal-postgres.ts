import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/embedded-postgres';

/** A PostgreSQL of one spec's own that keeps what it has committed, for pulling its plug. */
export interface MortalPostgres {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** As the machine would: at once, without a word to anybody. */
  kill(): Promise<void>;
  /** Starts it again at the same address, on the same files. */
  revive(): Promise<void>;
  dispose(): Promise<void>;
}

const TRIES = 40;
const PAUSE_MS = 250;

/** Starts one with an empty database; call `dispose` in `afterAll`. */
export async function startMortalPostgres(): Promise<MortalPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'anuyat-test-'));
  await chmod(dataDir, 0o755);
  let server = await startEmbeddedPostgres({ dataDir });
  const { port, superuserUrl, ownerUrl, appUrl } = server;
  return {
    superuserUrl,
    ownerUrl,
    appUrl,
    async kill() {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
    async revive() {
      server = await startAgain(dataDir, port);
    },
    async dispose() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The sessions of a server that was killed end by themselves; until then its files are theirs. */
async function startAgain(dataDir: string, port: number): Promise<EmbeddedPostgres> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startEmbeddedPostgres({ dataDir, port });
    } catch (error) {
      if (attempt === TRIES) throw error;
      await wait(PAUSE_MS);
    }
  }
}
