import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRoot } from './paths.mjs';

/** The Node that the project pins; before it is installed, the one that runs now. */
export function pinnedNode() {
  const pinned = inRoot('node_modules', '.bin', 'node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** Environment in which `node` and every tool of the project are the pinned ones. */
export function toolEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: [inRoot('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
    NX_DAEMON: 'false',
    NX_ISOLATE_PLUGINS: 'false',
    NX_NO_CLOUD: 'true',
    NX_SKIP_NATIVE_FILE_CACHE: 'true',
    NG_CLI_ANALYTICS: 'false',
    ...extra,
  };
}

/** Runs a program under the pinned Node with this terminal, and resolves with its exit code. */
export function runNode(args, { env = {}, cwd = inRoot() } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode(), args, { cwd, stdio: 'inherit', env: toolEnvironment(env) });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}
