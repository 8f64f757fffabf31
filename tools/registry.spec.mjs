import { readFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { findWorkflows, registryText } from './lib/registry.mjs';

describe('workflows/registry.ts', () => {
  it('names every licence and journey that has a folder (if not: npm run registry)', () => {
    expect(readFileSync(inRoot('workflows', 'registry.ts'), 'utf8')).toBe(registryText(findWorkflows(inRoot('workflows'))));
  });

  it('turns folder names into names of code', () => {
    expect(registryText({ licences: ['factory-type-3'], journeys: ['open-a-restaurant'] })).toContain("import { licence as factoryType3 } from './factory-type-3/licence';");
  });
});
