// `npm run seals -- list`: the agencies' signing keys; `npm run seals -- rotate AGENCY`: new ones, at once and without a pause.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importBundled } from './lib/bundle.mjs';
import { readSettings } from './start/settings.mjs';
import { keepSecrets } from './start/data-dir.mjs';

const { seals } = await importBundled('apps/worker/src/signing-keys.ts');
try {
  const { dataDir } = readSettings([], process.env);
  const secrets = process.env.DATABASE_URL || !existsSync(join(dataDir, 'secrets.json')) ? {} : keepSecrets(dataDir, process.env);
  for (const line of await seals(process.argv.slice(2), { ...secrets, DATA_DIR: dataDir, ...process.env })) console.log(line);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
