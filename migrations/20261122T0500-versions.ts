import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who published a version and from when it holds; what waits to be published; what a draft's new version does not ask any more. */
export class Versions1763787600000 implements MigrationInterface {
  name = 'Versions1763787600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE definition
        ADD published_by jsonb NOT NULL DEFAULT '{"kind": "portal", "job": "release"}',
        ADD effective_from timestamptz`);
    await runner.query(`UPDATE definition SET effective_from = published_at`);
    await runner.query(`ALTER TABLE definition ALTER effective_from SET DEFAULT now(), ALTER effective_from SET NOT NULL`);
    await runner.query(`
      CREATE FUNCTION keep_definition() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Version % of "%" is published and never changes: publish a new version.', OLD.version, OLD.code;
      END $$`);
    await runner.query(`CREATE TRIGGER definition_never_changes BEFORE UPDATE OR DELETE ON definition FOR EACH ROW EXECUTE FUNCTION keep_definition()`);
    await runner.query(`
      CREATE TABLE definition_candidate (
        code text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        sha256 text NOT NULL,
        json json NOT NULL,
        origin text NOT NULL CHECK (origin IN ('release', 'upload')),
        brought_by jsonb NOT NULL,
        brought_at timestamptz NOT NULL DEFAULT now(),
        proof jsonb NOT NULL,
        PRIMARY KEY (code, version)
      )`);
    await runner.query(`ALTER TABLE case_file ADD set_aside jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE case_file DROP COLUMN set_aside`);
    await runner.query(`DROP TABLE definition_candidate`);
    await runner.query(`DROP TRIGGER definition_never_changes ON definition`);
    await runner.query(`DROP FUNCTION keep_definition()`);
    await runner.query(`ALTER TABLE definition DROP COLUMN published_by, DROP COLUMN effective_from`);
  }
}
