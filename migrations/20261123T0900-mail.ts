import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notices by e-mail: the address that somebody confirmed, and the letters to it. A letter is at once the queue's truth and the record of the delivery.
 * An address that is not in use any more is forgotten but for its masked form. Letters go when their notice goes.
 */
export class Mail1763917200000 implements MigrationInterface {
  name = 'Mail1763917200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_address (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        address text CHECK (length(address) <= 254),
        masked text NOT NULL CHECK (length(masked) <= 254),
        mark bytea NOT NULL CHECK (length(mark) = 32),
        language text NOT NULL CHECK (language IN ('th', 'en')),
        asked_at timestamptz NOT NULL DEFAULT now(),
        wrong_codes int NOT NULL DEFAULT 0,
        confirmed_at timestamptz,
        refused_in_a_row int NOT NULL DEFAULT 0,
        failing_since timestamptz,
        stopped_at timestamptz,
        stopped_by text CHECK (stopped_by IN ('person', 'link', 'other-address', 'never-confirmed')),
        CHECK ((stopped_at IS NULL) = (stopped_by IS NULL)),
        CHECK ((address IS NULL) = (stopped_at IS NOT NULL))
      )`);
    await runner.query(`CREATE UNIQUE INDEX mail_address_in_use ON mail_address (account_id) WHERE confirmed_at IS NOT NULL AND stopped_at IS NULL`);
    await runner.query(`CREATE UNIQUE INDEX mail_address_asked ON mail_address (account_id) WHERE confirmed_at IS NULL AND stopped_at IS NULL`);
    await runner.query(`CREATE INDEX mail_address_of ON mail_address (account_id, asked_at)`);
    await runner.query(`CREATE INDEX mail_address_marked ON mail_address (mark, asked_at)`);
    await runner.query(`
      CREATE TABLE letter (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('notice', 'confirmation', 'invitation')),
        notice_id uuid REFERENCES notice ON DELETE CASCADE,
        address_id uuid REFERENCES mail_address,
        invitation_id uuid REFERENCES officer_invitation,
        created_at timestamptz NOT NULL DEFAULT now(),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused', 'given-up', 'dropped')),
        send_after timestamptz NOT NULL DEFAULT now(),
        tries int NOT NULL DEFAULT 0,
        begun int NOT NULL DEFAULT 0,
        to_masked text,
        answer text CHECK (length(answer) <= 300),
        answered_at timestamptz,
        ended_at timestamptz,
        CHECK ((kind = 'notice') = (notice_id IS NOT NULL)),
        CHECK ((kind = 'invitation') = (invitation_id IS NOT NULL)),
        CHECK ((kind = 'invitation') = (address_id IS NULL)),
        CHECK ((state = 'waiting') = (ended_at IS NULL)),
        UNIQUE (notice_id, address_id),
        UNIQUE (invitation_id)
      )`);
    await runner.query(`CREATE INDEX letter_waits ON letter (send_after) WHERE state = 'waiting'`);
    await runner.query(`CREATE INDEX letter_handed ON letter (send_after) WHERE state = 'waiting' AND tries > begun`);
    await runner.query(`CREATE INDEX letter_to ON letter (address_id, created_at)`);
    await runner.query(`REVOKE TRUNCATE ON mail_address, letter FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['letter', 'mail_address']) await runner.query(`DROP TABLE ${table}`);
  }
}
