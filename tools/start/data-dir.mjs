import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../lib/say.mjs';

/** Shows that a folder is ours, so that starting over never empties another program's folder. */
const mark = 'anuyat-data';

const secrets = ['SESSION_SECRET', 'OIDC_CLIENT_SECRET', 'DGA_CLIENT_SECRET', 'GDX_CONSUMER_SECRET', 'BANK_CALLBACK_SECRET', 'SEAL_SECRET', 'AUTHORITY_SECRET'];

/** Makes the folder that holds everything a running Anuyat keeps; throws a sentence when it may not be written. */
export function openDataDir(dataDir) {
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    writeFileSync(join(dataDir, mark), 'Everything that this Anuyat keeps is in this folder.\n');
  } catch (error) {
    throw new Refusal(`${dataDir} may not be written to (${error.code ?? error.message}). Give yourself the right to write there, or choose another folder: DATA_DIR=/path/to/folder npm start`);
  }
}

/** Removes what the folder holds; the database must be gone already. */
export function emptyDataDir(dataDir) {
  if (!existsSync(join(dataDir, mark))) return;
  const kept = new Set([mark, 'run.json', 'logs', 'build.log']);
  for (const folder of [dataDir, join(dataDir, 'logs')]) {
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** The secrets of this installation; made once, readable by their owner only. The environment's own come first. */
export function keepSecrets(dataDir, environment) {
  const file = join(dataDir, 'secrets.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = secrets.filter((name) => !known[name]);
  const kept = { ...known, ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('base64url')])) };
  if (missing.length) writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, environment[name] || value]));
}
