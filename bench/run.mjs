// `npm run bench`: installs the bench's own packages when they are missing, bundles it and runs it.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundle } from '../tools/lib/bundle.mjs';
import { inRoot } from '../tools/lib/paths.mjs';
import { nodeFlags } from '../tools/start/node-flags.mjs';

/** What runs in the product's own install, and what only the contenders' packages are for; each finds its packages above itself. */
const bundles = {
  'dist/bench/main.mjs': 'bench/src/main.ts',
  'dist/bench/http-server.mjs': 'bench/src/http-server.ts',
  'dist/bench/apps/migrate.mjs': 'apps/api/src/migrate.ts',
  'dist/bench/apps/api.mjs': 'apps/api/src/main.ts',
  'dist/bench/apps/worker.mjs': 'apps/worker/src/main.ts',
  'dist/bench/apps/sandbox.mjs': 'apps/sandbox/src/main.ts',
  'bench/dist/promise.mjs': 'bench/src/promise/main.ts',
  'bench/dist/contenders.mjs': 'bench/src/contenders/index.ts',
};

const say = (line) => process.stderr.write(`${line}\n`);

/** Installs what bench/package-lock.json names, as the product's own packages are installed: no scripts, exact versions. */
async function ensureInstalled() {
  const stamp = inRoot('bench', 'node_modules', '.anuyat-installed');
  const wanted = createHash('sha256').update(readFileSync(inRoot('bench', 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the contenders’ packages (this once)');
  const npm = process.env.npm_execpath;
  const [program, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], { cwd: inRoot('bench'), stdio: ['ignore', 2, 2] });
    child.once('error', reject).once('exit', resolve);
  });
  if (code !== 0) throw new Error('npm could not install the contenders’ packages; what it said stands above.');
  writeFileSync(stamp, wanted);
}

try {
  await ensureInstalled();
  await bundle(bundles);
  process.env.ANUYAT_BENCH_CONTENDERS = inRoot('bench', 'dist', 'contenders.mjs');
  process.env.ANUYAT_BENCH_NODE_FLAGS = JSON.stringify(nodeFlags);
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'promise') {
    const { benchPromise } = await import(inRoot('bench', 'dist', 'promise.mjs'));
    process.exit(await benchPromise(rest.map((arg) => (arg.startsWith('--') ? arg : resolve(process.env.INIT_CWD ?? '.', arg)))));
  }
  const { bench } = await import(inRoot('dist', 'bench', 'main.mjs'));
  process.exit(await bench(process.argv.slice(2)));
} catch (error) {
  say(error.message);
  process.exit(2);
}
