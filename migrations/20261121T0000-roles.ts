import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The running role: it may read and write, but it owns nothing and cannot rewrite what is append-only. */
export class Roles1763683200000 implements MigrationInterface {
  name = 'Roles1763683200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'anuyat_app') THEN CREATE ROLE anuyat_app NOLOGIN; END IF;
      END $$`);
    await runner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO anuyat_app`);
    await runner.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO anuyat_app`);
    await runner.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM anuyat_app`);
    await runner.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM anuyat_app`);
  }
}
