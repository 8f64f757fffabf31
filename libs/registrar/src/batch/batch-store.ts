import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { keyHolder } from '../actor-record';
import type { ApplicationRow, CaseFacts } from '../application-row';
import { APPLICATION_COLUMNS, applicationFrom, FILE_COLUMNS, fileFrom } from '../application-store';
import type { KeptReply } from '../kept-replies';
import type { Move } from '../move';
import type { Reception } from '../reception';
import { foldClocks } from './folded-clocks';

/** In the order of their ids, so that two batches never wait for each other. */
const LOCK = `SELECT ${APPLICATION_COLUMNS} FROM application a WHERE a.id = ANY($1::uuid[]) ORDER BY a.id FOR UPDATE`;

const KEYS = `
  SELECT k.actor, k.key, k.request_hash, k.reply
    FROM idempotency_key k JOIN unnest($1::text[], $2::text[]) AS sent (actor, key) USING (actor, key)`;

const FACTS = `
  SELECT a.id, ${FILE_COLUMNS}
    FROM application a JOIN case_file c ON c.id = a.case_id
   WHERE a.id = ANY($1::uuid[])`;

/** The batch's one statement: the same as an event's own, for many events of many applications whose rows are locked. */
const MOVE = `
  WITH moved AS (
    UPDATE application a SET state = m.state, status = m.status, revision = m.revision, last_hash = decode(m.hash, 'hex'), moved_at = m.at,
                             hands = coalesce(m.hands, a.hands)
      FROM jsonb_to_recordset($1) AS m (id uuid, state jsonb, status text, revision int, hash text, at timestamptz, hands jsonb)
     WHERE a.id = m.id
  ), written AS (
    INSERT INTO history (application_id, revision, type, data, actor, at, rulings, state, effects, handed, previous_hash, hash)
    SELECT h."applicationId", h.revision, h.type, h.data, h.actor, h.at, h.rulings, h.state, h.effects, h.handed, decode(h.previous, 'hex'), decode(h.hash, 'hex')
      FROM jsonb_to_recordset($2) AS h ("applicationId" uuid, revision int, type text, data jsonb, actor jsonb, at timestamptz,
                                        rulings jsonb, state jsonb, effects jsonb, handed jsonb, previous text, hash text)
  ), all_stopped AS (
    UPDATE timer t SET stopped_at = s.at
      FROM jsonb_to_recordset($3) AS s (application_id uuid, at timestamptz, "except" jsonb)
     WHERE t.application_id = s.application_id AND t.stopped_at IS NULL AND NOT s."except" ? t.name
  ), marked AS (
    UPDATE timer t
       SET stopped_at = coalesce(t.stopped_at, m.stopped_at), fired_at = coalesce(m.fired_at, t.fired_at),
           due_at = coalesce(m.due_at, t.due_at), set_by_revision = coalesce(m.set_by_revision, t.set_by_revision)
      FROM jsonb_to_recordset($4) AS m (application_id uuid, name text, stopped_at timestamptz, fired_at timestamptz, due_at timestamptz, set_by_revision int)
     WHERE t.application_id = m.application_id AND t.name = m.name
  ), resumed AS (
    UPDATE timer t SET due_at = resumed_due(t.due_at, t.stopped_at, r.at, r.unit), set_by_revision = r.by_revision, stopped_at = NULL
      FROM jsonb_to_recordset($8) AS r (application_id uuid, name text, unit text, at timestamptz, by_revision int)
     WHERE t.application_id = r.application_id AND t.name = r.name AND t.stopped_at IS NOT NULL
  ), set_clocks AS (
    INSERT INTO timer (application_id, name, lane, event, due_at, set_at, set_by_revision, counts_from, days, unit, stopped_at, fired_at)
    SELECT t.application_id, t.name, t.lane, t.event, t.due_at, t.set_at, t.set_by_revision, t.set_at, t.days, t.unit, t.stopped_at, t.fired_at
      FROM jsonb_to_recordset($5) AS t (application_id uuid, name text, lane text, event text, due_at timestamptz, days int, unit text, set_at timestamptz,
                                        set_by_revision int, stopped_at timestamptz, fired_at timestamptz)
    ON CONFLICT (application_id, name) DO UPDATE
       SET due_at = excluded.due_at, event = excluded.event, set_at = excluded.set_at, set_by_revision = excluded.set_by_revision,
           counts_from = excluded.counts_from, days = excluded.days, unit = excluded.unit, stopped_at = excluded.stopped_at, fired_at = excluded.fired_at
  ), sent AS (
    INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue)
    SELECT o.id, o.application_id, o.case_id, o.revision, o.effect, o.params, o.queue
      FROM jsonb_to_recordset($6) AS o (id uuid, application_id uuid, case_id uuid, revision int, effect text, params jsonb, queue text)
  )
  INSERT INTO idempotency_key (actor, key, request_hash, reply)
  SELECT k.actor, k.key, k."requestHash", k.reply FROM jsonb_to_recordset($7) AS k (actor text, key text, "requestHash" text, reply jsonb)`;

