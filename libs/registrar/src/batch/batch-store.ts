import type { PoolClient } from 'pg';
import { keyHolder } from '../actor-record';
import type { ApplicationRow, CaseFacts } from '../application-row';
import { APPLICATION_COLUMNS, applicationFrom, FILE_COLUMNS, fileFrom, writeMoves } from '../application-store';
import type { KeptReply } from '../kept-replies';
import { MOST_TOGETHER, type Move } from '../move';
import type { Reception } from '../reception';

/** How many applications one batch holds, at most. */
export const MOST_IN_BATCH = 100;

/** Ids by their places; the range has the planner take the index, as in the moves' statement. */
const ASKED = `unnest((SELECT $1::uuid[])) WITH ORDINALITY AS asked (id, place)`;
const IN_RANGE = `asked.place BETWEEN 1 AND ${MOST_IN_BATCH}`;

/** In the order of their ids, so that two batches never wait for each other. */
const LOCK = `SELECT ${APPLICATION_COLUMNS} FROM ${ASKED} JOIN application a ON a.id = asked.id WHERE ${IN_RANGE} ORDER BY a.id FOR UPDATE OF a`;

const KEYS = `
  SELECT k.actor, k.key, k.request_hash, k.reply
    FROM idempotency_key k JOIN unnest($1::text[], $2::text[]) AS sent (actor, key) USING (actor, key)`;

const FACTS = `
  SELECT a.id, ${FILE_COLUMNS}
    FROM ${ASKED} JOIN application a ON a.id = asked.id JOIN case_file c ON c.id = a.case_id
   WHERE ${IN_RANGE}`;

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

/**
 * Writes what all events brought about, those of one application in their order. The rows of their applications must be locked.
 * @throws when one was moved by somebody else, which a lock forbids.
 */
export async function writeAllMoves(client: PoolClient, moves: readonly Move[]): Promise<void> {
  const statements = wavesOf(moves).flatMap((wave) => Array.from({ length: Math.ceil(wave.length / MOST_TOGETHER) }, (_, at) => wave.slice(at * MOST_TOGETHER, (at + 1) * MOST_TOGETHER)));
  const made = await Promise.all(statements.map((some) => writeMoves(client, some)));
  if (made.flat().includes(false)) throw new Error('A locked application cannot be moved by others.');
}

/** The first move of each application, then the second of each, and so on. */
function wavesOf(moves: readonly Move[]): Move[][] {
  const taken = new Map<string, number>();
  const waves: Move[][] = [];
  for (const move of moves) {
    const wave = taken.get(move.entry.applicationId) ?? 0;
    taken.set(move.entry.applicationId, wave + 1);
    (waves[wave] ??= []).push(move);
  }
  return waves;
}
