import type { RecordKind } from './record-kinds';

/** A row as the ledger sees it. */
export interface RecordRow {
  subject: string;
  content: unknown;
  /** The digest of a content that was removed when its time was over; the row is empty then. */
  removed?: string | null;
}

const CONTENT = `(SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(to_jsonb(t)) AS e WHERE e.key = ANY($1))`;
const ENTRY = `SELECT FROM ledger_entry e WHERE e.kind = @kind AND e.subject = @subject AND e.revision = 0`;

const NEW = `SELECT @subject AS subject, ${CONTENT} AS content FROM @table t WHERE @where AND NOT EXISTS (${ENTRY}) ORDER BY 1`;
const ALL = `
  SELECT @subject AS subject, ${CONTENT} AS content, encode(l.digest, 'hex') AS digest, encode(g.digest, 'hex') AS removed
    FROM @table t LEFT JOIN ledger_entry l ON l.kind = @kind AND l.subject = @subject AND l.revision = 0
    LEFT JOIN content_removed g ON g.kind = @kind AND g.subject = @subject WHERE @where`;
const LOST = `SELECT l.subject FROM ledger_entry l WHERE l.kind = @kind AND NOT EXISTS (SELECT FROM @table t WHERE @subject = l.subject AND @where) AND NOT EXISTS (SELECT FROM content_removed g WHERE g.kind = l.kind AND g.subject = l.subject AND g.digest = l.digest) ORDER BY l.position`;
const OF_CASE = `
  SELECT @subject AS subject, ${CONTENT} AS content, l.position::float8 AS position, encode(g.digest, 'hex') AS removed
    FROM @table t LEFT JOIN ledger_entry l ON l.kind = @kind AND l.subject = @subject AND l.revision = 0
    LEFT JOIN content_removed g ON g.kind = @kind AND g.subject = @subject WHERE @where AND @ofCase ORDER BY 1`;

/** Rows that the ledger does not hold yet; `$1`: the columns. Read with the session's time zone at UTC, as all of these. */
export const newRecords = (kind: RecordKind): string => fill(NEW, kind);

/** Every row, with the digest that was entered of it; `$1`: the columns. */
export const allRecords = (kind: RecordKind): string => fill(ALL, kind);

/** What was entered and has no row any more, or one that would not be entered now. */
export const lostRecords = (kind: RecordKind): string => fill(LOST, kind);

/** The rows of one case, with their places; `$1`: the columns, `$2`: the case. */
export const recordsOfCase = (kind: RecordKind): string => fill(OF_CASE, kind);

/** Every word that goes in is one of our own constants. */
function fill(text: string, { kind, table, subject, where = 'true', ofCase = 'false' }: RecordKind): string {
  return text.replaceAll('@kind', () => `'${kind}'`).replaceAll('@table', () => table).replaceAll('@where', () => where).replaceAll('@ofCase', () => ofCase).replaceAll('@subject', () => subject);
}
