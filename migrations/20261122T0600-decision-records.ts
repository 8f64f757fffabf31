import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the portal decided when a case was filed: rule, version, inputs, outcome and law of each decision. Never changed. */
export class DecisionRecords1763791200000 implements MigrationInterface {
  name = 'DecisionRecords1763791200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decision_record (
        case_id uuid NOT NULL REFERENCES case_file,
        application text NOT NULL,
        decided_at timestamptz NOT NULL,
        decisions jsonb NOT NULL,
        sha256 bytea NOT NULL,
        PRIMARY KEY (case_id, application)
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON decision_record FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE decision_record`);
  }
}
