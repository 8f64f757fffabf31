// Bundles one server application: `node tools/build.mjs api`. Nx calls it and keeps what it made.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { inRoot } from './lib/paths.mjs';

/** The programs of each application; each is one file below dist/ that Node runs as it is. */
const programs = {
  api: ['apps/api/src/main.ts', 'apps/api/src/migrate.ts'],
  worker: ['apps/worker/src/main.ts'],
  sandbox: ['apps/sandbox/src/main.ts'],
};

const [name] = process.argv.slice(2);
const entries = programs[name];
if (!entries) throw new Error(`There is no application "${name}". There is: ${Object.keys(programs).join(', ')}.`);
const missing = entries.filter((entry) => !existsSync(inRoot(entry)));
if (missing.length) throw new Error(`Not found: ${missing.join(', ')}.`);
await bundle(Object.fromEntries(entries.map((entry) => [`dist/apps/${name}/${basename(entry, '.ts')}.mjs`, entry])));
