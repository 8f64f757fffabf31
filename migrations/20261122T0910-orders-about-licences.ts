import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Suspensions, revocations and transfers that were not confirmed are written orders too. */
export class OrdersAboutLicences1763802600000 implements MigrationInterface {
  name = 'OrdersAboutLicences1763802600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE decision_order DROP CONSTRAINT decision_order_kind_check`);
    await runner.query(`ALTER TABLE decision_order ADD CONSTRAINT decision_order_kind_check CHECK (kind IN ('refusal', 'return', 'appeal', 'suspension', 'revocation', 'transfer'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE decision_order DROP CONSTRAINT decision_order_kind_check`);
    await runner.query(`ALTER TABLE decision_order ADD CONSTRAINT decision_order_kind_check CHECK (kind IN ('refusal', 'return', 'appeal'))`);
  }
}
