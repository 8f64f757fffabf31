// `npm run prove`: walks through every situation of every licence, or of those named.
import { importBundled } from './lib/bundle.mjs';

const { proveAll } = await importBundled('tools/prove.ts');
try {
  process.exit(proveAll(process.argv.slice(2)) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
