// `npm test`: everything that shows whether the product holds; `npm run check`: the quick part of it.
import { requireUsableNode } from './lib/node-version.mjs';

requireUsableNode();
import('./test/main.mjs').then(({ test }) => test(process.argv.slice(2))).then((code) => process.exit(code));
