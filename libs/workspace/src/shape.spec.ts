import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './files-below';
import { findRealLookingIds } from './lint/real-ids';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const { compilerOptions } = JSON.parse(read('tsconfig.base.json')) as { compilerOptions: { paths: Record<string, string[]> } };

const files = filesBelow(root);
const code = files.filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith('shape.spec.ts'));

/** The lines of code that match, each with its file. */
const linesWith = (pattern: RegExp) => code.flatMap((file) => read(file).split('\n').filter((line) => pattern.test(line)).map((line) => `${file}: ${line.trim()}`));

describe('the shape of the repository', () => {
  it('names files in kebab-case', () => {
    expect(code.filter((file) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(file, extname(file))) && !file.startsWith('migrations/'))).toEqual([]);
  });

  it('names migrations by their minute and their change', () => {
    const migrations = code.filter((file) => file.startsWith('migrations/') && file !== 'migrations/index.ts');
    expect(migrations.filter((file) => !/^migrations\/\d{8}T\d{4}-[a-z0-9-]+\.ts$/.test(file))).toEqual([]);
  });

  it('has no barrel but the doors of the libraries', () => {
    const doors = new Set(Object.values(compilerOptions.paths).flat().map((path) => path.replace('./', '')));
    expect(code.filter((file) => basename(file) === 'index.ts' && !doors.has(file) && file !== 'migrations/index.ts' && !file.startsWith('bench/'))).toEqual([]);
  });

  it('silences no rule without saying why', () => {
    expect(linesWith(/eslint-disable(?!.* -- \S)/)).toEqual([]);
    expect(linesWith(/@ts-(ignore|nocheck|expect-error)\s*$/)).toEqual([]);
  });

  it('keeps plans elsewhere than in comments', () => {
    expect(linesWith(/\b(TODO|FIXME|XXX)\b/)).toEqual([]);
  });

  it('holds no national id that somebody could have, in data and papers too', () => {
    const papers = files.filter((file) => /\.(json|md|html|csv|yaml|yml)$/.test(file) && !file.endsWith('package-lock.json'));
    expect(papers.flatMap((file) => findRealLookingIds(read(file)).map((id) => `${file}: ${id}`))).toEqual([]);
  });
});