/** The applications by id, their rows locked; an id that is not there is not in the answer. */
export async function lockApplications(client: PoolClient, ids: readonly string[]): Promise<Map<string, ApplicationRow>> {
  const { rows } = await client.query({ name: 'registrar-batch-lock', text: LOCK, values: [ids] });
  return new Map(rows.map((row) => [row.id, applicationFrom(row)]));
}

/** Keys that were used before, by holder and key; read after the locks, so that what they waited for is seen. */
export async function readKeptReplies(client: PoolClient, receptions: readonly Reception[]): Promise<Map<string, KeptReply>> {
  const keyed = receptions.filter(({ key }) => key !== undefined);
  if (keyed.length === 0) return new Map();
  const { rows } = await client.query({
    name: 'registrar-batch-keys',
    text: KEYS,
    values: [keyed.map(({ actor }) => keyHolder(actor)), keyed.map(({ key }) => key)],
  });
  return new Map(rows.map((row) => [keyName(row.actor, row.key), { requestHash: row.request_hash, reply: row.reply }]));
}

/** A key and whose it is, as one word. */
export function keyName(holder: string, key: string): string {
  return `${holder} ${key}`;
}

/** The facts of the cases that these applications belong to, by application. */
export async function readFactsOfMany(client: PoolClient, ids: readonly string[]): Promise<Map<string, CaseFacts>> {
  const { rows } = await client.query({ name: 'registrar-batch-facts', text: FACTS, values: [ids] });
  return new Map(rows.map((row) => [row.id, fileFrom(row)]));
}

/** Writes what all events brought about. The rows of their applications must be locked. */
export async function writeAllMoves(client: PoolClient, moves: readonly Move[]): Promise<void> {
  const last = new Map(moves.map((move) => [move.entry.applicationId, move]));
  const hands = new Map(moves.flatMap((move) => (move.hands ? [[move.entry.applicationId, move.hands] as const] : [])));
  const clocks = foldClocks(moves);
  const asList = (rows: unknown[]): string => JSON.stringify(rows);
  await client.query({
    name: 'registrar-batch-move',
    text: MOVE,
    values: [
      asList([...last.values()].map(({ entry: { applicationId, state, revision, at }, status, hash }) => ({ id: applicationId, state, status, revision, hash: hash.toString('hex'), at, hands: hands.get(applicationId) ?? null }))),
      asList(moves.map(({ entry, handovers, previousHash, hash }) => ({ ...entry, handed: handovers.length > 0 ? handovers : null, previous: previousHash.toString('hex'), hash: hash.toString('hex') }))),
      asList(clocks.stopped),
      asList(clocks.marked),
      asList(clocks.set),
      asList(moves.flatMap(({ entry, caseId, outbox }) => outbox.map((row) => ({ id: uuidv7(), application_id: entry.applicationId, case_id: caseId, revision: entry.revision, ...row })))),
      asList(moves.flatMap(({ kept }) => kept ?? [])),
      asList(clocks.resumed),
    ],
  });
}
