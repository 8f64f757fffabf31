import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../lib/free-port.mjs';
import { inRoot } from '../lib/paths.mjs';
import { lastLines } from '../lib/say.mjs';
import { findChromium } from '../test/chromium.mjs';

/** Before the first browser test: the whole product as `npm start` runs it, with a folder of its own, and a Chromium. */
export default async function browserUp() {
  Object.assign(process.env, await findChromium());
  if (process.env.ANUYAT_URL) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'anuyat-e2e-'));
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|JEST_|DATABASE_|REDIS_URL|npm_lifecycle_event|PUBLIC_URL|SANDBOX_)/.test(name)));
  const child = spawn(process.execPath, [inRoot('tools', 'start.mjs')], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, PORT: String(port), DATA_DIR: dataDir } });
  globalThis.anuyatProduct = { child, dataDir };
  process.env.ANUYAT_URL = `http://localhost:${port}`;
  process.env.ANUYAT_PID = String(child.pid);
  process.env.ANUYAT_DATA_DIR = dataDir;
  await untilItRuns(child);
}

function untilItRuns(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (data) => {
      said += data;
      if (said.includes('Anuyat runs at')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`The product did not start. It said:\n${lastLines(said, 60)}`)));
  });
}
