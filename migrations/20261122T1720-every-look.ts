import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every read of personal data is noted, those of monitors and those outside of one's own queue too; the latter need a reason, and end by themselves. */
export class EveryLook1763834400000 implements MigrationInterface {
  name = 'EveryLook1763834400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE access_note DROP CONSTRAINT access_note_purpose_check, DROP CONSTRAINT access_note_what_check, ADD COLUMN reason text CHECK (length(reason) BETWEEN 1 AND 1000)`);
    await runner.query(`ALTER TABLE access_note ADD CHECK (purpose IN ('review', 'look-back', 'watching', 'exceptional')), ADD CHECK ((purpose = 'exceptional') = (reason IS NOT NULL)),
      ADD CHECK (what IN ('file', 'paper', 'history', 'application', 'order', 'receipt', 'licence', 'exception'))`);
    await runner.query(`
      CREATE TABLE exceptional_look (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_file,
        reader_id uuid NOT NULL REFERENCES account,
        office text NOT NULL,
        ground text NOT NULL CHECK (ground IN ('emergency', 'complaint', 'oversight', 'court')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
        at timestamptz NOT NULL DEFAULT now(),
        until timestamptz NOT NULL CHECK (until <= at + interval '1 day')
      )`);
    await runner.query(`CREATE INDEX exceptional_look_of_reader ON exceptional_look (reader_id, until)`);
    await runner.query(`REVOKE UPDATE, DELETE ON exceptional_look FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE exceptional_look`);
    await runner.query(`ALTER TABLE access_note DROP COLUMN reason`);
  }
}
