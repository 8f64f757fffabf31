import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = [
  'sign-in', 'sign-in-failed', 'sign-out', 'session-ended', 'step-up', 'step-up-failed', 'locked-out', 'lock-lifted',
  'passkey-added', 'passkey-removed', 'passkey-failed', 'refused', 'cross-origin', 'too-often', 'record-read',
];
const RULES = ['draft', 'answers', 'papers', 'notice', 'session', 'security-event', 'access-note', 'record'];

const listOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const mark = (column: string): string => `${column} text CHECK (${column} ~ '^[0-9a-f]{12}$')`;

/**
 * Sign-ins and refusals. The running role can only add to it. People, sessions and networks are marks made with a key that the database does not
 * have; of an address there is the pattern alone. Kept for a year, and removed by a function that looks at the rule first.
 */
export class SecurityEvents1763870400000 implements MigrationInterface {
  name = 'SecurityEvents1763870400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE security_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        since timestamptz,
        kind text NOT NULL CHECK (kind IN (${listOf(KINDS)})),
        code text CHECK (code ~ '^[a-z-]{1,40}$'),
        account_id uuid REFERENCES account,
        ${mark('person')},
        by_account uuid REFERENCES account,
        ${mark('by_person')},
        ${mark('session')},
        ${mark('network')},
        call text CHECK (length(call) <= 200 AND call !~ '[?=%]'),
        provider text CHECK (length(provider) <= 20),
        ial text CHECK (length(ial) <= 10),
        agent text CHECK (length(agent) <= 200),
        count int NOT NULL DEFAULT 1 CHECK (count > 0),
        CHECK ((account_id IS NULL) = (person IS NULL)),
        CHECK ((by_account IS NULL) = (by_person IS NULL))
      )`);
    await runner.query(`CREATE INDEX security_event_of ON security_event (person, id)`);
    await runner.query(`CREATE INDEX security_event_at ON security_event (at)`);
    await runner.query(`REVOKE UPDATE, DELETE ON security_event FROM anuyat_app`);
    await runner.query(`ALTER TABLE retention_rule DROP CONSTRAINT retention_rule_kind_check, ADD CONSTRAINT retention_rule_kind_check CHECK (kind IN (${listOf(RULES)}))`);
    await runner.query(`
      INSERT INTO retention_rule VALUES ('security-event', '2026-11-01', '1 year', 'พ.ร.บ. ว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์ พ.ศ. 2550', 'Computer Crimes Act B.E. 2550', '26', true)`);
    await runner.query(`
      CREATE FUNCTION remove_security_events() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE gone int;
      BEGIN
        WITH past AS (DELETE FROM security_event WHERE id IN (SELECT id FROM security_event WHERE at < retention_before('security-event') ORDER BY at LIMIT 10000) RETURNING 1)
          SELECT count(*) INTO gone FROM past;
        RETURN gone;
      END $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION remove_security_events() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION remove_security_events() TO anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION remove_security_events()`);
    await runner.query(`DELETE FROM retention_rule WHERE kind = 'security-event'`);
    await runner.query(`ALTER TABLE retention_rule DROP CONSTRAINT retention_rule_kind_check, ADD CONSTRAINT retention_rule_kind_check CHECK (kind IN (${listOf(RULES.filter((kind) => kind !== 'security-event'))}))`);
    await runner.query(`DROP TABLE security_event`);
  }
}
