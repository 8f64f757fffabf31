// Bundles the programs of one project: `node tools/build.mjs api`. Nx calls it and keeps what it made.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { bundleProver, provedByTheBuild } from './lib/release-proofs.mjs';
import { inRoot } from './lib/paths.mjs';

/** The programs of each project; each is one file below dist/ that Node runs as it is. */
const programs = {
  api: ['apps/api/src/main.ts', 'apps/api/src/migrate.ts'],
  worker: ['apps/worker/src/main.ts'],
  sandbox: ['apps/sandbox/src/main.ts', 'apps/sandbox/src/run-scenario.ts'],
  database: ['tools/embedded-postgres.ts'],
};

const [name] = process.argv.slice(2);
const entries = programs[name];
if (!entries) throw new Error(`There is nothing to build in "${name}". There is: ${Object.keys(programs).join(', ')}.`);
const missing = entries.filter((entry) => !existsSync(inRoot(entry)));
if (missing.length) throw new Error(`Not found: ${missing.join(', ')}.`);
const folder = name === 'database' ? 'dist/tools' : `dist/apps/${name}`;
try {
  const define = name === 'api' ? { ANUYAT_RELEASED_PROOFS: JSON.stringify(await provedByTheBuild(await bundleProver(folder))) } : {};
  await bundle(Object.fromEntries(entries.map((entry) => [`${folder}/${basename(entry, '.ts')}.mjs`, entry])), { define });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
