import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../../libs/database/src/embedded/free-port';
import type { PatienceName } from '../programs/patience';
import { MortalDatabase } from './database';
import { openLines, type Lines } from './lines';
import { letPeopleIn, type People } from './people';
import { Program } from './program';
import { MortalRedis } from './redis';
import { settingsOf, type Settings } from './settings';

export interface GroundOptions {
  /** Folder of the bundled programs. */
  programs: string;
  flags: readonly string[];
  isOnRedis: boolean;
  patience: PatienceName;
  workers: number;
  applicants: number;
}

/** The whole product as it runs, on a database of its own, with a line on every way and each part mortal. */
export interface Ground {
  url: string;
  folder: string;
  database: MortalDatabase;
  redis: MortalRedis | undefined;
  lines: Lines;
  api: Program;
  workers: Program[];
  sandbox: Program;
  people: People;
  /** Starts a program anew beside the old one, and ends the old one once people are led to the new. @returns how long the end took. */
  replaceApi(): Promise<number>;
  replaceWorker(at: number): Promise<number>;
  settings: Settings;
  /** Ends everything; with `isKept` the folder stays. */
  close(isKept?: boolean): Promise<void>;
}

/** Starts everything. @throws with a program's last words when it does not come up; then nothing of it runs any more. */
export async function startGround(options: GroundOptions): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'anuyat-chaos-'));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const ends: (() => Promise<unknown>)[] = [() => Promise.resolve(rmSync(folder, { recursive: true, force: true }))];
  const close = async (isKept = false): Promise<void> => {
    if (isKept) ends.shift();
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const database = await MortalDatabase.start(join(folder, 'database'));
    ends.push(() => database.stop());
    const redis = options.isOnRedis ? await MortalRedis.start() : undefined;
    if (redis) ends.push(() => redis.stop());
    const ports = { api: await freePort(), sandbox: await freePort(), scanner: await freePort(), mail: await freePort() };
    let apiPort = ports.api;
    const lines = await openLines({ ...ports, api: () => apiPort, database: () => database.port, queue: () => redis?.port ?? 0 });
    ends.push(() => Promise.all(Object.values(lines).map((line) => line.close())));
    const settings = settingsOf({ lines, ports, dataDir, appUrl: database.appUrl, ownerUrl: database.ownerUrl, hasRedis: redis !== undefined, patience: options.patience });
    const program = (name: string, file = name, more: Record<string, string> = {}): Program =>
      new Program({ name, file: join(options.programs, `${file}.mjs`), flags: options.flags, env: { ...settings.environment, ...more }, log: join(folder, `${name}.log`) });
    settings.environment['CHAOS_SANDBOX'] = JSON.stringify(settings.sandbox);
    await prepare(options, settings, join(folder, 'prepare.log'));
    const people = await onDatabase(database.superuserUrl, (client) => letPeopleIn(client, options.applicants));
    const [sandbox, api] = [program('sandbox'), program('api')];
    const workers = Array.from({ length: options.workers }, (_, at) => program(`worker-${at + 1}`, 'worker'));
    ends.push(() => Promise.all([sandbox, api, ...workers].map((each) => each.stop())));
    await sandbox.start();
    await Promise.all([api, ...workers].map((each) => each.start()));
    const ground: Ground = {
      url: settings.environment['PUBLIC_URL'] ?? '', folder, database, redis, lines, api, workers, sandbox, people, settings, close,
      async replaceApi() {
        const port = await freePort();
        const [old, next] = [ground.api, program('api', 'api', { PORT: String(port) })];
        ends.push(() => next.stop());
        await next.startAmongFaults();
        [apiPort, ground.api] = [port, next];
        return timed(() => old.end());
      },
      async replaceWorker(at) {
        const [old, next] = [workers[at], program(`worker-${at + 1}`, 'worker')];
        ends.push(() => next.stop());
        await next.startAmongFaults();
        workers[at] = next;
        return timed(async () => old?.end());
      },
    };
    return ground;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Milliseconds. */
async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round(performance.now() - begun);
}

async function prepare({ programs, flags }: GroundOptions, { environment }: Settings, log: string): Promise<void> {
  const out = openSync(log, 'a');
  const child = spawn(process.execPath, [...flags, join(programs, 'prepare.mjs')], { env: { ...environment, REDIS_URL: '' }, stdio: ['ignore', out, out] });
  closeSync(out);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The database could not be prepared:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}
