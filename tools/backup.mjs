// `npm run backup -- FOLDER`: everything that this installation keeps, while it runs.
import { importBundled } from './lib/bundle.mjs';

const { backup } = await importBundled('tools/backup/main.ts');
try {
  process.exit((await backup(process.argv.slice(2), process.env)) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
