import type { DataSource } from 'typeorm';
import type { Me } from '@anuyat/contract';
import { asPortal, readFor, type Reader } from '@anuyat/database';
import { must } from '../cases/testing/walk';
import type { TestPortal } from './start-test-portal';

const GUARDED = `SELECT relname::text AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY 1`;

/** As whom the database reads for a persona. */
export async function readerOf(portal: TestPortal, hint: string | null): Promise<Reader> {
  const { account } = must(await portal.call<Me>(hint, 'GET', '/api/auth/me'), 200);
  if (!account) throw new Error('Nobody is signed in.');
  return { accountId: account.id, offices: account.offices.map(({ office }) => office.code), territories: account.territories, companies: account.companies.map(({ juristicId }) => juristicId) };
}

/** Where each row of each guarded table lies that is there for a reader who asks without any condition; for nobody in particular, all that there are. */
export async function rowsOf(source: DataSource, reader?: Reader): Promise<Record<string, string[]>> {
  const tables: { name: string }[] = await asPortal(() => source.query(GUARDED));
  const seen: Record<string, string[]> = {};
  for (const { name } of tables) {
    const statement = ['SELECT ctid::text AS at FROM', name].join(' ');
    const rows: { at: string }[] = await (reader ? readFor(reader, () => source.query(statement)) : source.query(statement));
    seen[name] = rows.map(({ at }) => at);
  }
  return seen;
}

/** Names of tables with rows of both. */
export function sharedBy(one: Record<string, string[]>, other: Record<string, string[]>): string[] {
  return Object.keys(one).filter((name) => one[name]?.some((at) => other[name]?.includes(at)));
}

/** Names of tables with any row. */
export function filled(rows: Record<string, string[]>): string[] {
  return Object.keys(rows).filter((name) => (rows[name]?.length ?? 0) > 0);
}
