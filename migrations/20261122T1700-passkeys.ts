import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Officers' passkeys, what was asked of one, and what was signed with one. A signature stays as it was given, with everything that is needed
 * to check it again: the running role can only add to it.
 */
export class Passkeys1763834390000 implements MigrationInterface {
  name = 'Passkeys1763834390000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkey (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        credential_id text NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1400),
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL DEFAULT '{}',
        is_synced boolean NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        removed_at timestamptz,
        removed_by uuid REFERENCES account,
        CHECK ((removed_at IS NULL) = (removed_by IS NULL))
      )`);
    await runner.query(`CREATE INDEX passkey_of ON passkey (account_id) WHERE removed_at IS NULL`);
    await runner.query(`REVOKE DELETE ON passkey FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE passkey_challenge (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        session_started_at timestamptz NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('enrol', 'enter', 'sign')),
        nonce bytea NOT NULL,
        challenge text NOT NULL,
        digest bytea CHECK (length(digest) = 32),
        expires_at timestamptz NOT NULL,
        answered_at timestamptz,
        used_for text,
        CHECK ((purpose = 'sign') = (digest IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX passkey_challenge_of ON passkey_challenge (account_id, expires_at)`);
    await runner.query(`
      CREATE TABLE passkey_signature (
        challenge_id uuid PRIMARY KEY,
        passkey_id uuid NOT NULL REFERENCES passkey,
        account_id uuid NOT NULL REFERENCES account,
        digest bytea NOT NULL CHECK (length(digest) = 32),
        nonce bytea NOT NULL,
        client_data bytea NOT NULL,
        authenticator_data bytea NOT NULL,
        signature bytea NOT NULL,
        signed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX passkey_signature_of ON passkey_signature (digest)`);
    await runner.query(`REVOKE UPDATE, DELETE ON passkey_signature FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['passkey_signature', 'passkey_challenge', 'passkey']) await runner.query(`DROP TABLE ${table}`);
  }
}
