import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, onClient } from '../data-source';
import { createTestDatabase, type TestDatabase } from '../testing';
import { asPortal, readFor, READER_ROLE } from './reader';

/** Tables of which a person reads rows of their own, of their offices or of their territory. A new table stands in one of the three lists. */
const guarded = [
  'access_note', 'account', 'account_link', 'account_role', 'answer_change', 'appeal', 'application', 'bill', 'bill_term', 'case_file', 'company_mandate', 'decision_order', 'decision_record', 'defect_notice', 'delay_notice', 'delivery', 'document',
  'exceptional_look', 'fee_ledger', 'fee_refund', 'fee_refund_settlement', 'fee_refund_way', 'history', 'joint_payment', 'joint_payment_bill', 'late_answer', 'letter', 'licence', 'licence_edition', 'licence_offer', 'licence_paper', 'licence_status', 'mail_address', 'mandate_request',
  'notice', 'office_membership', 'payment', 'payment_correction', 'payment_resolution', 'promise_watch', 'promised_date', 'reopening', 'security_event', 'session', 'stored_file', 'stuck_work', 'task', 'timer', 'upload', 'upload_piece', 'vault_paper',
];

/** What says nothing of anybody: definitions, rates, days, rules, public keys and digests. */
const open = ['content_removed', 'definition', 'fee_rate', 'holiday', 'ledger_entry', 'ledger_key', 'ledger_node', 'ledger_root', 'retention_rule', 'seal_key'];

/** What nobody reads for a person: the door's, the queue's, counters, and what only administrators and the portal itself look into. */
const closed = [
  'absence_cover', 'agency_administrator', 'agency_system', 'case_counter', 'definition_candidate', 'definition_proof', 'holiday_change', 'idempotency_key', 'ledger_wish', 'migrations', 'monitor_territory', 'number_series', 'officer_invitation', 'outbox', 'passkey',
  'passkey_challenge', 'passkey_signature', 'people_note', 'retention_night', 'status_list', 'system_message', 'system_nonce', 'system_signature', 'untold_decision', 'version_proposal',
];

/** Views that look with the rights of whoever asks, so that the policies hold below them. */
const views = ['clock_ledger', 'clock_stretch'];

const TABLES = `
  SELECT c.relname AS name, c.relkind = 'v' AS "isView", c.relrowsecurity AS "isGuarded", has_table_privilege('${READER_ROLE}', c.oid, 'SELECT') AS "isRead", coalesce('security_invoker=true' = ANY (c.reloptions), false) AS "asksAsOneself",
         has_table_privilege('${READER_ROLE}', c.oid, 'INSERT') OR has_any_column_privilege('${READER_ROLE}', c.oid, 'UPDATE') OR has_table_privilege('${READER_ROLE}', c.oid, 'DELETE') AS "isWritten",
         ARRAY(SELECT p.policyname::text FROM pg_policies p WHERE p.tablename = c.relname AND p.schemaname = 'public' AND ('${READER_ROLE}' = ANY (p.roles) OR 'public' = ANY (p.roles))) AS policies
    FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`;

interface Table {
  name: string;
  isView: boolean;
  isGuarded: boolean;
  isRead: boolean;
  asksAsOneself: boolean;
  isWritten: boolean;
  policies: string[];
}

const nobody = { accountId: '00000000-0000-7000-8000-000000000000', offices: [], territories: [], companies: [] };

