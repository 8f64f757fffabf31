import { Refusal } from '@anuyat/contract';
import { acceptedEvents, actOf, type LicenceDefinition } from '@anuyat/licence-kit';
import type { PoolClient } from 'pg';
import type { ApplicationRow, HistoryEntry } from './application-row';

type Line = Pick<HistoryEntry, 'revision' | 'type' | 'at' | 'actor'>;

/** The state does not take the event; it says what it takes instead. */
export function notAccepted(definition: LicenceDefinition, application: ApplicationRow, type = ''): Refusal {
  return new Refusal(isSecondDemand(definition, application, type) ? 'second-demand' : 'event-not-accepted', { accepts: acceptedEvents(definition, application.state), currentRevision: application.revision });
}

/** An office that has asked, or let the shared time pass, asks again: that needs a ground of the law and a supervisor. */
function isSecondDemand(definition: LicenceDefinition, { state }: ApplicationRow, type: string): boolean {
  return actOf(type) === 'asked' && acceptedEvents(definition, state).includes(type.replace(/asked$/, 'demanded'));
}

/**
 * The sender saw an older revision; it says what happened since.
 * @param unwritten lines that the caller's transaction has yet to write.
 */
export async function staleRevision(client: PoolClient, seen: number, application: ApplicationRow, unwritten: readonly Line[] = []): Promise<Refusal> {
  const { rows } = await client.query<Line>(`SELECT revision, type, at, actor FROM history WHERE application_id = $1 AND revision > $2 ORDER BY revision LIMIT 100`, [
    application.id, seen,
  ]);
  return new Refusal('stale-revision', {
    currentRevision: application.revision,
    changes: [...rows, ...unwritten].map(({ revision, type, at, actor }) => ({ revision, type, at: at.toISOString(), by: nameIn(actor) })),
  });
}

function nameIn(actor: Record<string, unknown>): string {
  const { name, job } = actor as { name?: { th: string }; job?: string };
  return name?.th ?? job ?? '';
}
