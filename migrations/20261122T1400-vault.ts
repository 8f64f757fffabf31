import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of each stored content, and the papers of people and businesses, which outlive their cases. A content without a seal was
 * kept before contents were encrypted; the worker seals it. Papers of submitted cases come into their owners’ vaults when these are next opened (`in_vault`).
 */
export class Vault1763820000000 implements MigrationInterface {
  name = 'Vault1763820000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_file (
        sha256 text PRIMARY KEY,
        kind text NOT NULL,
        bytes int NOT NULL CHECK (bytes > 0),
        pages int,
        marks jsonb NOT NULL DEFAULT '[]',
        seal jsonb,
        scan text NOT NULL DEFAULT 'waiting' CHECK (scan IN ('waiting', 'clean', 'infected', 'not-scanned')),
        scan_found text,
        scanned_by text,
        scanned_at timestamptz,
        scan_after timestamptz NOT NULL DEFAULT now(),
        preview text NOT NULL DEFAULT 'waiting' CHECK (preview IN ('waiting', 'ready', 'failed')),
        preview_after timestamptz NOT NULL DEFAULT now(),
        kept_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX stored_file_to_scan ON stored_file (scan_after) WHERE scan = 'waiting'`);
    await runner.query(`CREATE INDEX stored_file_to_show ON stored_file (preview_after) WHERE preview = 'waiting'`);
    await runner.query(`
      INSERT INTO stored_file (sha256, kind, bytes, kept_at)
      SELECT DISTINCT ON (sha256) sha256, kind, bytes, uploaded_at FROM document ORDER BY sha256, uploaded_at`);
    await runner.query(`
      CREATE TABLE vault_paper (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        juristic_id text,
        code text NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        issued_on date,
        expires_on date,
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        removed_at timestamptz,
        CHECK (expires_on IS NULL OR issued_on IS NULL OR expires_on >= issued_on)
      )`);
    await runner.query(`CREATE UNIQUE INDEX vault_paper_once ON vault_paper (COALESCE(juristic_id, account_id::text), code, sha256) WHERE removed_at IS NULL`);
    await runner.query(`CREATE INDEX vault_paper_content ON vault_paper (sha256) WHERE removed_at IS NULL`);
    await runner.query(`CREATE INDEX document_content ON document (sha256) WHERE removed_at IS NULL`);
    await runner.query(`ALTER TABLE document ADD COLUMN issued_on date, ADD COLUMN expires_on date, ADD COLUMN in_vault boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE document DROP COLUMN issued_on, DROP COLUMN expires_on, DROP COLUMN in_vault`);
    await runner.query(`DROP INDEX document_content`);
    await runner.query(`DROP TABLE vault_paper`);
    await runner.query(`DROP TABLE stored_file`);
  }
}
