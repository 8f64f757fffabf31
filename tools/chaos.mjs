// `npm run chaos`: hurts the product in every way while people use it, and checks what has to hold afterwards.
import { bundle } from './lib/bundle.mjs';
import { inRoot } from './lib/paths.mjs';
import { nodeFlags } from './start/node-flags.mjs';

const names = ['main', 'programs/prepare', 'programs/api', 'programs/worker', 'programs/sandbox'];
await bundle(Object.fromEntries(names.map((name) => [`dist/chaos/${name}.mjs`, `tools/chaos/${name}.ts`])));
const { chaos } = await import(inRoot('dist/chaos/main.mjs'));
try {
  process.exit((await chaos(process.argv.slice(2), { folder: inRoot('dist/chaos/programs'), flags: nodeFlags })) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
