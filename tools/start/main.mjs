import { join } from 'node:path';
import { ensureInstalled } from '../lib/install.mjs';
import { Refusal, say, step } from '../lib/say.mjs';
import { buildAll } from './build.mjs';
import { emptyDataDir, openDataDir } from './data-dir.mjs';
import { programEnvironment } from './environment.mjs';
import { keepPostgres, removePostgres } from './postgres.mjs';
import { freeFrom, requireAnswer, requireFree } from './ports.mjs';
import { Program, runOnce } from './program.mjs';
import { untilReady } from './ready.mjs';
import { takeRunFile } from './run-file.mjs';
import { findMail } from './mail.mjs';
import { findScanner } from './scanner.mjs';
import { seedOnce } from './seed.mjs';
import { readSettings } from './settings.mjs';
import { stopOnSignals } from './stop.mjs';
import { welcome } from './welcome.mjs';

/** Everything from a fresh clone to a portal that answers; then stays until it is told to stop. */
export async function start(args) {
  const running = stopOnSignals();
  try {
    await bringUp(readSettings(args, process.env), running);
  } catch (error) {
    await running.end(error);
  }
}

async function bringUp(settings, running) {
  const { port, dataDir, publicUrl } = settings;
  await requireGround(settings);
  say('Anuyat');
  await ensureInstalled();
  await step('Building', () => buildAll(join(dataDir, 'logs', 'build.log')));
  const addresses = await step('Opening the database', () => openDatabase(settings, running));
  const sandboxPort = settings.sandboxPort ?? (await freeFrom(port + 1));
  const scanner = await findScanner(process.env, sandboxPort + 1);
  const plain = programEnvironment(settings, addresses.databaseUrl, sandboxPort);
  const mail = await findMail(process.env, Number(scanner.env.SANDBOX_SCANNER_PORT ?? sandboxPort) + 1, plain.SANDBOX_URL);
  const env = { ...plain, ...scanner.env, ...mail.env };
  const logFile = (name) => join(dataDir, 'logs', `${name}.log`);

  await step('Migrating it', () =>
    runOnce({ name: 'The migration', script: 'dist/apps/api/migrate.mjs', env: { ...env, DATABASE_MIGRATE_URL: addresses.migrateUrl }, logFile: logFile('migrate') }));
  const gone = new AbortController();
  const onGivenUp = (why) => (gone.abort(why), running.end(why));
  const programs = ['sandbox', 'api', 'worker'].map((name) => new Program({ name, script: `dist/apps/${name}/main.mjs`, env, logFile: logFile(name), onGivenUp }));
  await step('Starting sandbox, api and worker', async () => {
    for (const program of programs) {
      running.add(program);
      program.start();
    }
    await untilReady(`http://127.0.0.1:${port}/api/health/ready`, gone.signal);
  });
  for (const program of programs) program.keepAlive();
  await seedOnce({ dataDir, portalUrl: `http://127.0.0.1:${port}`, sandboxUrl: process.env.SANDBOX_URL, migrateUrl: addresses.migrateUrl });
  await welcome({ publicUrl, sandboxUrl: env.SANDBOX_URL, dataDir, scanner: scanner.told, mail: mail.told });
}

/** What can be refused is refused before anything slow begins. */
async function requireGround({ port, sandboxPort, dataDir, databaseUrl, redisUrl }) {
  openDataDir(dataDir);
  const { wasCutShort } = takeRunFile(dataDir, port);
  const patience = wasCutShort ? 12_000 : 0;
  await requireFree(port, 'PORT', patience);
  if (sandboxPort === port) throw new Refusal(`PORT and SANDBOX_PORT are both ${port}; the sandbox needs a port of its own.`);
  if (sandboxPort) await requireFree(sandboxPort, 'SANDBOX_PORT', patience);
  if (databaseUrl) await requireAnswer('DATABASE_URL', databaseUrl, 5432);
  if (redisUrl) await requireAnswer('REDIS_URL', redisUrl, 6379);
}

/** The database that was named, or our own; emptied first when starting over was asked for. */
async function openDatabase({ databaseUrl, migrateUrl, dataDir, isReset }, running) {
  if (databaseUrl) return { databaseUrl, migrateUrl };
  if (isReset) {
    await removePostgres(dataDir);
    emptyDataDir(dataDir);
  }
  const postgres = await keepPostgres(dataDir, (why) => running.end(why));
  running.add(postgres);
  return { databaseUrl: postgres.appUrl, migrateUrl: postgres.ownerUrl };
}
