import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Uploads that go on where they stopped: how far each has come, who writes it at the moment, and the sealed pieces that have arrived. An
 * upload lives until a day after its last byte; the worker removes it with its pieces.
 */
export class Uploads1763863200000 implements MigrationInterface {
  name = 'Uploads1763863200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE upload (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        case_id uuid,
        code text NOT NULL,
        business text,
        issued_on date,
        expires_on date,
        file_name text NOT NULL,
        bytes int NOT NULL CHECK (bytes > 0),
        received int NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        metadata text NOT NULL,
        writer uuid,
        writer_until timestamptz,
        result jsonb,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL,
        CHECK ((writer IS NULL) = (writer_until IS NULL))
      )`);
    await runner.query(`CREATE INDEX upload_of_account ON upload (account_id)`);
    await runner.query(`CREATE INDEX upload_past ON upload (expires_at)`);
    await runner.query(`
      CREATE TABLE upload_piece (
        upload_id uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
        starts_at int NOT NULL,
        bytes int NOT NULL CHECK (bytes > 0),
        sha256 text NOT NULL,
        seal jsonb NOT NULL,
        PRIMARY KEY (upload_id, starts_at)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE upload_piece`);
    await runner.query(`DROP TABLE upload`);
  }
}
