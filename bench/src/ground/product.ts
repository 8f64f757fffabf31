import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../libs/database/src/embedded/free-port';
import { countAsOurs } from '../harness/cpu';

/** The product's programs as `npm start` runs them, on a database that is given. */
export interface Product {
  url: string;
  /** Process of each program. */
  pids: Record<string, number>;
  stop(): Promise<void>;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const READY_MS = 60_000;

/** Migrates and fills the database, and starts sandbox, api and worker. @throws with a program's last words when it does not come up. */
export async function startProduct(databaseUrl: string, ownerUrl: string): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anuyat-bench-data-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const secret = (): string => randomBytes(32).toString('base64url');
  const sandboxUrl = `http://localhost:${sandboxPort}`;
  const url = `http://localhost:${port}`;
  const portal = resolve(here, '..', 'apps', 'portal');
  const env = {
    ...process.env, NODE_ENV: 'production', PORT: String(port), PUBLIC_URL: url, DATABASE_URL: databaseUrl, DATABASE_MIGRATE_URL: ownerUrl, REDIS_URL: '', DATA_DIR: dataDir,
    SANDBOX_PORT: String(sandboxPort), SANDBOX_URL: sandboxUrl, SCANNING: 'off', OIDC_ISSUER: sandboxUrl, OIDC_CLIENT_ID: 'anuyat', OIDC_CLIENT_SECRET: secret(),
    DGA_ISSUER: `${sandboxUrl}/dga`, DGA_CLIENT_ID: 'anuyat', DGA_CLIENT_SECRET: secret(), GDX_URL: sandboxUrl, GDX_CONSUMER_KEY: 'anuyat', GDX_CONSUMER_SECRET: secret(),
    AUTHORITY_URL: sandboxUrl, AUTHORITY_SECRET: secret(), TIME_STAMP_URL: `${sandboxUrl}/tsa`, SEAL_SECRET: secret(),
    SESSION_SECRET: secret(), BANK_CALLBACK_SECRET: secret(), BANK_URL: sandboxUrl, PORTAL_DIR: existsSync(join(portal, 'index.html')) ? portal : '',
  };
  const logOf = (name: string): string => join(dataDir, `${name}.log`);
  const run = (name: string): ChildProcess => {
    const log = openSync(logOf(name), 'a');
    const child = spawn(process.execPath, [...nodeFlags(), join(here, 'apps', `${name}.mjs`)], { env, stdio: ['ignore', log, log] });
    closeSync(log);
    if (child.pid) countAsOurs(child.pid);
    return child;
  };
  const lastWords = (name: string): string => readFileSync(logOf(name), 'utf8').trim().split('\n').slice(-8).join('\n');

  const [code] = (await once(run('migrate'), 'exit')) as [number];
  if (code !== 0) throw new Error(`The migration did not succeed:\n${lastWords('migrate')}`);
  const programs = Object.fromEntries(['sandbox', 'api', 'worker'].map((name) => [name, run(name)]));
  const stop = async (): Promise<void> => {
    await Promise.all(Object.values(programs).map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([exit, wait(10_000)]);
      child.kill('SIGKILL');
    }));
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    for (const end = Date.now() + READY_MS; !(await isReady(url)); await wait(100)) {
      const gone = Object.entries(programs).find(([, child]) => child.exitCode !== null);
      if (gone ?? Date.now() > end) throw new Error(`The ${gone?.[0] ?? 'api'} did not come up:\n${lastWords(gone?.[0] ?? 'api')}`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pids: Object.fromEntries(Object.entries(programs).map(([name, { pid }]) => [name, pid ?? 0])), stop };
}

/** The flags of `npm start`, told by bench/run.mjs. */
function nodeFlags(): string[] {
  return JSON.parse(process.env['ANUYAT_BENCH_NODE_FLAGS'] ?? '[]') as string[];
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/api/health/ready`).then(({ ok }) => ok, () => false);
}
