import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { pinnedNode, toolEnvironment } from '../lib/node-runtime.mjs';
import { inRoot } from '../lib/paths.mjs';
import { lastLines, Refusal } from '../lib/say.mjs';

const projects = ['database', 'api', 'worker', 'sandbox', 'portal'];

/** Builds what a running portal needs; what did not change since the last time comes out of Nx's cache. */
export async function buildAll(logFile) {
  const log = openSync(logFile, 'w', 0o600);
  const args = [inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'run-many', '--target=build', `--projects=${projects.join(',')}`, '--output-style=static'];
  const child = spawn(pinnedNode(), args, { cwd: inRoot(), stdio: ['ignore', log, log], env: toolEnvironment({ FORCE_COLOR: '0', NO_COLOR: '1' }) });
  closeSync(log);
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  process.off('exit', endWithUs);
  if (code !== 0) throw new Refusal(`The build did not succeed. It said (${logFile}):\n${lastLines(failuresIn(readFileSync(logFile, 'utf8')), 60)}`);
}

/** What the failed tasks said, out of what all of them said. */
function failuresIn(said) {
  const failed = [...(said.split('Failed tasks:')[1] ?? '').matchAll(/^- (\S+)/gm)].map(([, task]) => task);
  const parts = said.split(/^(?=> nx run )/m).filter((part) => failed.some((task) => part.startsWith(`> nx run ${task}`)));
  return parts.join('\n').split('\n\n\n')[0] || said;
}
