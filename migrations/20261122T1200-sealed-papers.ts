import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers as they were sealed, and the public keys that they are checked with. A paper gains a time-stamp once and changes no more; keys are
 * only ever added. What of a licence is not on paper yet is found by its edition.
 */
export class SealedPapers1763812800000 implements MigrationInterface {
  name = 'SealedPapers1763812800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seal_key (
        kid text PRIMARY KEY,
        agency text NOT NULL,
        use text NOT NULL CHECK (use IN ('paper', 'code')),
        jwk jsonb NOT NULL,
        chain text NOT NULL,
        attestation text,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON seal_key FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE licence_paper (
        number text NOT NULL,
        edition int NOT NULL,
        agency text NOT NULL,
        kid text NOT NULL REFERENCES seal_key,
        pdf bytea NOT NULL,
        code text,
        credential text,
        sealed_at timestamptz NOT NULL,
        stamped_at timestamptz,
        PRIMARY KEY (number, edition),
        FOREIGN KEY (number, edition) REFERENCES licence_edition
      )`);
    await runner.query(`ALTER TABLE licence_paper ALTER COLUMN pdf SET STORAGE EXTERNAL`);
    await runner.query(`CREATE INDEX licence_paper_unstamped ON licence_paper (sealed_at) WHERE stamped_at IS NULL`);
    await runner.query(`REVOKE UPDATE, DELETE ON licence_paper FROM anuyat_app`);
    await runner.query(`GRANT UPDATE (pdf, stamped_at) ON licence_paper TO anuyat_app`);
    await runner.query(`ALTER TABLE licence ADD COLUMN sealed_edition int NOT NULL DEFAULT 0`);
    await runner.query(`CREATE INDEX licence_unsealed ON licence (issued_at DESC) WHERE sealed_edition < edition`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE licence DROP COLUMN sealed_edition`);
    await runner.query(`DROP TABLE licence_paper`);
    await runner.query(`DROP TABLE seal_key`);
  }
}
