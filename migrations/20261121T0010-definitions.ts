import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published definitions: immutable, numbered, hashed. `json` and not `jsonb`, which would forget the order of states and fields. */
export class Definitions1763683800000 implements MigrationInterface {
  name = 'Definitions1763683800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE definition (
        kind text NOT NULL CHECK (kind IN ('licence', 'journey')),
        code text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        sha256 text NOT NULL,
        json json NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (kind, code, version)
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON definition FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE holiday (
        date date PRIMARY KEY,
        title_th text NOT NULL,
        title_en text NOT NULL,
        source text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE holiday`);
    await runner.query(`DROP TABLE definition`);
  }
}
