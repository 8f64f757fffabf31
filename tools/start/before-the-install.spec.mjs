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

/** Files of ours that a program loads, itself among them. */
function filesOf(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?:[^'"]*\sfrom\s)?['"](\.[^'"]+)['"]/gm)) filesOf(join(dirname(file), name), seen);
  return seen;
}

describe('what runs before the packages are installed', () => {
  it.each(['tools/start.mjs', 'tools/start/main.mjs', 'tools/test.mjs', 'tools/test/main.mjs', 'tools/run.mjs'])('%s asks for none of them as it is loaded', (program) => {
    expect(packagesOf(inRoot(program))).toEqual([]);
  });

  it('would be found out', () => {
    expect(packagesOf(inRoot('tools/lint.mjs'))).toEqual(['eslint, asked for by tools/lint.mjs']);
  });

  it('loads no program that was built for a newer Node into itself', () => {
    expect([...filesOf(inRoot('tools/start.mjs')), inRoot('tools/start/main.mjs')].flatMap((file) => [...filesOf(file)]).filter((file) => /import\([^)]*'dist', 'apps'/.test(readFileSync(file, 'utf8')))).toEqual([]);
    expect(readFileSync(inRoot('tools/start/fill.mjs'), 'utf8')).toMatch(/import\([^)]*'dist', 'apps'/);
  });
});
