import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Acting for a company: what a mandate allows and until when, who gave it and on what the register was asked; requests for one; and for which
 * company a session acts. A company that is acted for has an account of its own, so that its cases stay when a representative goes.
 */
export class Mandates1763827320000 implements MigrationInterface {
  name = 'Mandates1763827320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE company_mandate
        ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        ADD COLUMN acts text[] NOT NULL DEFAULT '{prepare,file,licences}' CHECK (cardinality(acts) > 0 AND acts <@ ARRAY['prepare', 'file', 'licences']),
        ADD COLUMN given_by uuid REFERENCES account,
        ADD COLUMN ended_by uuid REFERENCES account,
        ADD COLUMN register jsonb`);
    await runner.query(`
      CREATE TABLE mandate_request (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        juristic_id text NOT NULL CHECK (juristic_id ~ '^0[0-9]{12}$'),
        name_th text NOT NULL,
        name_en text NOT NULL,
        acts text[] NOT NULL CHECK (cardinality(acts) > 0 AND acts <@ ARRAY['prepare', 'file', 'licences']),
        until timestamptz NOT NULL,
        words text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        decided_by uuid REFERENCES account,
        is_granted boolean,
        CHECK ((decided_at IS NULL) = (is_granted IS NULL))
      )`);
    await runner.query(`CREATE INDEX mandate_request_open ON mandate_request (juristic_id) WHERE decided_at IS NULL`);
    await runner.query(`CREATE INDEX mandate_request_of ON mandate_request (account_id, asked_at DESC)`);
    await runner.query(`REVOKE DELETE ON mandate_request FROM anuyat_app`);
    await runner.query(`ALTER TABLE session ADD COLUMN acting_for text CHECK (acting_for ~ '^0[0-9]{12}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN acting_for`);
    await runner.query(`DROP TABLE mandate_request`);
    await runner.query(`ALTER TABLE company_mandate DROP COLUMN id, DROP COLUMN acts, DROP COLUMN given_by, DROP COLUMN ended_by, DROP COLUMN register`);
  }
}
