import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rates of fees by office, with the day from which each holds and where it was read. Only ever added to: a new rate is a new row. A bill keeps
 * the rates that it was worked out with.
 */
export class FeeRates1763796000000 implements MigrationInterface {
  name = 'FeeRates1763796000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fee_rate (
        id uuid PRIMARY KEY,
        licence text NOT NULL,
        item text NOT NULL,
        payee text NOT NULL,
        value numeric(14, 4) NOT NULL CHECK (value >= 0),
        effective_from date NOT NULL,
        effective_to date,
        source text NOT NULL,
        is_verified boolean NOT NULL,
        actor jsonb NOT NULL,
        entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK (effective_to IS NULL OR effective_to >= effective_from)
      )`);
    await runner.query(`CREATE INDEX fee_rate_of ON fee_rate (licence, payee, item, effective_from DESC)`);
    await runner.query(`REVOKE UPDATE, DELETE ON fee_rate FROM anuyat_app`);
    await runner.query(`ALTER TABLE bill ADD COLUMN rates jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE bill DROP COLUMN rates`);
    await runner.query(`DROP TABLE fee_rate`);
  }
}
