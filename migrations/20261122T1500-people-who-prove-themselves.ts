import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One account for one person, whichever provider says who it is; and how and when a session's person last proved it. The personal number is
 * joined by a keyed hash: nobody who reads the table learns a number from it, nor can try all numbers without the key.
 */
export class PeopleWhoProveThemselves1763827260000 implements MigrationInterface {
  name = 'PeopleWhoProveThemselves1763827260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE account ADD COLUMN personal_id_hash bytea CHECK (length(personal_id_hash) = 32)`);
    await runner.query(`CREATE UNIQUE INDEX account_of_personal_id ON account (personal_id_hash) WHERE personal_id_hash IS NOT NULL`);
    await runner.query(`
      CREATE TABLE account_link (
        issuer text NOT NULL,
        subject text NOT NULL,
        account_id uuid NOT NULL REFERENCES account,
        linked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (issuer, subject)
      )`);
    await runner.query(`REVOKE DELETE ON account_link FROM anuyat_app`);
    await runner.query(`
      ALTER TABLE session
        ADD COLUMN provider text,
        ADD COLUMN ial text,
        ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN passkey_at timestamptz,
        ADD COLUMN failures integer NOT NULL DEFAULT 0`);
    await runner.query(`UPDATE session SET proved_at = started_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN provider, DROP COLUMN ial, DROP COLUMN proved_at, DROP COLUMN passkey_at, DROP COLUMN failures`);
    await runner.query(`DROP TABLE account_link`);
    await runner.query(`ALTER TABLE account DROP COLUMN personal_id_hash`);
  }
}
