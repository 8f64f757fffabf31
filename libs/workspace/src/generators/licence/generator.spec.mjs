import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree.js';
import { inRoot } from '../../../../../tools/lib/paths.mjs';
import licence from './generator.mjs';

const { compilerOptions } = JSON.parse(readFileSync(inRoot('tsconfig.base.json'), 'utf8'));
const { resolve } = createRequire(import.meta.url);

describe('nx g licence', () => {
  let folder;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anuyat-generator-'));
    cpSync(inRoot('workflows'), join(folder, 'workflows'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const generate = async (options) => {
    const tree = new FsTree(folder, false);
    await licence(tree, options);
    const changes = tree.listChanges();
    flushChanges(folder, changes);
    return changes;
  };
  const node = (args, env) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });

  it('writes a folder whose own spec passes: every promise is kept, every story comes out as told', async () => {
    await generate({ name: 'hotel-licence', law: 'building-control', titleTh: 'ใบอนุญาต "โรงแรม"', titleEn: 'Hotel "licence"' });
    const changes = await generate({ name: 'kiosk' });
    expect(changes.filter(({ path }) => !path.startsWith('workflows/kiosk/'))).toEqual([]);
    const moduleNameMapper = Object.fromEntries(Object.entries(compilerOptions.paths).map(([name, [path]]) => [`^${name}$`, name === '@anuyat/workflows' ? join(folder, 'workflows/registry.ts') : inRoot(path)]));
    const config = { rootDir: folder, extensionsToTreatAsEsm: ['.ts'], moduleNameMapper, transform: { '^.+\\.ts$': [resolve('@swc/jest'), { swcrc: false, jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] } };
    writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
    const run = node([resolve('jest/bin/jest'), '--config=jest.config.json', '--ci', 'workflows/hotel-licence', 'workflows/kiosk', 'workflows/registry'], { NODE_OPTIONS: '--experimental-vm-modules' });
    expect(run.stderr).toContain('Test Suites: 3 passed, 3 total');
  }, 90_000);

  it('writes code that the compiler accepts', () => {
    const paths = Object.fromEntries(Object.entries(compilerOptions.paths).map(([name, [path]]) => [name, [inRoot(path)]]));
    const config = { extends: inRoot('tsconfig.server.json'), compilerOptions: { paths, noEmit: true, typeRoots: [inRoot('node_modules/@types')] }, include: ['workflows/hotel-licence/*.ts', 'workflows/kiosk/*.ts'], exclude: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    expect(node([resolve('typescript/bin/tsc'), '-p', '.']).stdout).toBe('');
  });

  it('does not write over a folder that is there', async () => {
    await expect(generate({ name: 'kiosk' })).rejects.toThrow('There is a folder workflows/kiosk already');
  });
});
