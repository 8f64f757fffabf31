import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office's supervisors are told, and those who look after an agency's people where an office has none: one event may tell several people. */
export class NoticesForStaff1763881200000 implements MigrationInterface {
  name = 'NoticesForStaff1763881200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notice ADD audience text NOT NULL DEFAULT 'applicant' CHECK (audience IN ('applicant', 'staff'))`);
    await runner.query(`ALTER TABLE notice DROP CONSTRAINT notice_application_id_revision_notice_key, ADD CONSTRAINT notice_once UNIQUE (application_id, revision, notice, account_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notice WHERE audience = 'staff'`);
    await runner.query(`ALTER TABLE notice DROP CONSTRAINT notice_once, ADD CONSTRAINT notice_application_id_revision_notice_key UNIQUE (application_id, revision, notice)`);
    await runner.query(`ALTER TABLE notice DROP COLUMN audience`);
  }
}
