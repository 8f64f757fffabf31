import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source';
import { createTestDatabase, fillOneOfEverything, one, type TestDatabase } from '../testing';
import { readFor, type Reader } from './reader';

const nobody: Reader = { accountId: '00000000-0000-7000-8000-000000000000', offices: [], territories: [], companies: [] };

/** Who is something to the one case that there is. */
const readers: Record<string, Reader> = {
  applicant: { ...nobody, accountId: one.account },
  officer: { ...nobody, accountId: one.officer, offices: [one.office] },
  appeal: { ...nobody, offices: [one.appealOffice] },
  exception: { ...nobody, accountId: one.exceptional, offices: ['office-c'] },
  monitor: { ...nobody, territories: [one.estate] },
  monitorOfAll: { ...nobody, territories: ['*'] },
  agent: { ...nobody, companies: [one.company] },
};

/** Which tables show their row to whom. */
const shown: Record<string, string[]> = {
  'applicant officer': ['access_note', 'bill', 'bill_term', 'fee_ledger', 'fee_refund', 'fee_refund_settlement', 'fee_refund_way', 'payment', 'payment_correction', 'payment_resolution'],
  'applicant': ['account', 'account_link', 'account_role', 'company_mandate', 'joint_payment', 'joint_payment_bill', 'letter', 'mail_address', 'mandate_request', 'notice', 'office_membership', 'security_event', 'session', 'upload', 'upload_piece'],
  'applicant officer appeal': ['answer_change', 'appeal', 'decision_order', 'decision_record', 'defect_notice', 'delay_notice', 'delivery', 'document', 'late_answer', 'licence_offer', 'licence_paper', 'reopening', 'stuck_work'],
  'applicant officer appeal exception monitor monitorOfAll': ['application', 'case_file', 'history', 'licence', 'licence_edition', 'licence_status', 'promise_watch', 'promised_date', 'timer'],
  'exception': ['exceptional_look'],
  'applicant officer appeal agent': ['stored_file'],
  'officer': ['task'],
  'applicant agent': ['vault_paper'],
};

const GUARDED = `SELECT relname::text AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY 1`;

describe('a table that is asked for everything it has', () => {
  let database: TestDatabase;
  let source: DataSource;
  let tables: string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    source = await createDataSource(database.appUrl, 'each-table-spec', [], 2).initialize();
    tables = ((await source.query(GUARDED)) as { name: string }[]).map(({ name }) => name);
    await fillOneOfEverything(database.ownerUrl, tables);
  });
  afterAll(async () => {
    await source.destroy();
    await database.dispose();
  });
  const countIn = async (table: string, reader?: Reader): Promise<number> => {
    const statement = ['SELECT FROM', table].join(' ');
    const rows: unknown[] = await (reader ? readFor(reader, () => source.query(statement)) : source.query(statement));
    return rows.length;
  };

  it('shows it to those whose it is, who decide it or watch over it, and each table to those who read it', async () => {
    const found: Record<string, string[]> = {};
    for (const table of tables) {
      const seeing: string[] = [];
      for (const [who, reader] of Object.entries(readers)) if ((await countIn(table, reader)) > 0) seeing.push(who);
      (found[seeing.join(' ')] ??= []).push(table);
    }
    expect(found).toEqual(shown);
  });

  it('shows nothing to another account, office, territory and company, while everything is there', async () => {
    const other: Reader = { accountId: '0a000000-0000-7000-8000-00000000000f', offices: ['office-d', 'office-e'], territories: ['estate-b'], companies: ['0105999999986'] };
    for (const table of tables) expect([table, (await countIn(table)) > 0, await countIn(table, other)]).toEqual([table, true, 0]);
  });

  it('fails where nobody said for whom, whether the session is fresh or read for somebody before', async () => {
    for (const table of tables) {
      const statement = ['SELECT FROM', table].join(' ');
      const unsaid = source.transaction(async (tx) => {
        await tx.query(`SET LOCAL ROLE anuyat_reader`);
        return (await tx.query(statement)) as unknown[];
      });
      await expect(unsaid).rejects.toThrow(/unrecognized configuration parameter "anuyat\.|invalid input syntax for type uuid: ""/);
    }
  });
});
