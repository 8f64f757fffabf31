import { ENDED } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';

/** Applications that are learnt from, at most, beside those that are open: the newest. */
const LEARNT = 10_000;
/** An application is seen though its transaction took as long to commit. */
const OVERLAP_MS = 600_000;

const EVERYTHING = `
  SELECT id, revision FROM (SELECT id, revision FROM application WHERE life_of IS NULL ORDER BY id DESC LIMIT $1) newest
  UNION
  SELECT id, revision FROM application WHERE life_of IS NULL AND status <> ALL($2)`;

const SINCE = `SELECT id, revision FROM application WHERE life_of IS NULL AND (id > $1 OR id = ANY($2))`;

/** What is known of applications so far. */
interface Followed {
  readonly openIds: string[];
  find(id: string): { revision: number } | undefined;
  hasEnded(id: string): boolean;
}

/**
 * Applications of which something is not known yet. Their ids are in the order of time, so that new ones are found at the end of the key, and open ones
 * one by one; nothing is asked of the events for it. @param lookedAt milliseconds since 1970 of the last look; undefined at the first.
 */
export async function findMoved(source: Pick<DataSource, 'query'>, lookedAt: number | undefined, followed: Followed): Promise<string[]> {
  const rows: { id: string; revision: number }[] =
    lookedAt === undefined ? await source.query(EVERYTHING, [LEARNT, ENDED]) : await source.query(SINCE, [firstIdOf(lookedAt - OVERLAP_MS), followed.openIds]);
  return rows.filter(({ id, revision }) => !followed.hasEnded(id) && (followed.find(id)?.revision ?? 0) < revision).map(({ id }) => id);
}

/** The least UUID of version 7 of a moment. */
function firstIdOf(moment: number): string {
  const hex = Math.max(0, moment).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
