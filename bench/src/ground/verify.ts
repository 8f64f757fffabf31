import { verifyHistory, type RunningRegistrar } from '@anuyat/registrar';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { processLicence } from './process-licence';

const SAMPLE = 200;

/** What must hold of applications after a run. */
export interface Expected {
  /** Every one has this status and revision; absent: any. */
  status?: string;
  revision?: number;
  definition?: LicenceDefinition;
}

/**
 * A fast engine that is wrong fails here: every application's history has a line for each revision, its chain hangs together in SQL,
 * no clock of an ended one runs, and a sample is verified and replayed in full.
 * @throws with what is wrong.
 */
export async function verifyApplications({ source }: RunningRegistrar, ids: readonly string[], { status, revision, definition = processLicence }: Expected = {}): Promise<void> {
  if (ids.length === 0) return;
  const [found] = await source.query(
    `SELECT count(*)::int AS count,
            count(*) FILTER (WHERE $2::text IS NOT NULL AND a.status <> $2)::int AS "otherStatus",
            count(*) FILTER (WHERE $3::int IS NOT NULL AND a.revision <> $3)::int AS "otherRevision",
            count(*) FILTER (WHERE a.revision <> (SELECT count(*) FROM history h WHERE h.application_id = a.id))::int AS "missingLines",
            count(*) FILTER (WHERE a.last_hash <> (SELECT h.hash FROM history h WHERE h.application_id = a.id AND h.revision = a.revision))::int AS "cutTails",
            count(*) FILTER (WHERE a.status = 'issued' AND EXISTS (SELECT FROM timer t WHERE t.application_id = a.id AND t.stopped_at IS NULL AND t.fired_at IS NULL))::int AS "runningClocks"
       FROM application a WHERE a.id = ANY($1)`,
    [ids, status ?? null, revision ?? null],
  );
  const [chain] = await source.query(
    `SELECT count(*)::int AS broken FROM history h JOIN history p ON p.application_id = h.application_id AND p.revision = h.revision - 1
      WHERE h.application_id = ANY($1) AND h.previous_hash <> p.hash`,
    [ids],
  );
  const { count, ...faults } = found as Record<string, number>;
  const wrong = Object.entries({ ...faults, brokenLinks: chain.broken as number, lost: ids.length - (count ?? 0) }).filter(([, number]) => number !== 0);
  if (wrong.length > 0) throw new Error(`The result is wrong: ${JSON.stringify(Object.fromEntries(wrong))} of ${ids.length} applications.`);
  for (const id of sampleOf(ids)) {
    const fault = await verifyHistory(source, id, definition);
    if (fault) throw new Error(`The history does not verify: ${JSON.stringify(fault)}`);
  }
}

/** @throws when the outbox still holds rows. */
export async function verifyOutboxEmpty({ source }: RunningRegistrar): Promise<void> {
  const [{ count }] = await source.query(`SELECT count(*)::int AS count FROM outbox`);
  if (count > 0) throw new Error(`The outbox still holds ${count} rows.`);
}

function sampleOf(ids: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(ids.length / SAMPLE));
  return ids.filter((_, at) => at % step === 0);
}
