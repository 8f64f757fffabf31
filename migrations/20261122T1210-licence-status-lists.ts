import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The place of each paper in its agency's list of withdrawn ones, and the lists as they were last signed. */
export class LicenceStatusLists1763813400000 implements MigrationInterface {
  name = 'LicenceStatusLists1763813400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE licence_status (
        number text NOT NULL,
        edition int NOT NULL,
        agency text NOT NULL,
        index int NOT NULL,
        PRIMARY KEY (number, edition),
        UNIQUE (agency, index),
        FOREIGN KEY (number, edition) REFERENCES licence_edition
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON licence_status FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE status_list (
        agency text PRIMARY KEY,
        token text NOT NULL,
        digest text NOT NULL,
        signed_at timestamptz NOT NULL
      )`);
    await runner.query(`UPDATE licence SET sealed_edition = 0`);
    await runner.query(`DELETE FROM licence_paper`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE status_list`);
    await runner.query(`DROP TABLE licence_status`);
  }
}
