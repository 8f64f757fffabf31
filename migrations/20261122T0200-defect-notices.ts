import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One notice for all that the offices of a case found, written once and never changed; and on each application the revision of the
 * case's answers that it was last corrected to, so that a review of answers that were corrected meanwhile is not written.
 */
export class DefectNotices1763776800000 implements MigrationInterface {
  name = 'DefectNotices1763776800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE application ADD COLUMN answers_revision int NOT NULL DEFAULT 0`);
    await runner.query(`
      CREATE TABLE defect_notice (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_file,
        number text NOT NULL UNIQUE,
        position int NOT NULL,
        is_second boolean NOT NULL,
        parts jsonb NOT NULL,
        ground text,
        reason text,
        sent_at timestamptz NOT NULL,
        answer_by timestamptz NOT NULL,
        UNIQUE (case_id, position)
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON defect_notice FROM anuyat_app`);
    await runner.query(`ALTER TABLE office_membership DROP CONSTRAINT office_membership_permissions_check`);
    await runner.query(`
      ALTER TABLE office_membership ADD CONSTRAINT office_membership_permissions_check
        CHECK (cardinality(permissions) > 0 AND permissions <@ ARRAY['review', 'inspect', 'approve', 'supervise'])`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM office_membership WHERE 'supervise' = ANY(permissions)`);
    await runner.query(`ALTER TABLE office_membership DROP CONSTRAINT office_membership_permissions_check`);
    await runner.query(`
      ALTER TABLE office_membership ADD CONSTRAINT office_membership_permissions_check
        CHECK (cardinality(permissions) > 0 AND permissions <@ ARRAY['review', 'inspect', 'approve'])`);
    await runner.query(`DROP TABLE defect_notice`);
    await runner.query(`ALTER TABLE application DROP COLUMN answers_revision`);
  }
}
