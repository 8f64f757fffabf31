import { spawnSync } from 'node:child_process';
import { inRoot } from './paths.mjs';

/** Runs npm in the repository, the same npm that started us if there was one, and gives back what it said. */
export function npm(args) {
  const own = process.env.npm_execpath;
  const [program, ...first] = own?.endsWith('.js') ? [process.execPath, own] : ['npm'];
  const { status, stdout, error } = spawnSync(program, [...first, ...args], { cwd: inRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 256 * 1_048_576, timeout: 120_000 });
  return { status: status ?? 1, said: stdout ?? '', error };
}
