import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The running role removes nothing that was filed or asked for; drafts, sessions and what is still to be done are all it may remove. */
export class WhatIsFiledStays1763817000000 implements MigrationInterface {
  name = 'WhatIsFiledStays1763817000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE DELETE ON application, bill, joint_payment, number_series, case_counter FROM anuyat_app`);
    await runner.query(`
      CREATE FUNCTION keep_what_was_filed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM case_file c WHERE c.id = OLD.case_id AND c.submitted_at IS NOT NULL) THEN
          RAISE EXCEPTION 'A case that was filed keeps its %s.', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'filed_cases_stay';
        END IF;
        RETURN OLD;
      END $$`);
    for (const table of ['answer_change', 'document']) await runner.query(`CREATE TRIGGER filed_cases_stay BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_what_was_filed()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['answer_change', 'document']) await runner.query(`DROP TRIGGER filed_cases_stay ON ${table}`);
    await runner.query(`DROP FUNCTION keep_what_was_filed`);
    await runner.query(`GRANT DELETE ON application, bill, joint_payment, number_series, case_counter TO anuyat_app`);
  }
}
