import { ENDED } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import { pagesOf } from './pages';

/** Applications that are learnt from, at most, beside those that are open: the newest. */
const LEARNT = 10_000;
/** An application is seen though its transaction took as long to commit. */
const OVERLAP_MS = 600_000;
const PAGE = 2_000;

const EVERYTHING = `
  SELECT id, revision FROM (SELECT id, revision FROM application WHERE life_of IS NULL ORDER BY id DESC LIMIT $1) newest
  UNION
  SELECT id, revision FROM application WHERE life_of IS NULL AND status <> ALL($2)`;

const NEW = `SELECT id, revision FROM application WHERE life_of IS NULL AND id >= $1`;

const MOVED = `
  SELECT a.id, a.revision FROM unnest($1::uuid[], $2::int[]) AS known (id, revision) JOIN application a ON a.id = known.id
   WHERE a.revision > known.revision`;

interface Row {
  id: string;
  revision: number;
}

/** What is known of applications so far. */
interface Followed {
  openIds(): Iterable<string>;
  find(id: string): { revision: number } | undefined;
  hasEnded(id: string): boolean;
}

/**
 * Applications of which something is not known yet. Their ids are in the order of time, so that new ones are found at the end of the key, and open ones
 * one by one; nothing is asked of the events for it. @param lookedAt milliseconds since 1970 of the last look; undefined at the first.
 */
export async function findMoved(source: Pick<DataSource, 'query'>, lookedAt: number | undefined, followed: Followed): Promise<string[]> {
  const isNews = ({ id, revision }: Row): boolean => !followed.hasEnded(id) && (followed.find(id)?.revision ?? 0) < revision;
  if (lookedAt === undefined) return ((await source.query(EVERYTHING, [LEARNT, ENDED])) as Row[]).filter(isNews).map(({ id }) => id);
  const rows: Row[] = await source.query(NEW, [firstIdAskedFor(lookedAt)]);
  const moved = new Set(rows.filter(isNews).map(({ id }) => id));
  for (const ids of pagesOf(followed.openIds(), PAGE)) {
    const found: Row[] = await source.query(MOVED, [ids, ids.map((id) => followed.find(id)?.revision ?? 0)]);
    for (const row of found.filter(isNews)) moved.add(row.id);
  }
  return [...moved];
}

/** The next look asks for the applications from this id on, known or not: the least UUID of version 7 of a moment before the last one. */
export function firstIdAskedFor(lookedAt: number): string {
  const hex = Math.max(0, lookedAt - OVERLAP_MS).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
