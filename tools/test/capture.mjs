import { spawn } from 'node:child_process';
import { pinnedNode, toolEnvironment } from '../lib/node-runtime.mjs';
import { inRoot } from '../lib/paths.mjs';

/** Runs a Node program to its end and keeps what it says; Jest's JSON, which goes to stdout, is left out. */
export function capture(args, { env = {}, isOutputShort = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const keep = (data) => (output += data);
    const child = spawn(pinnedNode(), args, { cwd: inRoot(), stdio: ['ignore', isOutputShort ? 'ignore' : 'pipe', 'pipe'], env: toolEnvironment({ FORCE_COLOR: '0', NO_COLOR: '1', ...env }) });
    const endWithUs = () => child.kill();
    process.once('exit', endWithUs);
    child.stdout?.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => {
      process.off('exit', endWithUs);
      resolve({ code: code ?? 1, output });
    });
  });
}
