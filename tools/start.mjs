// `npm start`: from a fresh clone to a running portal. Node's own modules only, for nothing is installed yet.
import { requireUsableNode } from './lib/node-version.mjs';

requireUsableNode();
import('./start/main.mjs').then(({ start }) => start(process.argv.slice(2)));
