import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What one run of pgbench says. */
export interface PgbenchRun {
  transactions: number;
  /** Without the time that connecting took. */
  seconds: number;
}

/** Debian's pgbench, wherever it is; undefined where none is installed (the embedded PostgreSQL brings none). */
export function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, 'pgbench')).find(existsSync);
}

/** Runs a script with sixteen clients on two threads, prepared. @throws with what pgbench said when it failed. */
export async function runPgbench(program: string, url: string, name: string, script: string, seconds: number): Promise<PgbenchRun> {
  const folder = mkdtempSync(join(tmpdir(), 'anuyat-pgbench-'));
  const file = join(folder, `${name}.sql`);
  writeFileSync(file, script);
  const { hostname, port, username, password, pathname } = new URL(url);
  const args = ['-n', '-M', 'prepared', '-c', '16', '-j', '2', '-T', String(Math.max(1, Math.round(seconds))), '-f', file, '-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
  const said = await output(program, args, { ...process.env, PGPASSWORD: password }).finally(() => rmSync(folder, { recursive: true, force: true }));
  const transactions = Number(/number of transactions actually processed: (\d+)/.exec(said)?.[1]);
  const rate = Number(/tps = ([\d.]+) \(without/.exec(said)?.[1]);
  if (!(transactions > 0 && rate > 0)) throw new Error(`pgbench: ${said.split('\n').filter((line) => /error/i.test(line)).slice(0, 3).join(' ')}`);
  return { transactions, seconds: transactions / rate };
}

function output(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.once('error', reject);
    child.once('exit', () => resolve(said));
  });
}
