import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { lastLines, Refusal, step } from './say.mjs';

const lockFile = inRoot('package-lock.json');
const stampFile = inRoot('node_modules', '.anuyat-installed');

/** Installs exactly what the lock file names, unless that is there already; an install that was cut short is done again. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (!isInstalledByHand()) {
    requireWritable();
    await step('Installing packages (a minute or two, this once)', installFromLock);
  }
  writeFileSync(stampFile, wanted);
}

/** npm writes its own record last, so it is there only when an install came to its end. */
function isInstalledByHand() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  const isSame = ([path, { version }]) => wanted[path]?.version === version;
  const isThere = ([path, { optional, devOptional, peer }]) => path === '' || optional || devOptional || peer || path in present;
  return Object.entries(present).every(isSame) && Object.entries(wanted).every(isThere);
}

function requireWritable() {
  try {
    accessSync(inRoot(), constants.W_OK);
  } catch {
    throw new Refusal(`The packages cannot be installed because ${inRoot()} may not be written to. Clone the repository into a folder of your own, or give yourself the right to write there.`);
  }
}

function installFromLock() {
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [program, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(program, [...first, ...args], { cwd: inRoot(), stdio: ['ignore', 'pipe', 'pipe'] });
    process.once('exit', () => child.kill());
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('error', (error) => reject(new Refusal(`npm could not be run: ${error.message}`)));
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Refusal(`npm could not install the packages. It said:\n${lastLines(said)}\n  Check that this machine reaches the npm registry, then start again.`))));
  });
}
