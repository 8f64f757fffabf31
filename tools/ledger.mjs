// `npm run ledger -- verify`: checks the ledger of a database, or an exported history; `npm run ledger -- seal`: signs a root now.
import { importBundled } from './lib/bundle.mjs';

const { ledger } = await importBundled('tools/ledger/main.ts');
try {
  process.exit((await ledger(process.argv.slice(2), process.env)) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
