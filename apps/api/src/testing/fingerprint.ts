import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** What people have in the portal; sessions, and what waits to be handed over, come and go. */
const KEPT = ['case_file', 'answer_change', 'document', 'vault_paper', 'upload', 'upload_piece', 'application', 'history', 'timer', 'task', 'bill', 'payment', 'licence', 'notice', 'holiday', 'idempotency_key', 'office_membership', 'account_role'];

const DIGESTS = `
  SELECT name, query_to_xml(format('SELECT md5(coalesce(string_agg(to_jsonb(t)::text, '''' ORDER BY to_jsonb(t)::text), '''')) FROM %I t', name), true, true, '')::text AS digest
    FROM unnest($1::text[]) AS name`;

/** A digest of each table: what is equal before and after was not touched. */
export async function fingerprint(source: DataSource): Promise<Record<string, string>> {
  const rows: { name: string; digest: string }[] = await source.query(DIGESTS, [KEPT]);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** What the worker still has to do by itself: effects that wait, and clocks that are due and have not rung, such as the one of a licence that may be renewed from the day it is issued. */
const LEFT = `SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM timer WHERE due_at <= now() AND stopped_at IS NULL AND fired_at IS NULL) AS left`;

/** Waits until every effect is done by the worker, and every clock that is due has rung. */
export async function untilDone(source: DataSource): Promise<void> {
  for (;;) {
    const [row]: { left: string }[] = await source.query(LEFT);
    if (row?.left === '0') return;
    await wait(20);
  }
}
