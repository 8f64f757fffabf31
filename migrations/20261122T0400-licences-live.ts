import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A licence's life is an application of its own kind, so that it has the same door, history and clocks. What a licence said at each of its
 * editions is kept; cases tell what they are filed for; a bill belongs to the event that asked for it, for a licence is paid for again.
 */
export class LicencesLive1763784000000 implements MigrationInterface {
  name = 'LicencesLive1763784000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE definition DROP CONSTRAINT definition_kind_check, ADD CONSTRAINT definition_kind_check CHECK (kind IN ('licence', 'journey', 'life', 'change'))`);
    await runner.query(`ALTER TABLE application ADD COLUMN life_of text REFERENCES licence`);
    await runner.query(`CREATE UNIQUE INDEX application_is_life_of ON application (life_of) WHERE life_of IS NOT NULL`);
    await runner.query(`ALTER TABLE licence ADD COLUMN edition int NOT NULL DEFAULT 1, ADD COLUMN edition_on date, ADD COLUMN valid_from date, ALTER COLUMN status SET DEFAULT 'valid'`);
    await runner.query(`UPDATE licence SET edition_on = issued_on, valid_from = issued_on`);
    await runner.query(`ALTER TABLE licence ALTER COLUMN edition_on SET NOT NULL, ALTER COLUMN edition_on SET DEFAULT CURRENT_DATE, ALTER COLUMN valid_from SET NOT NULL, ALTER COLUMN valid_from SET DEFAULT CURRENT_DATE`);
    await runner.query(`CREATE INDEX licence_of_office ON licence (office, valid_until, number)`);
    await runner.query(`
      CREATE TABLE licence_edition (
        number text NOT NULL REFERENCES licence,
        edition int NOT NULL,
        why text NOT NULL CHECK (why IN ('issued', 'renewed', 'amended', 'handed-over')),
        by_application uuid NOT NULL REFERENCES application,
        account_id uuid NOT NULL,
        holder text NOT NULL,
        business_name text,
        place_th text NOT NULL,
        place_en text NOT NULL,
        valid_from date NOT NULL,
        valid_until date,
        paper_key text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (number, edition)
      )`);
    await runner.query(`CREATE INDEX licence_edition_of_account ON licence_edition (account_id, number)`);
    await runner.query(`
      INSERT INTO licence_edition (number, edition, why, by_application, account_id, holder, business_name, place_th, place_en, valid_from, valid_until, paper_key, at)
      SELECT number, 1, 'issued', application_id, account_id, holder, business_name, place_th, place_en, issued_on, valid_until, paper_key, issued_at FROM licence`);
    await runner.query(`REVOKE UPDATE, DELETE ON licence_edition FROM anuyat_app`);
    await runner.query(`ALTER TABLE case_file ADD COLUMN filing_kind text NOT NULL DEFAULT 'new' CHECK (filing_kind IN ('new', 'renewal', 'change')), ADD COLUMN of_licence text REFERENCES licence`);
    await runner.query(`CREATE INDEX case_of_licence ON case_file (of_licence) WHERE of_licence IS NOT NULL`);
    await runner.query(`ALTER TABLE bill DROP CONSTRAINT bill_application_id_key, ADD COLUMN asked_by int NOT NULL DEFAULT 0`);
    await runner.query(`CREATE UNIQUE INDEX bill_of_request ON bill (application_id, asked_by)`);
    await runner.query(`CREATE UNIQUE INDEX bill_due_of_application ON bill (application_id) WHERE status = 'due'`);
    await runner.query(`
      CREATE TABLE licence_offer (
        offer text PRIMARY KEY,
        number text NOT NULL REFERENCES licence,
        at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE licence_offer`);
    await runner.query(`DROP INDEX bill_due_of_application`);
    await runner.query(`DROP INDEX bill_of_request`);
    await runner.query(`ALTER TABLE bill DROP COLUMN asked_by, ADD CONSTRAINT bill_application_id_key UNIQUE (application_id)`);
    await runner.query(`ALTER TABLE case_file DROP COLUMN of_licence, DROP COLUMN filing_kind`);
    await runner.query(`DROP TABLE licence_edition`);
    await runner.query(`DROP INDEX licence_of_office`);
    await runner.query(`ALTER TABLE licence DROP COLUMN valid_from, DROP COLUMN edition_on, DROP COLUMN edition, ALTER COLUMN status DROP DEFAULT`);
    await runner.query(`ALTER TABLE application DROP COLUMN life_of`);
    await runner.query(`ALTER TABLE definition DROP CONSTRAINT definition_kind_check, ADD CONSTRAINT definition_kind_check CHECK (kind IN ('licence', 'journey'))`);
  }
}
