import type { StoredState } from '@anuyat/licence-kit';
import type { PoolClient, QueryConfig } from 'pg';
import type { ApplicationRow, CaseFacts, LaneOffice } from './application-row';
import type { Hands } from './hands';
import type { KeptReply } from './kept-replies';
import { MOST_TOGETHER, type Move } from './move';
import { moveStatement } from './move-statement';

/** Which application is read, and for whose key: `actor` is the holder's name, as {@link keyHolder} gives it. */
export interface Sought {
  id: string;
  actor: string;
  key: string | undefined;
  /** Whether the facts of the case are read along. */
  withFile?: boolean;
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
  submitted_at: Date;
  last_hash: Buffer;
  application_answers_revision: number;
  now: Date;
}

/** What the registrar reads of an application `a`. Its time goes on though the server's clock be set back, for the ledger does too. */
export const APPLICATION_COLUMNS = `a.id, a.case_id, a.account_id, a.code, a.version, a.revision, a.state, a.status, a.offices, a.hands, a.acting_for, a.submitted_at, a.last_hash, a.answers_revision AS application_answers_revision,
         greatest(clock_timestamp(), a.moved_at) AS now`;

/** What a case holds `c`: the facts that rules and offices read, and its papers. */
export const FILE_COLUMNS = `c.answers, c.answers_revision, c.place, c.filing_kind, to_char(c.received_at_legal AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS filed_on,
         (SELECT jsonb_agg(jsonb_build_object('code', d.code, 'sha256', d.sha256)) FROM document d WHERE d.case_id = c.id AND d.removed_at IS NULL) AS documents`;

const READ = `SELECT ${APPLICATION_COLUMNS} FROM application a WHERE a.id = $1`;

/** With the case's facts, for those who need them, in the same statement. */
const columns = (withFile: boolean): string => (withFile ? `${APPLICATION_COLUMNS}, ${FILE_COLUMNS}` : APPLICATION_COLUMNS);
const file = (withFile: boolean): string => (withFile ? 'JOIN case_file c ON c.id = a.case_id' : '');

const READ_WITH_FILE = `SELECT ${columns(true)} FROM application a ${file(true)} WHERE a.id = $1`;

const readWithKeyText = (withFile: boolean): string => `
  SELECT ${columns(withFile)}, k.request_hash, k.reply
    FROM application a ${file(withFile)}
    LEFT JOIN idempotency_key k ON k.actor = $2 AND k.key = $3
   WHERE a.id = $1`;
const READ_WITH_KEY = readWithKeyText(false);
const READ_WITH_KEY_AND_FILE = readWithKeyText(true);

/** Arrays that a subquery holds are of unknown length to the planner, which then keeps one plan for all; the range as in the moves' statement. */
const readTogetherText = (withFile: boolean): string => `
  SELECT s.place_in_line::int, ${columns(withFile)}, k.request_hash, k.reply
    FROM unnest((SELECT $1::uuid[]), (SELECT $2::text[]), (SELECT $3::text[])) WITH ORDINALITY AS s (id, actor, key, place_in_line)
    JOIN application a ON a.id = s.id ${file(withFile)}
    LEFT JOIN idempotency_key k ON k.actor = s.actor AND k.key = s.key
   WHERE s.place_in_line BETWEEN 1 AND ${MOST_TOGETHER}`;
const READ_TOGETHER = readTogetherText(false);
const READ_TOGETHER_WITH_FILES = readTogetherText(true);

/** For the last try after lost races, and for work that is part of a larger transaction. */
const READ_AND_LOCK = `${READ} FOR UPDATE`;

/** Before a read with a key, and a statement of its own: one that waits for a lock still sees the keys as they were before it waited. */
const LOCK = `SELECT 1 FROM application WHERE id = $1 FOR UPDATE`;

const READ_FACTS = `
  SELECT ${FILE_COLUMNS}
    FROM case_file c JOIN application a ON a.case_id = c.id
   WHERE a.id = $1`;

