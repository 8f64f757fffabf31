import { holds as isGranted } from '@anuyat/access';
import { Refusal, type Actor } from '@anuyat/contract';
import { handoversBetween, holdersOf, type LicenceDefinition, type Rulings } from '@anuyat/licence-kit';
import { askOver, relocate, type LivedStep, type Relocated, type Unplaceable } from '@anuyat/licence-kit/versions';
import type { PoolClient } from 'pg';
import type { ApplicationRow, LaneOffice } from './application-row';
import { readApplication, readFacts, writeMoves } from './application-store';
import { definitionHash, type DefinitionLibrary } from './definition-library';
import type { GovernmentCalendar } from './government-calendar';
import { moveOf, receivedOf } from './moving';
import { chargedFacts } from './rate-book';
import type { Received } from './reception';
import { staleRevision } from './refusals';
import { VERSION_MOVED, type VersionMove } from './replay/stored-application';

/** An application that is to go on under another version of its definition. */
export interface Relocation {
  applicationId: string;
  to: number;
  actor: Actor;
  /** The revision that the dry run saw. */
  revision: number;
  /** Why it was decided, where it does not move by itself. */
  note?: string;
  /** Who proposed it, and the digest of what the actor confirmed. */
  proposed?: Pick<VersionMove, 'proposedBy' | 'proposal'>;
  /** Who decides each lane that the version adds. */
  offices: Record<string, LaneOffice>;
}

/** The events of an application in their order, without those that moved it to another version. */
export async function readLivedSteps(client: Pick<PoolClient, 'query'>, applicationId: string): Promise<LivedStep[]> {
  const { rows } = await client.query<LivedStep & { rulings: Rulings }>(`SELECT type, rulings FROM history WHERE application_id = $1 AND type <> $2 ORDER BY revision`, [applicationId, VERSION_MOVED]);
  return rows;
}

/**
 * Moves one application to another version, in the caller's transaction: the state is found by living the history again, what the
 * version asks for at once goes into the outbox, and a line of the history tells of it.
 * @throws Refusal `not-found`, `not-allowed`, `stale-revision`; `event-not-accepted` where the version has no place for it.
 */
export async function relocateWithin(client: PoolClient, library: DefinitionLibrary, calendar: GovernmentCalendar, relocation: Relocation): Promise<Received> {
  const { applicationId, to, actor, revision, note, proposed } = relocation;
  if (actor.kind === 'person' && !isGranted(actor, 'admin')) throw new Refusal('not-allowed');
  const application = await readApplication(client, { id: applicationId, actor: '', key: undefined }, true);
  if (!application) throw new Refusal('not-found');
  if (revision !== application.revision) throw await staleRevision(client, revision, application);
  const after = library.getLicence(application.code, to);
  const relocated = await findPlace(client, library, application, after);
  if ('why' in relocated || application.version === to) throw new Refusal('event-not-accepted', { currentRevision: application.revision });

  const offices = { ...application.offices, ...Object.fromEntries(relocated.lanes.added.map((lane) => [lane, relocation.offices[lane]]).filter(([, office]) => office !== undefined)) } as Record<string, LaneOffice>;
  if (relocated.lanes.added.some((lane) => !offices[lane])) throw new Refusal('event-not-accepted', { currentRevision: revision });
  const data: VersionMove = { from: application.version, to, sha256: definitionHash(after), ...(note ? { note } : {}), ...proposed };
  const { state, status, effects, rulings } = relocated;
  const handovers = handoversBetween(holdersOf(library.getLicence(application.code, application.version), application.state.value), holdersOf(after, state.value));
  const move = moveOf({ ...application, offices }, { applicationId, type: VERSION_MOVED, actor }, { advanced: { state, status, effects, rulings, handovers, isEnded: false }, data }, calendar);
  const [isMade] = await writeMoves(client, [{ ...move, relocation: { version: to, offices } }]);
  if (!isMade) throw new Error('A locked application cannot be moved by others.');
  await client.query(
    `UPDATE case_file SET licences = coalesce((SELECT jsonb_agg(CASE WHEN l ->> 'code' = $2 THEN l || jsonb_build_object('version', $3::int) ELSE l END) FROM jsonb_array_elements(licences) l), '[]') WHERE id = $1`,
    [application.caseId, application.code, to],
  );
  return receivedOf(move);
}

async function findPlace(client: PoolClient, library: DefinitionLibrary, application: ApplicationRow, after: LicenceDefinition): Promise<Relocated | Unplaceable> {
  const file = await readFacts(client, application.id);
  const before = library.getLicence(application.code, application.version);
  return relocate(before, after, application.state, await readLivedSteps(client, application.id), askOver(after, chargedFacts(library.rates, after, application.offices, file)));
}
