import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';
import { createTestDatabase, type TestDatabase } from './testing';

/** What is only ever added to. A table of this list that the running role may change fails here, and so does one that is gone. */
const onlyGrows = [
  'access_note', 'appeal', 'decision_order', 'decision_record', 'defect_notice', 'definition', 'delay_notice', 'delivery', 'fee_ledger', 'fee_rate', 'fee_refund', 'fee_refund_settlement', 'history', 'joint_payment_bill',
  'late_answer', 'ledger_entry', 'ledger_key', 'ledger_node', 'ledger_root', 'licence_edition', 'licence_status', 'payment', 'payment_correction', 'payment_resolution', 'promised_date', 'reopening', 'seal_key', 'security_event',
];

const RIGHTS = `
  SELECT c.relname AS name, c.relkind = 'v' AS is_view,
         has_table_privilege(c.oid, 'INSERT') AS adds, has_any_column_privilege(c.oid, 'UPDATE') AS changes, has_table_privilege(c.oid, 'DELETE') AS removes, has_table_privilege(c.oid, 'TRUNCATE') AS empties,
         has_table_privilege(c.oid, 'TRIGGER') OR has_table_privilege(c.oid, 'REFERENCES') AS builds
    FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v') AND c.relnamespace = 'public'::regnamespace`;

interface Right {
  name: string;
  is_view: boolean;
  adds: boolean;
  changes: boolean;
  removes: boolean;
  empties: boolean;
  builds: boolean;
}

describe('the role that the portal runs as', () => {
  let database: TestDatabase;
  let source: DataSource;
  let rights: Map<string, Right>;
  beforeAll(async () => {
    database = await createTestDatabase();
    source = createDataSource(database.appUrl, 'grants-spec', []);
    await source.initialize();
    rights = new Map(((await source.query(RIGHTS)) as Right[]).map((right) => [right.name, right]));
  });
  afterAll(async () => {
    await source.destroy();
    await database.dispose();
  });

  it('can take nothing back of what only grows', () => {
    for (const name of onlyGrows) expect(rights.get(name)).toMatchObject({ name, adds: true, changes: false, removes: false });
  });

  it('empties no table, builds none, and reads through views only', () => {
    const all = [...rights.values()];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ empties, builds }) => empties || builds).map(({ name }) => name)).toEqual([]);
    expect(all.filter(({ is_view: isView, adds, changes, removes }) => isView && (adds || changes || removes)).map(({ name }) => name)).toEqual([]);
  });

  it('is nobody special, and makes no table, role or database', async () => {
    const [role] = await source.query(`
      SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls OR rolreplication AS "isSpecial", has_schema_privilege(current_user, 'public', 'CREATE') AS "makesTables", has_database_privilege(current_user, current_database(), 'CREATE') AS "makesSchemas"
        FROM pg_roles WHERE rolname = current_user`);
    expect(role).toEqual({ isSpecial: false, makesTables: false, makesSchemas: false });
    for (const sql of ['CREATE TABLE mine (id int)', 'ALTER TABLE history DISABLE TRIGGER ALL', 'DROP TABLE history', `COPY history TO PROGRAM 'cat'`, `SELECT pg_read_file('/etc/passwd')`, 'SET ROLE postgres']) await expect(source.query(sql)).rejects.toThrow(/permission denied|must be owner|does not exist/);
  });

  it.each(['number', 'application_id', 'case_id', 'code', 'office', 'issued_at'])('never changes the %s of an issued licence', async (column) => {
    const statement = ['UPDATE licence SET', column, '=', column].join(' ');
    await expect(source.query(statement)).rejects.toThrow('permission denied');
  });

  it.each(['UPDATE fee_rate SET value = 0', 'DELETE FROM fee_rate', 'UPDATE licence_edition SET holder = holder', `UPDATE payment SET amount = 0`, 'UPDATE ledger_root SET note = note', 'DELETE FROM access_note', 'UPDATE security_event SET count = 0', 'DELETE FROM security_event', 'TRUNCATE history', 'DELETE FROM licence', 'UPDATE clock_ledger SET party = party'])('is refused: %s', async (sql) => {
    await expect(source.query(sql)).rejects.toThrow(/permission denied|cannot update view/);
  });
});
