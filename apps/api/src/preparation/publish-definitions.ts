import { prove, proveLife, type Proof } from '@anuyat/licence-kit/prover';
import { changeOf, lifeOf, type JourneyDefinition, type LicenceDefinition } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import { keepCandidate } from '@anuyat/versions';
import type { EntityManager } from 'typeorm';

/** The definitions of a release. */
export interface Workflows {
  licences: readonly LicenceDefinition[];
  /** Procedures of appeal: run like licences, shown in no catalogue. */
  appeals?: readonly LicenceDefinition[];
  journeys: readonly JourneyDefinition[];
}

/** What proves definitions before they are published. */
export interface Provers {
  prove: (definition: LicenceDefinition) => Proof;
  proveLife: (life: LicenceDefinition) => Proof;
}

/** Whether a release publishes the new versions that it brings, or an administrator does. */
export type Publishing = 'automatic' | 'manual';

/**
 * Publishes what is new among the workflows, each licence type with the life of its licences and how they are changed. The first version is always published; a
 * later one waits for an administrator where publishing is manual. An older release publishes nothing behind a newer version.
 * @throws the story of the broken promise when a new definition does not prove.
 */
export async function publishDefinitions(tx: EntityManager, library: DefinitionLibrary, { licences, appeals = [], journeys }: Workflows, publishing: Publishing = 'automatic', provers: Provers = { prove, proveLife }): Promise<void> {
  for (const licence of licences) await take(tx, library, licence, publishing, provers);
  for (const appeal of appeals) {
    if (library.findNewestLicence(appeal.code)?.definition.version !== appeal.version) assertProved(appeal, provers.prove(appeal));
    await library.publish(tx, 'licence', appeal);
  }
  for (const journey of journeys) await library.publish(tx, 'journey', journey);
}

async function take(tx: EntityManager, library: DefinitionLibrary, licence: LicenceDefinition, publishing: Publishing, provers: Provers): Promise<void> {
  const published = library.versionsOf(licence.code);
  const newest = published[0]?.definition.version ?? 0;
  const isNew = !published.some(({ definition }) => definition.version === licence.version);
  if (isNew && licence.version < newest) return;
  const [life, change] = [lifeOf(licence), changeOf(licence)];
  if (isNew) assertProved(licence, provers.prove(licence));
  if (isNew || !library.findNewestLicence(life.code)) assertProved(life, provers.proveLife(life));
  if (isNew || !library.findNewestLicence(change.code)) assertProved(change, provers.prove(change));
  if (isNew && newest > 0 && publishing === 'manual') {
    await keepCandidate(tx, licence, { origin: 'release', by: { kind: 'portal', job: 'release' }, proof: provers.prove(licence) });
    return;
  }
  await library.publish(tx, 'licence', licence);
  await library.publish(tx, 'life', life);
  await library.publish(tx, 'change', change);
}

function assertProved(licence: LicenceDefinition, { promises }: Proof): void {
  const broken = promises.filter(({ isKept }) => !isKept);
  if (broken.length === 0) return;
  const stories = broken.map(({ code, story }) => `  ${code}:\n    ${story?.th ?? ''}\n    ${story?.en ?? ''}`);
  throw new Error(`Licence "${licence.code}" version ${licence.version} cannot be published, for it breaks its promises:\n${stories.join('\n')}`);
}
