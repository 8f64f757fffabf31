import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JourneyDefinition, LicenceDefinition } from '@anuyat/licence-kit';

/*
 * The newest version of every licence type and journey: whatever folders are there. No file lists them, so a new folder is all that a new licence is.
 * A bundle runs where the folders are not: `tools/lib/registry.mjs` gives it an import of each in this file's place.
 */
const here = fileURLToPath(new URL('.', import.meta.url));

export { appeals } from './appeals/appeals';
export const licences = await foundIn<'licence', LicenceDefinition>('.', 'licence');
export const journeys = await foundIn<'journey', JourneyDefinition>('journeys', 'journey');

async function foundIn<Name extends string, Definition>(parent: string, name: Name): Promise<Definition[]> {
  const folders = readdirSync(`${here}${parent}`).filter((folder) => existsSync(`${here}${parent}/${folder}/${name}.ts`)).sort();
  const found: Definition[] = [];
  for (const folder of folders) found.push(((await import(`./${parent}/${folder}/${name}`)) as Record<Name, Definition>)[name]);
  return found;
}
