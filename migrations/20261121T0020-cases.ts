import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases with their answers and documents. What was answered when is append-only. */
export class Cases1763684400000 implements MigrationInterface {
  name = 'Cases1763684400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_file (
        id uuid PRIMARY KEY,
        number text UNIQUE,
        account_id uuid NOT NULL,
        acting_for text,
        applicant_name text NOT NULL,
        journey text NOT NULL,
        journey_version int NOT NULL,
        licences jsonb NOT NULL,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'closed')),
        answers jsonb NOT NULL DEFAULT '{}',
        answers_revision int NOT NULL DEFAULT 0,
        business_name text,
        place jsonb,
        estate text,
        zone text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        submitted_at timestamptz,
        received_at_legal timestamptz
      )`);
    await runner.query(`CREATE INDEX case_of_account ON case_file (account_id, id DESC)`);
    await runner.query(`
      CREATE TABLE answer_change (
        case_id uuid NOT NULL REFERENCES case_file,
        revision int NOT NULL,
        changes jsonb NOT NULL,
        actor jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (case_id, revision)
      )`);
    await runner.query(`REVOKE UPDATE ON answer_change FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE document (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_file,
        code text NOT NULL,
        file_name text NOT NULL,
        kind text NOT NULL,
        bytes int NOT NULL CHECK (bytes > 0),
        sha256 text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        removed_at timestamptz
      )`);
    await runner.query(`CREATE INDEX document_of_case ON document (case_id, code) WHERE removed_at IS NULL`);
    await runner.query(`
      CREATE TABLE case_counter (
        series text PRIMARY KEY,
        last int NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_counter', 'document', 'answer_change', 'case_file']) await runner.query(`DROP TABLE ${table}`);
  }
}
