import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a bank tells is kept as it is told: an amount that no bill has must not be lost because it does not fit. */
export class PaymentsOfAnyAmount1763770200000 implements MigrationInterface {
  name = 'PaymentsOfAnyAmount1763770200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE payment ALTER COLUMN amount TYPE bigint`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE payment ALTER COLUMN amount TYPE int`);
  }
}
