import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People of an agency: who looks after them, invitations, terms of office with who gave and ended them, stand-ins for who is absent, and a
 * record of all that was done about them, which the running role can only add to.
 */
export class Officers1763834520000 implements MigrationInterface {
  name = 'Officers1763834520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE office_membership
        ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        ADD COLUMN given_by uuid REFERENCES account,
        ADD COLUMN ended_by uuid REFERENCES account`);
    await runner.query(`
      CREATE TABLE agency_administrator (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account,
        agency text NOT NULL,
        given_by uuid REFERENCES account,
        ended_by uuid REFERENCES account,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz CHECK (valid_until >= valid_from)
      )`);
    await runner.query(`CREATE INDEX agency_administrator_of ON agency_administrator (account_id)`);
    await runner.query(`
      CREATE TABLE officer_invitation (
        id uuid PRIMARY KEY,
        agency text NOT NULL,
        office text,
        permissions text[] NOT NULL CHECK (permissions <@ ARRAY['review', 'inspect', 'approve', 'supervise'] AND (office IS NULL) = (cardinality(permissions) = 0)),
        valid_from timestamptz NOT NULL,
        valid_until timestamptz CHECK (valid_until > valid_from),
        name text NOT NULL,
        email text,
        personal_id_hash bytea CHECK (length(personal_id_hash) = 32),
        personal_id_masked text,
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        invited_by uuid NOT NULL REFERENCES account,
        invited_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        accepted_by uuid REFERENCES account,
        withdrawn_at timestamptz,
        CHECK ((email IS NULL) <> (personal_id_hash IS NULL))
      )`);
    await runner.query(`CREATE INDEX officer_invitation_of ON officer_invitation (personal_id_hash) WHERE accepted_at IS NULL AND withdrawn_at IS NULL`);
    await runner.query(`
      CREATE TABLE absence_cover (
        id uuid PRIMARY KEY,
        absent uuid NOT NULL REFERENCES account,
        stand_in uuid NOT NULL REFERENCES account CHECK (stand_in <> absent),
        agency text NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz NOT NULL CHECK (valid_until >= valid_from),
        named_by uuid NOT NULL REFERENCES account,
        named_at timestamptz NOT NULL DEFAULT now(),
        ended_by uuid REFERENCES account
      )`);
    await runner.query(`CREATE INDEX absence_cover_by ON absence_cover (stand_in, valid_until)`);
    await runner.query(`CREATE INDEX absence_cover_of ON absence_cover (absent, valid_until)`);
    await runner.query(`
      CREATE TABLE people_note (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        agency text NOT NULL,
        what text NOT NULL,
        by_account uuid NOT NULL REFERENCES account,
        about_account uuid REFERENCES account,
        about_name text NOT NULL,
        office text,
        permissions text[]
      )`);
    await runner.query(`CREATE INDEX people_note_of_agency ON people_note (agency, at DESC)`);
    await runner.query(`CREATE INDEX people_note_about ON people_note (about_account, at DESC)`);
    await runner.query(`REVOKE DELETE ON agency_administrator, officer_invitation, absence_cover FROM anuyat_app`);
    await runner.query(`REVOKE UPDATE, DELETE ON people_note FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['people_note', 'absence_cover', 'officer_invitation', 'agency_administrator']) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`ALTER TABLE office_membership DROP COLUMN id, DROP COLUMN given_by, DROP COLUMN ended_by`);
  }
}
