import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a correction changes of a fee that was paid: a supplementary bill for what is missing, or a refund that is due for what is too much,
 * each with the step of the history that it rests on. How a refund was settled is written beside it; nothing is changed or removed.
 */
export class FeeDifferences1763806800000 implements MigrationInterface {
  name = 'FeeDifferences1763806800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE bill ADD COLUMN kind text NOT NULL DEFAULT 'fee' CHECK (kind IN ('fee', 'supplement'))`);
    await runner.query(`
      CREATE TABLE fee_refund (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application,
        case_id uuid NOT NULL REFERENCES case_file,
        office text NOT NULL,
        amount int NOT NULL CHECK (amount > 0),
        paid int NOT NULL,
        fee int NOT NULL CHECK (fee >= 0),
        by_revision int NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        UNIQUE (application_id, by_revision),
        CHECK (amount = paid - fee)
      )`);
    await runner.query(`CREATE INDEX fee_refund_newest ON fee_refund (recorded_at DESC, id)`);
    await runner.query(`
      CREATE TABLE fee_refund_settlement (
        refund_id uuid PRIMARY KEY REFERENCES fee_refund,
        how text NOT NULL CHECK (how IN ('given-back', 'replaced')),
        note text NOT NULL,
        actor jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON fee_refund, fee_refund_settlement FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE fee_refund_settlement`);
    await runner.query(`DROP TABLE fee_refund`);
    await runner.query(`ALTER TABLE bill DROP COLUMN kind`);
  }
}
