// Runs one of the project's own commands under the pinned Node: `node tools/run.mjs jest <file>`.
import { runNode } from './lib/node-runtime.mjs';
import { requireUsableNode } from './lib/node-version.mjs';
import { inRoot } from './lib/paths.mjs';

const commands = {
  build: () => runNode([inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'run-many', '--target=build', '--projects=database,api,worker,sandbox,portal']),
  scenario: (args) => runNode([inRoot('tools', 'scenario.mjs'), ...args]),
  prove: (args) => runNode([inRoot('tools', 'prove.mjs'), ...args]),
  replay: (args) => runNode([inRoot('tools', 'replay.mjs'), ...args]),
  chaos: (args) => runNode([inRoot('tools', 'chaos.mjs'), ...args]),
  seals: (args) => runNode([inRoot('tools', 'seals.mjs'), ...args]),
  ledger: (args) => runNode([inRoot('tools', 'ledger.mjs'), ...args]),
  backup: (args) => runNode([inRoot('tools', 'backup.mjs'), ...args]),
  restore: (args) => runNode([inRoot('tools', 'restore.mjs'), ...args]),
  bench: (args) => runNode([inRoot('bench', 'run.mjs'), ...args]),
  fuzz: (args) => runNode([inRoot('node_modules', 'jest', 'bin', 'jest.js'), 'apps/api/src/fuzz', '--selectProjects', 'db'], { env: { NODE_OPTIONS: jestOptions(), ...fuzzWishes(args) } }),
  lint: (args) => runNode([inRoot('tools', 'lint.mjs'), ...args]),
  jest: (args) => runNode([inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...args], { env: { NODE_OPTIONS: jestOptions() } }),
};

/** `--seed N --requests N`, as the spec reads them; 20,000 requests and a seed of chance unless told. */
function fuzzWishes(args) {
  const wish = (name, otherwise) => args[args.indexOf(`--${name}`) + 1] && args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : String(otherwise);
  const wishes = { FUZZ_SEED: wish('seed', Math.floor(Math.random() * 2 ** 31)), FUZZ_REQUESTS: wish('requests', 20_000) };
  console.log(`Random requests: --seed ${wishes.FUZZ_SEED} --requests ${wishes.FUZZ_REQUESTS}`);
  return wishes;
}

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
