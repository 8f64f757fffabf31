import { asPortal } from '@anuyat/database';
import type { TaskPage } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';

/** What a system is told of a task that changed; nothing of it is about a person. */
export const TOLD_OF_TASK = 'id, application_id, office, lane, licence, stage, status, by_revision';

/**
 * Follows a `WITH changed AS (…)` of tasks: their offices' systems are to be told, in the same transaction. Of each task only what it is now is told,
 * so that a system which is away for long gathers no more than one message for each.
 */
export const TELL_SYSTEMS = `
  INSERT INTO system_message (system_id, task_id, application_id, office, lane, licence, stage, status, revision)
  SELECT s.id, c.id, c.application_id, c.office, c.lane, c.licence, c.stage, c.status, c.by_revision
    FROM changed c JOIN agency_system s ON c.office = ANY(s.offices)
   WHERE s.webhook_url IS NOT NULL AND s.confirmed_at IS NOT NULL AND s.ended_at IS NULL AND s.valid_until > now()
   ORDER BY s.id, c.id
  ON CONFLICT (system_id, task_id) DO UPDATE
     SET id = gen_random_uuid(), office = excluded.office, lane = excluded.lane, stage = excluded.stage, status = excluded.status, revision = excluded.revision, at = now(), attempts = 0, next_at = now()
   WHERE system_message.revision < excluded.revision`;

const UNREACHED = `
  SELECT jsonb_build_object('th', a.name_th, 'en', a.name_en) AS name, s.failing_since AS since
    FROM agency_system s JOIN account a ON a.id = s.id
   WHERE s.offices && $1::text[] AND s.failures >= 3 AND s.suspended_at IS NULL AND s.ended_at IS NULL AND s.valid_until > now() ORDER BY s.failing_since LIMIT 10`;

/** Systems of these offices that could not be told what waits for them: their people go on in the portal. */
export async function unreachedSystems(source: DataSource, offices: readonly string[]): Promise<NonNullable<TaskPage['unreached']>> {
  const rows: { name: Text; since: Date }[] = await asPortal(() => source.query(UNREACHED, [offices]));
  return rows.map(({ name, since }) => ({ name, since: since.toISOString() }));
}
