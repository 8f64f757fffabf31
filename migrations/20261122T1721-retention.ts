import type { MigrationInterface, QueryRunner } from 'typeorm';

const office = { th: 'ระเบียบสำนักนายกรัฐมนตรี ว่าด้วยงานสารบรรณ พ.ศ. 2526', en: 'Regulation of the Office of the Prime Minister on Correspondence, B.E. 2526' };
const pdpa = { th: 'พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562', en: 'Personal Data Protection Act B.E. 2562' };
const computer = { th: 'พ.ร.บ. ว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์ พ.ศ. 2550', en: 'Computer Crimes Act B.E. 2550' };

/** Kind, how long (null: for good), law, section; whether the section was confirmed. */
const rules: readonly (readonly [string, string | null, typeof office, string, boolean])[] = [
  ['draft', '180 days', pdpa, '37(3)', true],
  ['answers', '10 years', office, '57', false],
  ['papers', '10 years', office, '57', false],
  ['notice', '2 years', pdpa, '37(3)', true],
  ['session', '90 days', computer, '26', true],
  ['access-note', '10 years', pdpa, '78', false],
  ['record', null, office, '57', false],
];

/** Kinds of an application's end; an expired licence counts as ended once its time to be kept has gone by since. */
const ended = `'{issued,refused,withdrawn,returned,annulled,granted,upheld,not-admitted,revoked,cancelled,expired}'`;

/**
 * How long what is kept, by the law; the rules can be added to by a migration only. What the running role may not remove by itself, functions remove
 * that look at the rules and at the database's clock first. Of what was entered in the ledger, the digest stays.
 */
