import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agencies' own systems: who registered and confirmed each, its key, its offices, and where it is told that there is something to do; the nonces of
 * its requests, so that each is good once; what it signed, with everything that is needed to check it again; and what waits to be told.
 */
export class AgencySystems1763913600000 implements MigrationInterface {
  name = 'AgencySystems1763913600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agency_system (
        id uuid PRIMARY KEY REFERENCES account,
        agency text NOT NULL,
        contact text NOT NULL,
        offices text[] NOT NULL CHECK (cardinality(offices) BETWEEN 1 AND 50),
        key jsonb NOT NULL,
        key_thumbprint text NOT NULL UNIQUE,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz NOT NULL CHECK (valid_until > valid_from),
        webhook_url text,
        registered_by uuid NOT NULL REFERENCES account,
        registered_at timestamptz NOT NULL DEFAULT now(),
        confirmed_by uuid REFERENCES account CHECK (confirmed_by <> registered_by),
        confirmed_at timestamptz,
        suspended_by uuid REFERENCES account,
        suspended_at timestamptz,
        ended_by uuid REFERENCES account,
        ended_at timestamptz,
        seen_at timestamptz,
        failures int NOT NULL DEFAULT 0,
        failing_since timestamptz,
        reached_at timestamptz,
        retry_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND (suspended_by IS NULL) = (suspended_at IS NULL) AND (ended_by IS NULL) = (ended_at IS NULL))
      )`);
    await runner.query(`CREATE INDEX agency_system_of ON agency_system (agency, registered_at)`);
    await runner.query(`REVOKE DELETE, UPDATE ON agency_system FROM anuyat_app`);
    await runner.query(`
      GRANT UPDATE (confirmed_by, confirmed_at, suspended_by, suspended_at, ended_by, ended_at, seen_at, failures, failing_since, reached_at, retry_at) ON agency_system TO anuyat_app`);
    await runner.query(`
      CREATE TABLE system_nonce (
        system_id uuid NOT NULL REFERENCES agency_system,
        nonce text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (system_id, nonce)
      )`);
    await runner.query(`CREATE INDEX system_nonce_at ON system_nonce (at)`);
    await runner.query(`
      CREATE TABLE system_signature (
        application_id uuid NOT NULL REFERENCES application,
        revision int NOT NULL,
        system_id uuid NOT NULL REFERENCES agency_system,
        officer_id uuid REFERENCES account,
        position text,
        key jsonb NOT NULL,
        base bytea NOT NULL,
        body bytea NOT NULL,
        signature bytea NOT NULL,
        signed_at timestamptz NOT NULL,
        PRIMARY KEY (application_id, revision),
        CHECK ((officer_id IS NULL) = (position IS NULL))
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON system_signature FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE system_message (
        system_id uuid NOT NULL REFERENCES agency_system,
        task_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        application_id uuid NOT NULL,
        office text NOT NULL,
        lane text NOT NULL,
        licence text NOT NULL,
        stage text NOT NULL,
        status text NOT NULL,
        revision int NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        attempts int NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (system_id, task_id)
      )`);
    await runner.query(`CREATE INDEX system_message_due ON system_message (system_id, next_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['system_message', 'system_signature', 'system_nonce', 'agency_system']) await runner.query(`DROP TABLE ${table}`);
  }
}
