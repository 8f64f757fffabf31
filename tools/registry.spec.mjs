import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { licences, journeys } from '@anuyat/workflows';
import { inRoot } from './lib/paths.mjs';
import { findWorkflows, registryPlugin, registryText } from './lib/registry.mjs';

describe('the registry of a bundle', () => {
  it('holds every licence and journey that a program finds in the folders', () => {
    const found = findWorkflows(inRoot('workflows'));
    expect(found.licences).toEqual(licences.map(({ code }) => code));
    expect(found.journeys).toEqual(journeys.map(({ code }) => code));
  });

  it('takes up a new folder, though no file names it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anuyat-registry-'));
    cpSync(inRoot('workflows', 'liquor-sale'), join(folder, 'liquor-sale'), { recursive: true });
    mkdirSync(join(folder, 'shared'));
    const load = () => registryPlugin(folder).load(join(folder, 'registry.ts')).code;
    expect(load()).toContain("import { licence as liquorSale } from './liquor-sale/licence';");
    cpSync(join(folder, 'liquor-sale'), join(folder, 'pet-grooming'), { recursive: true });
    expect(load()).toContain("import { licence as petGrooming } from './pet-grooming/licence';");
    expect(registryPlugin(folder).load(join(folder, 'other.ts'))).toBeUndefined();
    rmSync(folder, { recursive: true, force: true });
  });

  it('turns folder names into names of code', () => {
    expect(registryText({ licences: ['factory-type-3'], journeys: ['open-a-restaurant'] })).toContain("import { licence as factoryType3 } from './factory-type-3/licence';");
  });
});