export class Retention1763834460000 implements MigrationInterface {
  name = 'Retention1763834460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE retention_rule (
        kind text NOT NULL CHECK (kind IN ('draft', 'answers', 'papers', 'notice', 'session', 'access-note', 'record')),
        effective_from date NOT NULL,
        keep interval CHECK (keep > interval '0'),
        law_th text NOT NULL,
        law_en text NOT NULL,
        section text NOT NULL,
        is_verified boolean NOT NULL,
        PRIMARY KEY (kind, effective_from)
      )`);
    for (const [kind, keep, law, section, isVerified] of rules) {
      await runner.query(`INSERT INTO retention_rule VALUES ($1, '2026-11-01', $2, $3, $4, $5, $6)`, [kind, keep, law.th, law.en, section, isVerified]);
    }
    await runner.query(`
      CREATE TABLE content_removed (
        kind text NOT NULL,
        subject text NOT NULL,
        digest bytea NOT NULL,
        rule text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (kind, subject)
      )`);
    await runner.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON retention_rule, content_removed FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE retention_night (
        night date NOT NULL,
        kind text NOT NULL,
        removed int NOT NULL DEFAULT 0,
        done_at timestamptz,
        PRIMARY KEY (night, kind)
      )`);
    await runner.query(`REVOKE DELETE, TRUNCATE ON retention_night FROM anuyat_app`);
    await runner.query(`
      CREATE FUNCTION retention_before(wanted text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT now() - keep FROM retention_rule WHERE kind = wanted AND effective_from <= (now() AT TIME ZONE 'Asia/Bangkok')::date ORDER BY effective_from DESC LIMIT 1
      $$`);
    await runner.query(`
      CREATE VIEW case_at_rest AS
        SELECT c.id AS case_id, c.account_id, c.number, r.since
          FROM case_file c CROSS JOIN LATERAL (SELECT max(h.at) AS since FROM application a JOIN history h ON h.application_id = a.id WHERE a.case_id = c.id) r
         WHERE c.submitted_at IS NOT NULL AND r.since IS NOT NULL
           AND NOT EXISTS (SELECT FROM application a WHERE a.case_id = c.id AND a.status <> ALL (${ended}))
           AND NOT EXISTS (SELECT FROM licence l WHERE l.case_id = c.id AND NOT EXISTS (SELECT FROM application a WHERE a.life_of = l.number AND a.status IN ('revoked', 'cancelled', 'expired')))
           AND NOT EXISTS (SELECT FROM case_file d JOIN licence l ON l.number = d.of_licence WHERE l.case_id = c.id AND d.status = 'draft')
           AND NOT EXISTS (SELECT FROM application a JOIN case_file d ON d.id = a.case_id JOIN licence l ON l.number = d.of_licence WHERE l.case_id = c.id AND a.status <> ALL (${ended}))
           AND NOT EXISTS (SELECT FROM bill b WHERE b.case_id = c.id AND b.status = 'due')
           AND NOT EXISTS (SELECT FROM task t WHERE t.case_id = c.id AND t.status IN ('open', 'claimed'))
           AND NOT EXISTS (SELECT FROM outbox o WHERE o.case_id = c.id)
           AND NOT EXISTS (SELECT FROM timer t JOIN application a ON a.id = t.application_id WHERE a.case_id = c.id AND t.stopped_at IS NULL AND t.fired_at IS NULL)
           AND NOT EXISTS (SELECT FROM fee_refund f LEFT JOIN fee_refund_settlement s ON s.refund_id = f.id WHERE f.case_id = c.id AND s.refund_id IS NULL)`);
    await runner.query(`
      CREATE FUNCTION remove_answers() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE past uuid[];
      BEGIN
        SELECT coalesce(array_agg(id), '{}') INTO past FROM (
          SELECT c.id FROM case_file c JOIN case_at_rest r ON r.case_id = c.id
           WHERE r.since < retention_before('answers') AND c.answers <> '{}'
             AND NOT EXISTS (SELECT FROM answer_change n LEFT JOIN ledger_entry e ON e.kind = 'answers' AND e.subject = concat_ws(':', n.case_id, n.revision) WHERE n.case_id = c.id AND e.subject IS NULL)
           LIMIT 100 FOR UPDATE OF c SKIP LOCKED) found;
        INSERT INTO content_removed (kind, subject, digest, rule)
          SELECT e.kind, e.subject, e.digest, 'answers' FROM answer_change n JOIN ledger_entry e ON e.kind = 'answers' AND e.subject = concat_ws(':', n.case_id, n.revision) AND e.revision = 0 WHERE n.case_id = ANY(past);
        UPDATE answer_change SET changes = '{}', actor = '{}' WHERE case_id = ANY(past);
        UPDATE case_file SET answers = '{}' WHERE id = ANY(past);
        RETURN cardinality(past);
      END $$`);
    await runner.query(`
      CREATE FUNCTION remove_notices() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE past uuid[];
      BEGIN
        SELECT coalesce(array_agg(id), '{}') INTO past FROM (
          SELECT n.id FROM notice n JOIN case_at_rest r ON r.case_id = n.case_id JOIN ledger_entry e ON e.kind = 'notice' AND e.subject = n.id::text
           WHERE n.at < retention_before('notice') AND r.since < retention_before('notice') LIMIT 1000) found;
        INSERT INTO content_removed (kind, subject, digest, rule) SELECT kind, subject, digest, 'notice' FROM ledger_entry WHERE kind = 'notice' AND revision = 0 AND subject = ANY(past::text[]);
        DELETE FROM notice WHERE id = ANY(past);
        RETURN cardinality(past);
      END $$`);
    await runner.query(`
      CREATE FUNCTION remove_access_notes() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE gone int;
      BEGIN
        DELETE FROM exceptional_look WHERE until < retention_before('access-note');
        WITH past AS (DELETE FROM access_note WHERE at < retention_before('access-note') RETURNING 1) SELECT count(*) INTO gone FROM past;
        RETURN gone;
      END $$`);
    for (const name of ['remove_answers', 'remove_notices', 'remove_access_notes']) {
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${name}() FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION ${name}() TO anuyat_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['remove_answers()', 'remove_notices()', 'remove_access_notes()', 'retention_before(text)']) await runner.query(`DROP FUNCTION ${name} CASCADE`);
    await runner.query(`DROP VIEW case_at_rest`);
    for (const table of ['retention_night', 'content_removed', 'retention_rule']) await runner.query(`DROP TABLE ${table}`);
  }
}
