import { prove } from '@anuyat/licence-kit/prover';
import type { JourneyDefinition, LicenceDefinition } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';

/** The definitions of a release. */
export interface Workflows {
  licences: readonly LicenceDefinition[];
  journeys: readonly JourneyDefinition[];
}

/** Publishes what is new among the workflows. @throws the story of the broken promise when a new definition does not prove. */
export async function publishDefinitions(tx: EntityManager, library: DefinitionLibrary, { licences, journeys }: Workflows): Promise<void> {
  for (const licence of licences) {
    if (library.findNewestLicence(licence.code)?.definition.version !== licence.version) assertProved(licence);
    await library.publish(tx, 'licence', licence);
  }
  for (const journey of journeys) await library.publish(tx, 'journey', journey);
}

function assertProved(licence: LicenceDefinition): void {
  const broken = prove(licence).promises.filter(({ isKept }) => !isKept);
  if (broken.length === 0) return;
  const stories = broken.map(({ code, story }) => `  ${code}:\n    ${story?.th ?? ''}\n    ${story?.en ?? ''}`);
  throw new Error(`Licence "${licence.code}" version ${licence.version} cannot be published, for it breaks its promises:\n${stories.join('\n')}`);
}
