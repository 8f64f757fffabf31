import { changeOf, lifeOf, type JourneyDefinition, type LicenceDefinition } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import { keepCandidate, toProveOf, type ToProve, type Verdict } from '@anuyat/versions';
import type { EntityManager } from 'typeorm';

/** The definitions of a release. */
export interface Workflows {
  licences: readonly LicenceDefinition[];
  /** Procedures of appeal: run like licences, shown in no catalogue. */
  appeals?: readonly LicenceDefinition[];
  journeys: readonly JourneyDefinition[];
}

/** Whether a release publishes the new versions that it brings, or an administrator does. */
export type Publishing = 'automatic' | 'manual';

/** What of a release is new here and proves, with the verdict on each definition by its name. */
export type ProvedWorkflows = Workflows & { verdicts: ReadonlyMap<string, Verdict> };

/**
 * Proves what is new among the workflows, each licence type with the life of its licences and how they are changed: before the transaction that
 * publishes it, for it may take seconds. An older release brings nothing behind a newer version.
 * @throws the story of the broken promise when a new definition does not prove.
 */
export async function proveWorkflows(library: DefinitionLibrary, workflows: Workflows, examine: (asked: readonly ToProve[]) => Promise<Verdict[]>): Promise<ProvedWorkflows> {
  const { licences, appeals = [] } = workflows;
  const taken = licences.filter((licence) => isTaken(library, licence));
  const asked = [
    ...taken.flatMap((licence) => toProveOf(licence).filter(({ definition }) => isNew(library, licence) || !library.findNewestLicence(definition.code))),
    ...appeals.filter(({ code, version }) => library.findNewestLicence(code)?.definition.version !== version).map((definition) => ({ as: 'application' as const, definition })),
  ];
  const verdicts = await examine(asked);
  for (const verdict of verdicts) assertKept(verdict);
  return { ...workflows, licences: taken, verdicts: new Map(verdicts.map((verdict) => [verdict.code, verdict])) };
}

/**
 * Publishes what was proved. The first version is always published; a later one waits for an administrator where publishing is manual.
 */
export async function publishDefinitions(tx: EntityManager, library: DefinitionLibrary, { licences, appeals = [], journeys, verdicts }: ProvedWorkflows, publishing: Publishing = 'automatic'): Promise<void> {
  for (const licence of licences) {
    const proof = verdicts.get(licence.code);
    if (proof && publishing === 'manual' && library.versionsOf(licence.code).length > 0) {
      await keepCandidate(tx, licence, { origin: 'release', by: { kind: 'portal', job: 'release' }, proof });
      continue;
    }
    await library.publish(tx, 'licence', licence);
    await library.publish(tx, 'life', lifeOf(licence));
    await library.publish(tx, 'change', changeOf(licence));
  }
  for (const appeal of appeals) await library.publish(tx, 'licence', appeal);
  for (const journey of journeys) await library.publish(tx, 'journey', journey);
}

function isNew(library: DefinitionLibrary, { code, version }: LicenceDefinition): boolean {
  return !library.versionsOf(code).some(({ definition }) => definition.version === version);
}

function isTaken(library: DefinitionLibrary, licence: LicenceDefinition): boolean {
  const newest = library.versionsOf(licence.code)[0]?.definition.version ?? 0;
  return !isNew(library, licence) || licence.version >= newest;
}

function assertKept({ code, version, isProved, promises }: Verdict): void {
  if (isProved) return;
  const broken = promises.filter(({ isKept }) => !isKept);
  const stories = broken.map(({ code: promise, story }) => `  ${promise}:\n    ${story?.th ?? ''}\n    ${story?.en ?? ''}`);
  throw new Error(`Licence "${code}" version ${version} cannot be published, for it breaks its promises:\n${stories.join('\n')}`);
}