/** @returns undefined when there is no such application. */
export async function readApplication(client: PoolClient, { id, actor, key, withFile = false }: Sought, lock: boolean): Promise<ApplicationRow | undefined> {
  if (lock && (key !== undefined || withFile)) await client.query({ name: 'registrar-lock', text: LOCK, values: [id] });
  const { rows } = await client.query(key === undefined ? readOne(id, lock, withFile) : readWithKey([id, actor, key], withFile));
  return rows[0] && seenFrom(rows[0], withFile);
}

/** Several at once, without locking them. @returns a row or undefined for each, in their order. */
export async function readApplications(client: PoolClient, sought: readonly Sought[], withFile = false): Promise<(ApplicationRow | undefined)[]> {
  const values = [sought.map(({ id }) => id), sought.map(({ actor }) => actor), sought.map(({ key }) => key ?? null)];
  const { rows } = await client.query(
    withFile ? { name: 'registrar-read-together-files', text: READ_TOGETHER_WITH_FILES, values } : { name: 'registrar-read-together', text: READ_TOGETHER, values },
  );
  const found: (ApplicationRow | undefined)[] = sought.map(() => undefined);
  for (const row of rows) found[row.place_in_line - 1] = seenFrom(row, withFile);
  return found;
}

function seenFrom(row: ApplicationColumns & FileColumns & { request_hash?: string; reply?: unknown }, withFile: boolean): ApplicationRow {
  const kept = row.request_hash ? { requestHash: row.request_hash, reply: row.reply as KeptReply['reply'] } : null;
  return { ...applicationFrom(row), kept, ...(withFile ? { file: fileFrom(row) } : {}) };
}

function readOne(id: string, lock: boolean, withFile: boolean): QueryConfig {
  if (withFile) return { name: 'registrar-read-file', text: READ_WITH_FILE, values: [id] };
  return lock ? { name: 'registrar-read-lock', text: READ_AND_LOCK, values: [id] } : { name: 'registrar-read', text: READ, values: [id] };
}

function readWithKey(values: [id: string, actor: string, key: string], withFile: boolean): QueryConfig {
  return withFile ? { name: 'registrar-read-key-file', text: READ_WITH_KEY_AND_FILE, values } : { name: 'registrar-read-key', text: READ_WITH_KEY, values };
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
    submittedAt: row.submitted_at,
    lastHash: row.last_hash,
    answersRevision: row.application_answers_revision,
    now: row.now,
    kept: null,
  };
}

/** The columns of a case as they come from the database. */
export interface FileColumns {
  answers: CaseFacts['answers'];
  answers_revision: number;
  place: CaseFacts['place'];
  filed_on: string | null;
  filing_kind: CaseFacts['filingKind'];
  documents: CaseFacts['documents'] | null;
}

export function fileFrom(row: FileColumns): CaseFacts {
  return { answers: row.answers, answersRevision: row.answers_revision, place: row.place, filedOn: row.filed_on, ...(row.filing_kind ? { filingKind: row.filing_kind } : {}), documents: row.documents ?? [] };
}

/** The facts of the case that an application belongs to. */
export async function readFacts(client: PoolClient, applicationId: string): Promise<CaseFacts> {
  const { rows } = await client.query({ name: 'registrar-facts', text: READ_FACTS, values: [applicationId] });
  return fileFrom(rows[0]);
}

/**
 * Writes the moves, {@link MOST_TOGETHER} at most.
 * @returns for each whether it was made: not when somebody else holds the application or moved it meanwhile; then nothing of it was written.
 */
export async function writeMoves(client: PoolClient, moves: readonly Move[]): Promise<boolean[]> {
  const { rows } = await client.query<{ n: number }>(moveStatement(moves));
  const made = new Set(rows.map(({ n }) => n));
  return moves.map((_, n) => made.has(n));
}
