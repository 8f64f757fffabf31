import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders that close what was filed about a revoked licence; and what finds the revocations that may have become final. */
export class RevocationsThatAreFinal1763938800000 implements MigrationInterface {
  name = 'RevocationsThatAreFinal1763938800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE decision_order DROP CONSTRAINT decision_order_kind_check`);
    await runner.query(`ALTER TABLE decision_order ADD CONSTRAINT decision_order_kind_check CHECK (kind IN ('refusal', 'return', 'closing', 'appeal', 'suspension', 'revocation', 'transfer'))`);
    await runner.query(`CREATE INDEX decision_order_revocations ON decision_order (application_id, revision DESC) WHERE kind = 'revocation'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX decision_order_revocations`);
    await runner.query(`ALTER TABLE decision_order DROP CONSTRAINT decision_order_kind_check`);
    await runner.query(`ALTER TABLE decision_order ADD CONSTRAINT decision_order_kind_check CHECK (kind IN ('refusal', 'return', 'appeal', 'suspension', 'revocation', 'transfer'))`);
  }
}
