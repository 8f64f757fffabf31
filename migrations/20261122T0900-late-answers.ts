import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What applicants sent after its time: not taken, and not lost either. */
export class LateAnswers1763802000000 implements MigrationInterface {
  name = 'LateAnswers1763802000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE late_answer (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application,
        case_id uuid NOT NULL REFERENCES case_file,
        account_id uuid NOT NULL,
        type text NOT NULL,
        data jsonb NOT NULL,
        digest text NOT NULL,
        ended_by text NOT NULL,
        ended_at timestamptz NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (application_id, type, digest)
      )`);
    await runner.query(`CREATE INDEX late_answer_of_case ON late_answer (case_id)`);
    await runner.query(`REVOKE UPDATE, DELETE ON late_answer FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE late_answer`);
  }
}
