import type { DataSource } from 'typeorm';
import type { Leg } from './critical-path';
import type { Reason } from './reasons';

/** What a promise was computed from. */
export interface Basis {
  finished: number;
  needed: number;
  share: number;
  /** How many times the reckoned path was promised. */
  stretch: number | null;
  /** Milliseconds. */
  path: number;
  legs: Leg[];
  /** Licence type that comes first. */
  first: string | null;
}

/** A promise as it is kept. Days are ISO dates. */
export interface KeptPromise {
  applicationId: string;
  at: Date;
  promisedOn: string | null;
  statutoryOn: string | null;
  reason: Reason;
  basis: Basis;
}

export type NewPromise = Omit<KeptPromise, 'at'> & { revision: number };

const INSERT = `
  INSERT INTO promised_date (application_id, ordinal, by_revision, promised_on, statutory_on, reason, basis)
  SELECT $1, coalesce((SELECT max(ordinal) FROM promised_date WHERE application_id = $1), 0) + 1, $2, $3, $4,
         CASE WHEN EXISTS (SELECT FROM promised_date WHERE application_id = $1) THEN $5::jsonb ELSE '{"code": "first"}' END, $6
    FROM claimed
   WHERE NOT EXISTS (
     SELECT FROM (SELECT promised_on, statutory_on FROM promised_date WHERE application_id = $1 ORDER BY ordinal DESC LIMIT 1) last
      WHERE last.promised_on IS NOT DISTINCT FROM $3::date AND last.statutory_on IS NOT DISTINCT FROM $4::date
   )
  RETURNING ordinal`;

/** Of several workers the first to get there has the claim; whoever comes later with the same revision has nothing to write. */
const AT_EVENT = `
  WITH claimed AS (
    INSERT INTO promise_watch (application_id, revision) VALUES ($1, $2)
    ON CONFLICT (application_id) DO UPDATE SET revision = excluded.revision WHERE promise_watch.revision < excluded.revision
    RETURNING application_id
  )${INSERT}`;

/** Without an event: of one application once in twenty hours, unless its promised day has passed. */
const BETWEEN_EVENTS = `
  WITH claimed AS (
    UPDATE promise_watch SET revised_at = now()
     WHERE application_id = $1 AND revision = $2 AND ended_at IS NULL AND ($7 OR revised_at < now() - interval '20 hours')
    RETURNING application_id
  )${INSERT}`;

const LAST = `
  SELECT DISTINCT ON (application_id) application_id AS "applicationId", at, to_char(promised_on, 'YYYY-MM-DD') AS "promisedOn", to_char(statutory_on, 'YYYY-MM-DD') AS "statutoryOn", reason, basis
    FROM promised_date WHERE application_id = ANY($1) ORDER BY application_id, ordinal DESC`;

const ALL = `
  SELECT application_id AS "applicationId", at, to_char(promised_on, 'YYYY-MM-DD') AS "promisedOn", to_char(statutory_on, 'YYYY-MM-DD') AS "statutoryOn", reason, basis
    FROM promised_date WHERE application_id = ANY($1) ORDER BY application_id, ordinal`;

const WATCHED = `SELECT application_id AS id, revision, ended_at IS NOT NULL AS "hasEnded" FROM promise_watch WHERE application_id = ANY($1)`;

const END = `UPDATE promise_watch SET revision = greatest(revision, $2), ended_at = $3, outcome = $4 WHERE application_id = $1 AND ended_at IS NULL`;

/** The table of promises: lines are added and never changed. Doing anything twice adds nothing. */
export class PromiseStore {
  constructor(private readonly source: Pick<DataSource, 'query'>) {}

  /** Keeps what is promised since an event, if that is anything new. @returns whether it was. */
  async keep(promise: NewPromise): Promise<boolean> {
    return (await this.source.query(AT_EVENT, valuesOf(promise))).length > 0;
  }

  /** Keeps what is promised anew though nothing happened to the application. @param isAtOnce however short ago the last was. */
  async revise(promise: NewPromise, isAtOnce: boolean): Promise<boolean> {
    return (await this.source.query(BETWEEN_EVENTS, [...valuesOf(promise), isAtOnce])).length > 0;
  }

  /** Marks that it ended, so that its promises can be judged. One of which nothing was promised needs no mark. */
  async end(applicationId: string, revision: number, at: Date, outcome: 'decided' | 'withdrawn'): Promise<void> {
    await this.source.query(END, [applicationId, revision, at, outcome]);
  }

  /** Of applications of which something was promised: since which revision, and whether they are marked as ended. */
  async findWatched(ids: readonly string[]): Promise<Map<string, { revision: number; hasEnded: boolean }>> {
    const rows: { id: string; revision: number; hasEnded: boolean }[] = await this.source.query(WATCHED, [ids]);
    return new Map(rows.map(({ id, revision, hasEnded }) => [id, { revision, hasEnded }]));
  }

  /** What is promised now, by application. */
  async findLast(ids: readonly string[]): Promise<Map<string, KeptPromise>> {
    const rows: KeptPromise[] = await this.source.query(LAST, [ids]);
    return new Map(rows.map((row) => [row.applicationId, row]));
  }

  /** Everything that was ever promised for some applications, oldest first. */
  ofApplications(ids: readonly string[]): Promise<KeptPromise[]> {
    return this.source.query(ALL, [ids]);
  }
}

function valuesOf({ applicationId, revision, promisedOn, statutoryOn, reason, basis }: NewPromise): unknown[] {
  return [applicationId, revision, promisedOn, statutoryOn, JSON.stringify(reason), JSON.stringify(basis)];
}
