import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of an office looked at whose case, when, and what for (PDPA B.E. 2562 ss.37 and 39). Only ever added to; the person whom it is about sees it. */
export class AccessNotes1763827800000 implements MigrationInterface {
  name = 'AccessNotes1763827800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_note (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        reader_id uuid NOT NULL REFERENCES account,
        reader_th text NOT NULL,
        reader_en text NOT NULL,
        office text,
        purpose text NOT NULL CHECK (purpose IN ('review', 'look-back')),
        case_id uuid NOT NULL REFERENCES case_file,
        subject_id uuid NOT NULL REFERENCES account,
        what text NOT NULL CHECK (what IN ('file', 'paper', 'history')),
        of_id uuid NOT NULL
      )`);
    await runner.query(`CREATE INDEX access_note_of_subject ON access_note (subject_id, at DESC, id)`);
    await runner.query(`CREATE INDEX access_note_of_reader ON access_note (reader_id, of_id, at DESC)`);
    await runner.query(`REVOKE UPDATE, DELETE ON access_note FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE access_note`);
  }
}
