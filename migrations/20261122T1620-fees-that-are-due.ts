import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Fees that are owed every year while a licence lasts, and what a bill grows by that is not paid by its day. A bill that grew is written
 * anew beside the one that is given up; several years may be due at once.
 */
export class FeesThatAreDue1763830200000 implements MigrationInterface {
  name = 'FeesThatAreDue1763830200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE bill DROP CONSTRAINT bill_kind_check, ADD CONSTRAINT bill_kind_check CHECK (kind IN ('fee', 'supplement', 'annual'))`);
    await runner.query(`DROP INDEX bill_of_request`);
    await runner.query(`DROP INDEX bill_due_of_application`);
    await runner.query(`CREATE UNIQUE INDEX bill_of_request ON bill (application_id, asked_by) WHERE kind <> 'annual' AND status <> 'cancelled'`);
    await runner.query(`CREATE UNIQUE INDEX bill_due_of_application ON bill (application_id) WHERE status = 'due' AND kind <> 'annual'`);
    await runner.query(`
      CREATE TABLE bill_term (
        bill_id uuid PRIMARY KEY REFERENCES bill,
        application_id uuid NOT NULL REFERENCES application,
        year_from date,
        due_on date NOT NULL,
        times_late int NOT NULL CHECK (times_late >= 0),
        grows_on date
      )`);
    await runner.query(`CREATE INDEX bill_term_of_year ON bill_term (application_id, year_from) WHERE year_from IS NOT NULL`);
    await runner.query(`CREATE INDEX bill_term_grows ON bill_term (grows_on) WHERE grows_on IS NOT NULL`);
    await runner.query(`REVOKE UPDATE, DELETE ON bill_term FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE bill_term`);
    await runner.query(`DROP INDEX bill_due_of_application`);
    await runner.query(`DROP INDEX bill_of_request`);
    await runner.query(`CREATE UNIQUE INDEX bill_of_request ON bill (application_id, asked_by)`);
    await runner.query(`CREATE UNIQUE INDEX bill_due_of_application ON bill (application_id) WHERE status = 'due'`);
    await runner.query(`ALTER TABLE bill DROP CONSTRAINT bill_kind_check, ADD CONSTRAINT bill_kind_check CHECK (kind IN ('fee', 'supplement'))`);
  }
}
