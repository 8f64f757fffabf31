import type { StoredState } from '@anuyat/licence-kit';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { ApplicationRow, CaseFacts, HistoryEntry, LaneOffice } from './application-row';
import type { ClockChanges } from './clock-changes';
import type { OutboxEntry } from './effect-routes';

/** Everything one event writes. */
export interface Move {
  entry: HistoryEntry;
  caseId: string;
  status: string;
  previousHash: Buffer;
  hash: Buffer;
  clocks: ClockChanges;
  outbox: OutboxEntry[];
  firedTimer: string | null;
  kept: { actor: string; key: string; requestHash: string; reply: unknown } | null;
}

/** An application's columns as they come from the database. */
export interface ApplicationColumns {
  id: string;
  case_id: string;
  account_id: string;
  code: string;
  version: number;
  revision: number;
  state: StoredState;
  status: string;
  offices: Record<string, LaneOffice>;
  last_hash: Buffer;
  now: Date;
}

/** What the registrar reads of an application `a`. */
export const APPLICATION_COLUMNS = `a.id, a.case_id, a.account_id, a.code, a.version, a.revision, a.state, a.status, a.offices, a.last_hash,
         clock_timestamp() AS now`;

const READ = `
  SELECT ${APPLICATION_COLUMNS}, k.request_hash, k.reply
    FROM application a
    LEFT JOIN idempotency_key k ON k.actor = $2 AND k.key = $3
   WHERE a.id = $1`;

/**
 * For the last try after lost races, and for work that is part of a larger transaction. A statement of its own: one that waits for a
 * lock still sees the keys as they were before it waited.
 */
const LOCK = `SELECT 1 FROM application WHERE id = $1 FOR UPDATE`;

const READ_FACTS = `
  SELECT c.answers, c.answers_revision, c.place, to_char(c.received_at_legal AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS filed_on
    FROM case_file c JOIN application a ON a.case_id = c.id
   WHERE a.id = $1`;

/**
 * The event's one statement. It moves the application only where the revision is still the one that was read, and writes
 * history, clocks, outbox and key only if it moved. Nothing here touches a row that applications share, and nothing notifies:
 * both would make all commits wait for each other.
 */
const MOVE = `
  WITH moved AS (
    UPDATE application SET state = $3, status = $4, revision = revision + 1, last_hash = $5, moved_at = $6
     WHERE id = $1 AND revision = $2
    RETURNING id, case_id, revision
  ), written AS (
    INSERT INTO history (application_id, revision, type, data, actor, at, rulings, state, effects, previous_hash, hash)
    SELECT id, revision, $7, $8, $9, $6, $10, $3, $11, $12, $5 FROM moved
  ), stopped AS (
    UPDATE timer t SET stopped_at = $6 FROM moved
     WHERE t.application_id = moved.id AND t.stopped_at IS NULL AND t.fired_at IS NULL AND ($13 OR t.name = ANY($14))
       AND t.name IS DISTINCT FROM $15
  ), fired AS (
    UPDATE timer t SET fired_at = $6 FROM moved WHERE t.application_id = moved.id AND t.name = $15
  ), set_clocks AS (
    INSERT INTO timer (application_id, name, lane, event, due_at, set_at, set_by_revision)
    SELECT moved.id, t.name, t.lane, t.event, t.due_at, $6, moved.revision
      FROM moved, jsonb_to_recordset($16) AS t (name text, lane text, event text, due_at timestamptz)
    ON CONFLICT (application_id, name) DO UPDATE
       SET due_at = excluded.due_at, event = excluded.event, set_at = excluded.set_at,
           set_by_revision = excluded.set_by_revision, stopped_at = NULL, fired_at = NULL
  ), sent AS (
    INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue)
    SELECT o.id, moved.id, moved.case_id, moved.revision, o.effect, o.params, o.queue
      FROM moved, jsonb_to_recordset($17) AS o (id uuid, effect text, params jsonb, queue text)
  ), kept AS (
    INSERT INTO idempotency_key (actor, key, request_hash, reply)
    SELECT $18, $19, $20, $21 FROM moved WHERE $19::text IS NOT NULL
  )
  SELECT count(*)::int AS moved FROM moved`;

/** @returns undefined when there is no such application. */
export async function readApplication(client: PoolClient, id: string, actor: string, key: string | undefined, lock: boolean): Promise<ApplicationRow | undefined> {
  if (lock) await client.query({ name: 'registrar-lock', text: LOCK, values: [id] });
  const { rows } = await client.query({ name: 'registrar-read', text: READ, values: [id, actor, key ?? null] });
  const row = rows[0];
  if (!row) return undefined;
  return {
    ...applicationFrom(row),
    kept: row.request_hash ? { requestHash: row.request_hash, reply: row.reply } : null,
  };
}

/** The application as the registrar reads it; whether a key was seen is another question. */
export function applicationFrom(row: ApplicationColumns): ApplicationRow {
  return {
    id: row.id,
    caseId: row.case_id,
    accountId: row.account_id,
    code: row.code,
    version: row.version,
    revision: row.revision,
    state: row.state,
    status: row.status,
    offices: row.offices,
    lastHash: row.last_hash,
    now: row.now,
    kept: null,
  };
}

/** The facts of the case that an application belongs to. */
export async function readFacts(client: PoolClient, applicationId: string): Promise<CaseFacts> {
  const { rows } = await client.query({ name: 'registrar-facts', text: READ_FACTS, values: [applicationId] });
  const row = rows[0];
  return { answers: row.answers, answersRevision: row.answers_revision, place: row.place, filedOn: row.filed_on };
}

/** @returns false when somebody else moved the application meanwhile; then nothing was written. */
export async function writeMove(client: PoolClient, move: Move): Promise<boolean> {
  const { entry, clocks, kept } = move;
  const { rows } = await client.query({
    name: 'registrar-move',
    text: MOVE,
    values: [
      entry.applicationId, entry.revision - 1, JSON.stringify(entry.state), move.status, move.hash, entry.at,
      entry.type, JSON.stringify(entry.data), JSON.stringify(entry.actor), JSON.stringify(entry.rulings), JSON.stringify(entry.effects), move.previousHash,
      clocks.stopsAll, clocks.stop, move.firedTimer, JSON.stringify(clocks.set),
      JSON.stringify(move.outbox.map((row) => ({ id: uuidv7(), ...row }))),
      kept?.actor ?? null, kept?.key ?? null, kept?.requestHash ?? null, kept ? JSON.stringify(kept.reply) : null,
    ],
  });
  return rows[0].moved === 1;
}
