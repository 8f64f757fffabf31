// Runs one of the project's own commands under the pinned Node: `node tools/run.mjs jest <file>`.
import { runNode } from './lib/node-runtime.mjs';
import { requireUsableNode } from './lib/node-version.mjs';
import { inRoot } from './lib/paths.mjs';

const commands = {
  build: () => runNode([inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'run-many', '--target=build', '--projects=database,api,worker,sandbox,portal']),
  scenario: (args) => runNode([inRoot('tools', 'scenario.mjs'), ...args]),
  prove: (args) => runNode([inRoot('tools', 'prove.mjs'), ...args]),
  replay: (args) => runNode([inRoot('tools', 'replay.mjs'), ...args]),
  ledger: (args) => runNode([inRoot('tools', 'ledger.mjs'), ...args]),
  bench: (args) => runNode([inRoot('bench', 'run.mjs'), ...args]),
  lint: (args) => runNode([inRoot('tools', 'lint.mjs'), ...args]),
  jest: (args) => runNode([inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...args], { env: { NODE_OPTIONS: jestOptions() } }),
};

/** Jest runs ES modules natively, which Node still keeps behind a flag. */
function jestOptions() {
  return [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' ');
}

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Unknown command "${name ?? ''}". There is: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
requireUsableNode();
process.exit(await command(args));
