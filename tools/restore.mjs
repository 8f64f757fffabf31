// `npm run restore -- FOLDER`: puts a backup into a new data folder and looks whether everything is whole; `--check` looks only.
import { importBundled } from './lib/bundle.mjs';

const { restore } = await importBundled('tools/backup/main.ts');
try {
  process.exit((await restore(process.argv.slice(2), process.env)) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
