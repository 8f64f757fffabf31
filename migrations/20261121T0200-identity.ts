import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, what they may do and until when, and their sessions. A right that ends keeps its row; the running role cannot remove it. */
export class Identity1763690400000 implements MigrationInterface {
  name = 'Identity1763690400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        issuer text NOT NULL,
        subject text NOT NULL,
        name_th text NOT NULL,
        name_en text NOT NULL,
        personal_id_sealed bytea,
        personal_id_masked text,
        claims jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        last_signed_in_at timestamptz,
        closed_at timestamptz,
        UNIQUE (issuer, subject)
      )`);
    await runner.query(`
      CREATE TABLE account_role (
        account_id uuid NOT NULL REFERENCES account,
        role text NOT NULL CHECK (role IN ('applicant', 'admin')),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz CHECK (valid_until >= valid_from),
        PRIMARY KEY (account_id, role, valid_from)
      )`);
    await runner.query(`
      CREATE TABLE office_membership (
        account_id uuid NOT NULL REFERENCES account,
        office text NOT NULL,
        permissions text[] NOT NULL CHECK (cardinality(permissions) > 0 AND permissions <@ ARRAY['review', 'inspect', 'approve']),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz CHECK (valid_until >= valid_from),
        PRIMARY KEY (account_id, office, valid_from)
      )`);
    await runner.query(`CREATE INDEX office_membership_of_office ON office_membership (office)`);
    await runner.query(`
      CREATE TABLE company_mandate (
        account_id uuid NOT NULL REFERENCES account,
        juristic_id text NOT NULL CHECK (juristic_id ~ '^0[0-9]{12}$'),
        name_th text NOT NULL,
        name_en text NOT NULL,
        ground text NOT NULL CHECK (ground IN ('director', 'power-of-attorney')),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz CHECK (valid_until >= valid_from),
        PRIMARY KEY (account_id, juristic_id, valid_from)
      )`);
    await runner.query(`
      CREATE TABLE monitor_territory (
        account_id uuid NOT NULL REFERENCES account,
        territory text NOT NULL,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz CHECK (valid_until >= valid_from),
        PRIMARY KEY (account_id, territory, valid_from)
      )`);
    await runner.query(`
      CREATE TABLE session (
        id bytea PRIMARY KEY CHECK (length(id) = 32),
        account_id uuid NOT NULL REFERENCES account,
        started_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        agent text NOT NULL,
        ip text NOT NULL
      )`);
    await runner.query(`CREATE INDEX session_of_account ON session (account_id, started_at DESC)`);
    await runner.query(`REVOKE DELETE ON account, account_role, office_membership, company_mandate, monitor_territory FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['session', 'monitor_territory', 'company_mandate', 'office_membership', 'account_role', 'account']) await runner.query(`DROP TABLE ${table}`);
  }
}
