import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../files-below';
import { findCycles, importsOf } from './import-cycles';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const { compilerOptions } = JSON.parse(readFileSync(`${root}tsconfig.base.json`, 'utf8')) as { compilerOptions: { paths: Record<string, [string]> } };
const paths = Object.fromEntries(Object.entries(compilerOptions.paths).map(([name, [path]]) => [name, path.replace('./', '')]));
const made = (files: Record<string, string>) => ({ files: new Map(Object.entries(files)), paths: { '@anuyat/b': 'b/index.ts' } });

describe('imports that lead in a circle', () => {
  it('are nowhere in the repository', () => {
    const files = new Map(filesBelow(root).filter((file) => file.endsWith('.ts')).map((file) => [file, readFileSync(`${root}${file}`, 'utf8')]));
    expect(files.size).toBeGreaterThan(100);
    expect([...files.keys()].flatMap((file) => importsOf(file, { files, paths })).length).toBeGreaterThan(100);
    expect(findCycles({ files, paths })).toEqual([]);
  });

  it('are found within a library and through its door', () => {
    const within = made({ 'a.ts': "import { b } from './b';", 'b.ts': "import {\n  c,\n} from './c';", 'c.ts': "export { a } from './a';" });
    expect(findCycles(within)).toEqual([['a.ts', 'b.ts', 'c.ts', 'a.ts']]);
    const through = made({ 'a.ts': "import { b } from '@anuyat/b';", 'b/index.ts': "import '../a';" });
    expect(findCycles(through)).toEqual([['a.ts', 'b/index.ts', 'a.ts']]);
  });

  it('are not seen where only types go round', () => {
    const types = made({ 'a.ts': "import type { B } from './b';", 'b.ts': "import { type A, type C } from './a';" });
    expect(findCycles(types)).toEqual([]);
  });
});
