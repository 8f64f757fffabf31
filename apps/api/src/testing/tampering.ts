import { CHAIN_START, lineHash, type LineContent } from '@anuyat/ledger-proof';
import type { EntityManager } from 'typeorm';

/** One change to a stored row, as somebody with the owner's rights could make it. */
export interface Tampering {
  table: string;
  column: string;
  /** Which rows, in SQL that names a row `t`. */
  where: string;
}

const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS "column", t.typname AS type FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`;

const GUARDS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'u', 'p') AND conrelid <> 0 ORDER BY contype = 'p', contype = 'u'`;

const NUMBERED = `
  SELECT c.relname AS "table", quote_ident(a.attname) AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND a.attidentity <> ''`;

/** Columns of every table with their types. */
export async function columnsOf(tx: EntityManager): Promise<Map<string, Map<string, string>>> {
  const rows: { table: string; column: string; type: string }[] = await tx.query(COLUMNS);
  return new Map([...Map.groupBy(rows, ({ table }) => table)].map(([table, columns]) => [table, new Map(columns.map(({ column, type }) => [column, type]))]));
}

/** Takes away what the database itself would refuse a change with: checks, references, unique keys, and triggers of our own. */
export async function dropGuards(tx: EntityManager): Promise<void> {
  const guards: { table: string; name: string }[] = await tx.query(GUARDS);
  for (const { table, name } of guards) await tx.query('ALTER TABLE @table DROP CONSTRAINT IF EXISTS @name CASCADE'.replace('@table', () => table).replace('@name', () => name));
  await tx.query(`CREATE INDEX ON ledger_entry (kind, subject, revision)`);
  const numbered: { table: string; name: string }[] = await tx.query(NUMBERED);
  for (const { table, name } of numbered) await tx.query('ALTER TABLE @table ALTER @name DROP IDENTITY'.replace('@table', () => table).replace('@name', () => name));
  for (const table of new Set(guards.map((guard) => guard.table))) await tx.query('ALTER TABLE @table DISABLE TRIGGER USER'.replace('@table', () => table));
}

/** What a type's value becomes when a bit of it is another: `v` is the value, and nothing becomes something. */
const OTHER: Record<string, string> = {
  text: `CASE WHEN coalesce(v, '') = '' THEN 'x' ELSE overlay(v placing chr(ascii(substr(v, length(v))) # 1) from length(v)) END`,
  bytea: `CASE WHEN coalesce(length(v), 0) = 0 THEN '\\x00'::bytea ELSE set_byte(v, length(v) / 2, get_byte(v, length(v) / 2) # 4) END`,
  uuid: `CASE WHEN v IS NULL THEN gen_random_uuid() ELSE overlay(v::text placing CASE WHEN right(v::text, 1) = '0' THEN '1' ELSE '0' END from 36)::uuid END`,
  int4: `coalesce(v, 0) # 1`,
  int8: `coalesce(v, 0) # 1`,
  numeric: `coalesce(v, 0) + 0.0001`,
  bool: `NOT coalesce(v, false)`,
  date: `coalesce(v, CURRENT_DATE) + 1`,
  interval: `coalesce(v, interval '0') + interval '1 day'`,
  timestamptz: `coalesce(v, now()) + interval '1 microsecond'`,
  jsonb: `CASE WHEN v ? 'x' THEN v - 'x' WHEN jsonb_typeof(v) = 'object' THEN v || '{"x": 1}' WHEN jsonb_typeof(v) = 'array' THEN v || '[1]' ELSE '{"x": 1}' END`,
  json: `CASE WHEN v IS NULL THEN '{}' ELSE regexp_replace(v::text, '[a-z](?=")', 'Q')::json END`,
};

/** Changes one column of one row. @throws for a type that it has no other value of. */
export async function tamper(tx: EntityManager, { table, column, where }: Tampering, type: string): Promise<void> {
  const other = OTHER[type];
  if (!other) throw new Error(`No other value of ${type} is known.`);
  const sql = 'UPDATE @table SET @column = @other WHERE ctid = (SELECT ctid FROM @table t WHERE @where ORDER BY (@column IS NULL), ctid LIMIT 1)';
  await tx.query(sql.replaceAll('@where', () => where).replaceAll('@other', () => other.replaceAll(/\bv\b/g, () => `"${column}"`)).replaceAll('@table', () => table).replaceAll('@column', () => `"${column}"`));
}

/** Puts a row of made-up values into a table that has none, so that each column of it can be changed. */
export async function fillIn(tx: EntityManager, table: string, columns: ReadonlyMap<string, string>): Promise<void> {
  const [some]: { is_empty: boolean }[] = await tx.query('SELECT NOT EXISTS (SELECT FROM @table) AS is_empty'.replace('@table', () => table));
  if (!some?.is_empty) return;
  const values = [...columns.values()].map((type) => OTHER[type]?.replaceAll(/\bv\b/g, () => `NULL::${type}`) ?? 'NULL');
  const names = [...columns.keys()].map((name) => `"${name}"`).join(', ');
  await tx.query('INSERT INTO @table (@names) VALUES (@values)'.replace('@table', () => table).replace('@names', () => names).replace('@values', () => values.join(', ')));
}

/** Changes the first line of a history and computes its whole chain again, up to the hash that the application keeps. */
export async function rewriteHistory(tx: EntityManager, applicationId: string): Promise<void> {
  await tx.query(`UPDATE history SET data = data || '{"x": 1}' WHERE application_id = $1 AND revision = 1`, [applicationId]);
  const lines: (Omit<LineContent, 'at'> & { revision: number; at: Date })[] = await tx.query(
    `SELECT revision, type, data, actor, at, rulings, state, effects FROM history WHERE application_id = $1 ORDER BY revision`, [applicationId],
  );
  let previous = CHAIN_START;
  for (const { revision, at, ...line } of lines) {
    const hash = lineHash(previous, applicationId, revision, { ...line, at: at.toISOString() });
    await tx.query(`UPDATE history SET previous_hash = decode($3, 'hex'), hash = decode($4, 'hex') WHERE application_id = $1 AND revision = $2`, [applicationId, revision, previous, hash]);
    previous = hash;
  }
  await tx.query(`UPDATE application SET last_hash = decode($2, 'hex') WHERE id = $1`, [applicationId, previous]);
}

/** Takes the ledger back to its first root, as if nothing had been entered since. */
export async function cutBack(tx: EntityManager): Promise<void> {
  await tx.query(`DELETE FROM ledger_root WHERE number > 1`);
  await tx.query(`DELETE FROM ledger_entry WHERE position >= (SELECT size FROM ledger_root)`);
  await tx.query(`DELETE FROM ledger_node WHERE (index + 1) * (2::bigint ^ level)::bigint > (SELECT size FROM ledger_root)`);
}
