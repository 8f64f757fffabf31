import type { MigrationInterface, QueryRunner } from 'typeorm';

const POLICIES: Record<string, string> = {
  mail_address: `account_id = (SELECT reader_account())`,
  letter: `address_id IN (SELECT id FROM mail_address WHERE account_id = (SELECT reader_account()))`,
};

/** Who reads for a person sees that person's addresses for e-mail and the letters to them, and nobody else's. */
export class RowsOfMail1763933400000 implements MigrationInterface {
  name = 'RowsOfMail1763933400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, sees] of Object.entries(POLICIES)) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY portal ON ${table} TO anuyat_app USING (true) WITH CHECK (true)`);
      await runner.query(`CREATE POLICY people ON ${table} FOR SELECT TO anuyat_reader USING (${sees})`);
      await runner.query(`GRANT SELECT ON ${table} TO anuyat_reader`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(POLICIES)) {
      await runner.query(`REVOKE SELECT ON ${table} FROM anuyat_reader`);
      await runner.query(`DROP POLICY people ON ${table}`);
      await runner.query(`DROP POLICY portal ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}
