import { prove, proveLife, type Proof } from '@anuyat/licence-kit/prover';
import { lifeOf, type JourneyDefinition, type LicenceDefinition } from '@anuyat/licence-kit';
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
    const life = lifeOf(licence);
    const isNew = library.findNewestLicence(licence.code)?.definition.version !== licence.version;
    if (isNew) assertProved(licence, prove(licence));
    if (isNew || !library.findNewestLicence(life.code)) assertProved(life, proveLife(life));
    await library.publish(tx, 'licence', licence);
    await library.publish(tx, 'life', life);
  }
  for (const journey of journeys) await library.publish(tx, 'journey', journey);
}

function assertProved(licence: LicenceDefinition, { promises }: Proof): void {
  const broken = promises.filter(({ isKept }) => !isKept);
  if (broken.length === 0) return;
  const stories = broken.map(({ code, story }) => `  ${code}:\n    ${story?.th ?? ''}\n    ${story?.en ?? ''}`);
  throw new Error(`Licence "${licence.code}" version ${licence.version} cannot be published, for it breaks its promises:\n${stories.join('\n')}`);
}
