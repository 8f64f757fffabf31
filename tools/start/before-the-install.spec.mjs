import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../lib/paths.mjs';

/** What a program asks for as it is loaded, through all files of ours: the packages, each with who asks. */
function packagesOf(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const asked = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?:[^'"]*\sfrom\s)?['"]([^'"]+)['"]/gm)].map(([, name]) => name);
  return asked.flatMap((name) => {
    if (name.startsWith('node:')) return [];
    return name.startsWith('.') ? packagesOf(join(dirname(file), name), seen) : [`${name}, asked for by ${file.slice(inRoot().length + 1)}`];
  });
}

describe('what runs before the packages are installed', () => {
  it.each(['tools/start.mjs', 'tools/start/main.mjs', 'tools/test.mjs', 'tools/test/main.mjs', 'tools/run.mjs'])('%s asks for none of them as it is loaded', (program) => {
    expect(packagesOf(inRoot(program))).toEqual([]);
  });

  it('would be found out', () => {
    expect(packagesOf(inRoot('tools/lint.mjs'))).toEqual(['eslint, asked for by tools/lint.mjs']);
  });
});
