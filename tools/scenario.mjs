// `npm run scenario -- restaurant`: drives a running portal over HTTP as its people, and prints the lanes as they move.
import { importBundled } from './lib/bundle.mjs';

const { runScenario } = await importBundled('apps/sandbox/src/run-scenario.ts');
try {
  await runScenario(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
