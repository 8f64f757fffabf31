// `npm run replay`: rebuilds every application of a database from its history and compares it with what is stored.
import { importBundled } from './lib/bundle.mjs';

const { replay } = await importBundled('tools/replay.ts');
try {
  process.exit((await replay(process.argv.slice(2), process.env)) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
