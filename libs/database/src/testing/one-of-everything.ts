import { Client } from 'pg';
import { getClusterAddress, withDatabase } from './cluster-address';

/** By whom and what the one row of each table is; whatever a table asks besides is filled in by its type. */
export const one = {
  account: '0a000000-0000-7000-8000-000000000001', officer: '0a000000-0000-7000-8000-000000000002', exceptional: '0a000000-0000-7000-8000-000000000003',
  office: 'office-a', appealOffice: 'office-b', estate: 'estate-a', company: '0105999999994',
  case: '0c000000-0000-7000-8000-000000000001', application: '0c000000-0000-7000-8000-000000000002', order: '0c000000-0000-7000-8000-000000000003', bill: '0c000000-0000-7000-8000-000000000004',
  refund: '0c000000-0000-7000-8000-000000000005', joint: '0c000000-0000-7000-8000-000000000006', address: '0c000000-0000-7000-8000-000000000009', appeal: '0c000000-0000-7000-8000-000000000008', upload: '0c000000-0000-7000-8000-000000000007', licence: 'L-1', file: 'f'.repeat(64), transaction: 'T-1', reference: 'R-1',
};

const IDS: Record<string, string> = { account: one.account, case_file: one.case, application: one.application, decision_order: one.order, bill: one.bill, fee_refund: one.refund, joint_payment: one.joint, upload: one.upload, mail_address: one.address };

const BY_NAME: Record<string, unknown> = {
  account_id: one.account, subject_id: one.account, case_id: one.case, application_id: one.application, against: one.application, office: one.office, estate: one.estate, zone: null, juristic_id: one.company,
  order_id: one.order, bill_id: one.bill, refund_id: one.refund, joint_id: one.joint, upload_id: one.upload, address_id: one.address, number: one.licence, sha256: one.file, transaction_id: one.transaction, ref1: one.reference,
  until: 'tomorrow', offices: JSON.stringify({ lane: { office: one.office } }),
};

/** What is otherwise in one table. */
const BY_TABLE: Record<string, Record<string, string>> = { access_note: { reader_id: one.officer }, exceptional_look: { reader_id: one.exceptional }, appeal: { application_id: one.appeal } };

/** The appeal against the application, which another office decides. */
const APPEAL = `INSERT INTO application SELECT (jsonb_populate_record(a, jsonb_build_object('id', $1::text, 'number', 'appeal', 'offices', jsonb_build_object('lane', jsonb_build_object('office', $2::text))))).* FROM application a`;

const BY_TYPE: Record<string, unknown> = { uuid: '0f000000-0000-7000-8000-000000000001', text: 'x', jsonb: '{}', integer: 1, smallint: 1, bigint: 1, numeric: 1, boolean: false, bytea: '\\x00', date: 'today', 'timestamp with time zone': 'now', 'text[]': '{}', 'uuid[]': '{}', ARRAY: '{}' };

const COLUMNS = `
  SELECT table_name AS "table", column_name AS "column", data_type AS type, is_nullable = 'NO' AND column_default IS NULL AS "isAsked" FROM information_schema.columns
   WHERE table_schema = 'public' AND table_name = ANY($1) AND is_generated = 'NEVER' ORDER BY 1, ordinal_position`;

const CHECKS = `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`;

/** Puts one row into each of the tables of a throwaway database, whatever its checks and references say. */
export async function fillOneOfEverything(ownerUrl: string, tables: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: withDatabase(getClusterAddress().superuserUrl, new URL(ownerUrl).pathname.slice(1)) });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    const { rows: checks } = await client.query<{ table: string; name: string }>(CHECKS);
    for (const { table, name } of checks) await client.query(`ALTER TABLE ${client.escapeIdentifier(table)} DROP CONSTRAINT ${client.escapeIdentifier(name)}`);
    const { rows } = await client.query<{ table: string; column: string; type: string; isAsked: boolean }>(COLUMNS, [tables]);
    for (const [table, columns] of Map.groupBy(rows, (row) => row.table)) {
      const given = columns.flatMap(({ column, type, isAsked }) => {
        const value = column === 'id' && type === 'uuid' ? (IDS[table] ?? BY_TYPE['uuid']) : (BY_TABLE[table]?.[column] ?? BY_NAME[column] ?? (isAsked ? BY_TYPE[type] : undefined));
        return value === undefined || value === null ? [] : [{ column, value }];
      });
      const names = given.map(({ column }) => client.escapeIdentifier(column)).join(', ');
      const places = given.map((_, at) => `$${at + 1}`).join(', ');
      const statement = ['INSERT INTO', client.escapeIdentifier(table), '(', names, ') OVERRIDING SYSTEM VALUE VALUES (', places, ')'].join(' ');
      await client.query(statement, given.map(({ value }) => value));
    }
    await client.query(APPEAL, [one.appeal, one.appealOffice]);
  } finally {
    await client.end();
  }
}
