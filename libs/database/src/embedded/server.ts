import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { freePort } from './free-port';
import { stopWithParent } from './leash';

/** Small enough for a shared machine, enough connections for api, worker and one pool per queue. */
const memory = { shared_buffers: '64MB', max_connections: '120', io_method: 'sync', jit: 'off', autovacuum_max_workers: '2', max_parallel_workers: '2' };

/** For tests only: a crash of the machine may lose everything. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** What one start of a server needs to know. */
export interface ServerStart {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly dataFolder: string;
  readonly logFile: string;
  readonly isThrowaway: boolean;
  /** Absent: any port that is free. */
  readonly port?: number;
}

/** A running PostgreSQL on a free port of this machine's own address. */
export interface Server {
  readonly port: number;
  readonly pid: number;
  /** Resolves with a sentence when the server ends before anyone asked it to. */
  readonly ended: Promise<string>;
  /** Ends open sessions and stops; safe to call twice. */
  stop(): Promise<void>;
}

/** Starts the server and resolves when it takes connections; a server left over from a killed start is stopped first. */
export async function startServer(start: ServerStart): Promise<Server> {
  await stopLeftOver(start);
  const port = start.port ?? (await freePort());
  const child = launch(start, port);
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    const isDone = await Promise.race([exit.then(() => true), wait(15_000, false, { ref: false })]);
    if (!isDone) child.kill('SIGQUIT');
    await exit;
  };
  await untilReady(start, child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', () => {
      if (!isStopping) resolve(`PostgreSQL ended by itself. Its last words are in ${start.logFile}.`);
    });
  });
  return { port, pid: child.pid ?? 0, ended, stop };
}

/** In a session of its own, so that Ctrl-C in a terminal reaches those who must stop before it, first. */
function launch({ binaries, account, dataFolder, logFile, isThrowaway }: ServerStart, port: number): ChildProcess {
  const settings = { ...memory, ...(isThrowaway ? careless : {}), listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', log_line_prefix: '%m [%p] %d ' };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const isLong = existsSync(logFile) && statSync(logFile).size > 5_000_000;
  const log = openSync(logFile, isLong ? 'w' : 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', dataFolder, ...args], { ...account, cwd: dataFolder, detached: true, stdio: ['ignore', log, log], env: { LC_ALL: 'C', TZ: 'UTC' } });
  closeSync(log);
  if (child.pid) stopWithParent(child.pid, join(dataFolder, 'postmaster.pid'));
  return child;
}

/** The server writes "ready" on the last line of its own pid file once it takes connections. */
async function untilReady({ dataFolder, logFile }: ServerStart, child: ChildProcess): Promise<void> {
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', () => (failure ??= lastWords(logFile)));
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await wait(15)) {
    if (failure !== undefined) throw new Error(`PostgreSQL did not start: ${failure}`);
    const lines = readIfThere(join(dataFolder, 'postmaster.pid')).split('\n');
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return;
  }
  throw new Error(`PostgreSQL did not become ready within a minute: ${lastWords(logFile)}`);
}

/** A start that was killed leaves its server running, or only its pid file; both are cleared, the data stays whole. */
export async function stopLeftOver({ binaries, account, dataFolder }: Pick<ServerStart, 'binaries' | 'account' | 'dataFolder'>): Promise<void> {
  const pidFile = join(dataFolder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const ctl = (...args: string[]) => spawnSync(binaries.ctl, [...args, '-D', dataFolder], { ...account, cwd: '/' }).status === 0;
  if (!ctl('status')) return;
  if (!ctl('stop', '-m', 'fast', '-w', '-t', '30') && !ctl('stop', '-m', 'immediate', '-w', '-t', '10')) {
    throw new Error(`An earlier PostgreSQL still runs on ${dataFolder} (process ${readIfThere(pidFile).split('\n')[0]}) and does not stop. End it and start again.`);
  }
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const lastWords = (logFile: string) => readIfThere(logFile).trim().split('\n').slice(-3).join(' ') || 'it said nothing';
