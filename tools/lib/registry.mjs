import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of `workflows/` that hold a licence or a journey, in the order of their names. */
export function findWorkflows(folder) {
  const list = (...path) => (existsSync(join(folder, ...path)) ? readdirSync(join(folder, ...path)) : []);
  return {
    licences: list().filter((name) => existsSync(join(folder, name, 'licence.ts'))).sort(),
    journeys: list('journeys').filter((name) => existsSync(join(folder, 'journeys', name, 'journey.ts'))).sort(),
  };
}

/** For the bundler: `workflows/registry.ts` reads its folders, which a bundle does not have, so each becomes an import. */
export function registryPlugin(folder) {
  const file = join(folder, 'registry.ts');
  return { name: 'workflows', load: (id) => (id === file ? { code: registryText(findWorkflows(folder)), moduleType: 'ts' } : undefined) };
}

/** `workflows/registry.ts` as a bundle needs it, for these folders. */
export function registryText({ licences, journeys }) {
  return [
    "import type { JourneyDefinition, LicenceDefinition } from '@anuyat/licence-kit';",
    ...licences.map((name) => `import { licence as ${nameOf(name)} } from './${name}/licence';`),
    ...journeys.map((name) => `import { journey as ${nameOf(name)} } from './journeys/${name}/journey';`),
    '',
    "export { appeals } from './appeals/appeals';",
    '',
    'export const licences: LicenceDefinition[] = [',
    ...licences.map((name) => `  ${nameOf(name)},`),
    '];',
    '',
    `export const journeys: JourneyDefinition[] = [${journeys.map(nameOf).join(', ')}];`,
    '',
  ].join('\n');
}

const nameOf = (folder) => folder.replace(/-([a-z0-9])/g, (_all, letter) => letter.toUpperCase());
