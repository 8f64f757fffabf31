import type { Handover, StoredState } from '@anuyat/licence-kit';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import type { ApplicationRow, CaseFacts, HistoryEntry, LaneOffice } from './application-row';
import type { ClockChanges } from './clock-changes';
import type { OutboxEntry } from './effect-routes';
import type { Hands } from './hands';
import type { KeptReply } from './kept-replies';
import { moveStatement } from './move-statement';

/** Everything one event writes. */
export interface Move {
  entry: HistoryEntry;
  caseId: string;
  status: string;
  previousHash: Buffer;
  hash: Buffer;
  clocks: ClockChanges;
  outbox: OutboxEntry[];
  handovers: Handover[];
  firedTimer: string | null;
  /** Null where the event changes nobody's. */
  hands: Hands | null;
  /** Where the event moves the application to another version of its definition. */
  relocation?: { version: number; offices: Record<string, LaneOffice> };
  kept: { actor: string; key: string; requestHash: string; reply: unknown } | null;
}

/** Which application is read, and for whose key: `actor` is the holder's name, as {@link keyHolder} gives it. */
export interface Sought {
  id: string;
  actor: string;
  key: string | undefined;
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
  hands: Hands;
  acting_for: string | null;
  last_hash: Buffer;
  now: Date;
}

/** What the registrar reads of an application `a`. Its time goes on though the server's clock be set back, for the ledger does too. */
export const APPLICATION_COLUMNS = `a.id, a.case_id, a.account_id, a.code, a.version, a.revision, a.state, a.status, a.offices, a.hands, a.acting_for, a.last_hash,
         greatest(clock_timestamp(), a.moved_at) AS now`;

const READ = `SELECT ${APPLICATION_COLUMNS} FROM application a WHERE a.id = $1`;

const READ_WITH_KEY = `
  SELECT ${APPLICATION_COLUMNS}, k.request_hash, k.reply
    FROM application a
    LEFT JOIN idempotency_key k ON k.actor = $2 AND k.key = $3
   WHERE a.id = $1`;

const READ_TOGETHER = `
  SELECT s.place::int, ${APPLICATION_COLUMNS}, k.request_hash, k.reply
    FROM unnest($1::uuid[], $2::text[], $3::text[]) WITH ORDINALITY AS s (id, actor, key, place)
    JOIN application a ON a.id = s.id
    LEFT JOIN idempotency_key k ON k.actor = s.actor AND k.key = s.key`;

/** For the last try after lost races, and for work that is part of a larger transaction. */
const READ_AND_LOCK = `${READ} FOR UPDATE`;

/** Before a read with a key, and a statement of its own: one that waits for a lock still sees the keys as they were before it waited. */
const LOCK = `SELECT 1 FROM application WHERE id = $1 FOR UPDATE`;

const READ_FACTS = `
  SELECT c.answers, c.answers_revision, c.place, c.filing_kind, to_char(c.received_at_legal AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS filed_on
    FROM case_file c JOIN application a ON a.case_id = c.id
   WHERE a.id = $1`;

/** @returns undefined when there is no such application. */
export async function readApplication(client: PoolClient, { id, actor, key }: Sought, lock: boolean): Promise<ApplicationRow | undefined> {
  const { rows } = key === undefined ? await client.query(lock ? readAndLock(id) : read(id)) : await readWithKey(client, [id, actor, key], lock);
  return rows[0] && seenFrom(rows[0]);
}

/** Several at once, without locking them. @returns a row or undefined for each, in their order. */
export async function readApplications(client: PoolClient, sought: readonly Sought[]): Promise<(ApplicationRow | undefined)[]> {
  const values = [sought.map(({ id }) => id), sought.map(({ actor }) => actor), sought.map(({ key }) => key ?? null)];
  const { rows } = await client.query({ name: 'registrar-read-together', text: READ_TOGETHER, values });
  const found: (ApplicationRow | undefined)[] = sought.map(() => undefined);
  for (const row of rows) found[row.place - 1] = seenFrom(row);
  return found;
}

function seenFrom(row: ApplicationColumns & { request_hash?: string; reply?: unknown }): ApplicationRow {
  return { ...applicationFrom(row), kept: row.request_hash ? { requestHash: row.request_hash, reply: row.reply as KeptReply['reply'] } : null };
}

const read = (id: string): QueryConfig => ({ name: 'registrar-read', text: READ, values: [id] });
const readAndLock = (id: string): QueryConfig => ({ name: 'registrar-read-lock', text: READ_AND_LOCK, values: [id] });

async function readWithKey(client: PoolClient, values: [id: string, actor: string, key: string], lock: boolean): Promise<QueryResult> {
  if (lock) await client.query({ name: 'registrar-lock', text: LOCK, values: [values[0]] });
  return client.query({ name: 'registrar-read-key', text: READ_WITH_KEY, values });
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
    hands: row.hands,
    actingFor: row.acting_for,
    lastHash: row.last_hash,
    now: row.now,
    kept: null,
  };
}

/** The facts of the case that an application belongs to. */
export async function readFacts(client: PoolClient, applicationId: string): Promise<CaseFacts> {
  const { rows } = await client.query({ name: 'registrar-facts', text: READ_FACTS, values: [applicationId] });
  const row = rows[0];
  return { answers: row.answers, answersRevision: row.answers_revision, place: row.place, filedOn: row.filed_on, filingKind: row.filing_kind };
}

/** @returns false when somebody else moved the application meanwhile; then nothing was written. */
export async function writeMove(client: PoolClient, move: Move): Promise<boolean> {
  const { rows } = await client.query(moveStatement(move));
  return rows[0].moved === 1;
}
