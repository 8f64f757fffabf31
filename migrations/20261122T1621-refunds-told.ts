import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a refund was given back: by which way, under which reference, and on which day. Only ever added to. */
export class RefundsTold1763830261000 implements MigrationInterface {
  name = 'RefundsTold1763830261000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fee_refund_way (
        refund_id uuid PRIMARY KEY REFERENCES fee_refund,
        way text NOT NULL CHECK (way IN ('transfer', 'cheque', 'cash')),
        reference text NOT NULL,
        given_on date NOT NULL
      )`);
    await runner.query(`CREATE INDEX fee_refund_of_office ON fee_refund (office, recorded_at DESC)`);
    await runner.query(`CREATE INDEX fee_ledger_of_office ON fee_ledger (office, at)`);
    await runner.query(`REVOKE UPDATE, DELETE ON fee_refund_way FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX fee_ledger_of_office`);
    await runner.query(`DROP INDEX fee_refund_of_office`);
    await runner.query(`DROP TABLE fee_refund_way`);
  }
}