describe('rows of people', () => {
  let database: TestDatabase;
  let source: DataSource;
  let tables: Table[];
  beforeAll(async () => {
    database = await createTestDatabase();
    source = await createDataSource(database.appUrl, 'rows-spec', [], 2).initialize();
    tables = await source.query(TABLES);
  });
  afterAll(async () => {
    await source.destroy();
    await database.dispose();
  });
  const named = (are: (table: Table) => boolean): string[] => tables.filter(are).map(({ name }) => name);

  it('are decided for every table: which are guarded, which say nothing of anybody, and which nobody reads for a person', () => {
    expect(named(({ isView, isGuarded }) => !isView && isGuarded)).toEqual(guarded);
    expect(named(({ isView, isGuarded, isRead }) => !isView && !isGuarded && isRead)).toEqual(open);
    expect(named(({ isView, isRead }) => !isView && !isRead)).toEqual([...closed].sort());
    expect(named(({ isView, isRead }) => isView && isRead)).toEqual(views);
    expect(named(({ isView, isRead, asksAsOneself }) => isView && isRead && !asksAsOneself)).toEqual([]);
    expect(tables.filter(({ isGuarded, policies }) => isGuarded && policies.join() !== 'people').map(({ name }) => name)).toEqual([]);
  });

  it('are written by nobody who reads for a person', async () => {
    expect(named(({ isWritten }) => isWritten)).toEqual([]);
    await expect(readFor(nobody, () => source.query(`DELETE FROM notice`))).rejects.toThrow(/permission denied|read-only/);
    await expect(asPortal(() => source.query(`DELETE FROM notice`))).resolves.toBeDefined();
  });

  it('are read by a role that signs in nowhere, owns nothing and is nobody special', async () => {
    const [role] = await source.query(
      `SELECT rolcanlogin OR rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls OR rolreplication AS "isSpecial", EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) AS "owns",
              EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid) AS "isMember" FROM pg_roles r WHERE rolname = '${READER_ROLE}'`,
    );
    expect(role).toEqual({ isSpecial: false, owns: false, isMember: false });
  });

  it('are not read without saying for whom, neither in a fresh session nor in one that said it before', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(`INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1, 'spec', 'nobody', 'ไม่มี', 'nobody')`, [nobody.accountId]);
    const fresh = new Client({ connectionString: database.appUrl });
    await fresh.connect();
    await fresh.query(`SET ROLE ${READER_ROLE}`);
    await expect(fresh.query(`SELECT FROM account`)).rejects.toThrow('unrecognized configuration parameter "anuyat.account"');
    await fresh.query('BEGIN');
    await fresh.query(`SELECT set_config('anuyat.account', $1, true)`, [nobody.accountId]);
    expect((await fresh.query(`SELECT id FROM account`)).rows).toEqual([{ id: nobody.accountId }]);
    await fresh.query('COMMIT');
    await expect(fresh.query(`SELECT FROM account`)).rejects.toThrow('invalid input syntax for type uuid: ""');
    await Promise.all([owner.end(), fresh.end()]);
  });

  it('are read as that role on whatever way the source is asked, at once or one after the other, and the portal is itself again afterwards', async () => {
    const whoAmI = `SELECT current_user::text AS name, coalesce(current_setting('anuyat.account', true), '') AS account`;
    const asked = { name: READER_ROLE, account: nobody.accountId };
    const ways = (): Promise<unknown[]> =>
      Promise.all([
        source.query(whoAmI),
        source.manager.query(whoAmI),
        source.transaction((tx) => tx.query(whoAmI)),
        source.transaction('REPEATABLE READ', (tx) => tx.query(whoAmI)),
        onClient(source, async (client) => (await client.query(whoAmI)).rows),
      ]);
    expect(await readFor(nobody, ways)).toEqual(Array.from({ length: 5 }, () => [asked]));
    expect((await ways()).flat()).toEqual(Array.from({ length: 5 }, () => ({ name: 'anuyat_app', account: '' })));
    expect(await readFor(nobody, () => asPortal(ways))).toMatchObject([[{ name: 'anuyat_app' }], [{ name: 'anuyat_app' }], [{ name: 'anuyat_app' }], [{ name: 'anuyat_app' }], [{ name: 'anuyat_app' }]]);
  });

  it('are those of another moment’s reader after a statement that failed', async () => {
    await expect(readFor(nobody, () => source.query('SELECT nothing_like_this'))).rejects.toThrow('does not exist');
    await expect(source.query('SELECT current_user::text AS name')).resolves.toEqual([{ name: 'anuyat_app' }]);
  });
});
