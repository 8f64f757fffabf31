import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A setting that tells for whom rows are read. Without `anuyat.account` it is an error: nobody reads for no one. */
const list = (name: string): string => `
  CREATE FUNCTION reader_${name}() RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN current_setting('anuyat.account')::uuid IS NOT NULL THEN string_to_array(current_setting('anuyat.${name}'), ',') END $$`;

const WHO = [
  `CREATE FUNCTION reader_account() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT current_setting('anuyat.account')::uuid $$`,
  ...['offices', 'territories', 'companies'].map(list),
];

const IS_OWN = `a.account_id = reader_account()`;
const HAS_PART = `jsonb_path_query_array(a.offices, '$.*.office') ?| reader_offices()`;
const IS_WATCHED = `(a.estate = ANY (reader_territories()) OR a.zone = ANY (reader_territories()) OR (coalesce(a.estate, a.zone) IS NOT NULL AND '*' = ANY (reader_territories())))`;
const IS_EXCEPTION = `EXISTS (SELECT FROM exceptional_look e WHERE e.reader_id = reader_account() AND e.until > now() AND e.case_id = a.case_id)`;
/** Who decides an appeal reads what it is against. */
const IS_APPEALED = `EXISTS (SELECT FROM appeal p JOIN application j ON j.id = p.application_id WHERE p.against = a.id AND jsonb_path_query_array(j.offices, '$.*.office') ?| reader_offices())`;
const IS_THEIRS = `(${IS_OWN} OR ${HAS_PART} OR ${IS_APPEALED})`;
const IS_SEEN = `(${IS_OWN} OR ${IS_WATCHED} OR ${HAS_PART} OR ${IS_EXCEPTION} OR ${IS_APPEALED})`;

/** Asked of one row by its key, with the rights of the owner, so that a policy needs no other table's. */
const asked = (name: string, of: string, question: string): string => `
  CREATE FUNCTION ${name}(wanted ${of}) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN RETURN EXISTS (${question}); END $$`;

const QUESTIONS = [
  asked('case_is_own', 'uuid', `SELECT FROM case_file a WHERE a.id = wanted AND ${IS_OWN}`),
  asked('application_is_own', 'uuid', `SELECT FROM application a WHERE a.id = wanted AND ${IS_OWN}`),
  asked('application_is_theirs', 'uuid', `SELECT FROM application a WHERE a.id = wanted AND ${IS_THEIRS}`),
  asked('application_is_seen', 'uuid', `SELECT FROM application a WHERE a.id = wanted AND ${IS_SEEN}`),
  asked('application_is_lent', 'uuid', `SELECT FROM application a WHERE a.id = wanted AND (${IS_EXCEPTION} OR ${IS_APPEALED})`),
  asked('case_is_theirs', 'uuid', `SELECT FROM case_file a WHERE a.id = wanted AND ${IS_OWN} UNION ALL SELECT FROM application a WHERE a.case_id = wanted AND ${IS_THEIRS}`),
  asked('case_is_seen', 'uuid', `SELECT FROM case_file a WHERE a.id = wanted AND ${IS_OWN} UNION ALL SELECT FROM application a WHERE a.case_id = wanted AND ${IS_SEEN}`),
  asked('licence_is_seen', 'text', `SELECT FROM licence l JOIN application a ON a.id = l.application_id WHERE l.number = wanted AND (l.account_id = reader_account() OR l.office = ANY (reader_offices()) OR ${IS_SEEN})`),
  asked('licence_is_theirs', 'text', `SELECT FROM licence l JOIN application a ON a.id = l.application_id WHERE l.number = wanted AND (l.account_id = reader_account() OR l.office = ANY (reader_offices()) OR ${IS_THEIRS})`),
  asked('order_is_theirs', 'uuid', `SELECT FROM decision_order o JOIN application a ON a.id = o.application_id WHERE o.id = wanted AND ${IS_THEIRS}`),
  asked('bill_is_theirs', 'uuid', `SELECT FROM bill b JOIN application a ON a.id = b.application_id WHERE b.id = wanted AND (b.office = ANY (reader_offices()) OR ${IS_OWN} OR case_is_own(b.case_id))`),
  asked('payment_is_theirs', 'text', `
    SELECT FROM payment p JOIN bill b ON b.ref1 = p.ref1 WHERE p.transaction_id = wanted AND (b.office = ANY (reader_offices()) OR case_is_own(b.case_id))
    UNION ALL SELECT FROM payment p JOIN bill b ON b.id = p.bill_id WHERE p.transaction_id = wanted AND case_is_own(b.case_id)
    UNION ALL SELECT FROM fee_ledger l JOIN bill b ON b.id = l.bill_id WHERE l.transaction_id = wanted AND case_is_own(b.case_id)`),
  asked('joint_payment_is_own', 'uuid', `SELECT FROM joint_payment j WHERE j.id = wanted AND case_is_own(j.case_id)`),
  asked('refund_is_theirs', 'uuid', `SELECT FROM fee_refund r JOIN application a ON a.id = r.application_id WHERE r.id = wanted AND (r.office = ANY (reader_offices()) OR ${IS_OWN})`),
  asked('file_is_theirs', 'text', `
    SELECT FROM document d WHERE d.sha256 = wanted AND d.removed_at IS NULL AND case_is_theirs(d.case_id)
    UNION ALL SELECT FROM vault_paper v WHERE v.sha256 = wanted AND v.removed_at IS NULL AND (v.account_id = reader_account() OR v.juristic_id = ANY (reader_companies()))`),
  asked('upload_is_own', 'uuid', `SELECT FROM upload a WHERE a.id = wanted AND ${IS_OWN}`),
];

const ME = `(SELECT reader_account())`;
const MY_OFFICES = `(SELECT reader_offices())::text[]`;
const MY_TERRITORIES = `(SELECT reader_territories())::text[]`;

/** Exactly where its application is seen: the policy of that holds here. */
const OF_SEEN = `EXISTS (SELECT FROM application a WHERE a.id = application_id)`;

/** What a person reads of each table; what is cheap to ask stands first. */
const POLICIES: Record<string, string> = {
  application: `
    account_id = ${ME} OR estate = ANY (${MY_TERRITORIES}) OR zone = ANY (${MY_TERRITORIES}) OR (coalesce(estate, zone) IS NOT NULL AND '*' = ANY (${MY_TERRITORIES}))
    OR jsonb_path_query_array(offices, '$.*.office') ?| ${MY_OFFICES} OR application_is_lent(id)`,
  case_file: `account_id = ${ME} OR case_is_seen(id)`,
  answer_change: `case_is_theirs(case_id)`,
  document: `case_is_theirs(case_id)`,
  stored_file: `file_is_theirs(sha256)`,
  vault_paper: `account_id = ${ME} OR juristic_id = ANY ((SELECT reader_companies())::text[])`,
  upload: `account_id = ${ME}`,
  upload_piece: `upload_is_own(upload_id)`,
  task: `office = ANY (${MY_OFFICES})`,
  history: OF_SEEN,
  timer: OF_SEEN,
  promised_date: OF_SEEN,
  promise_watch: OF_SEEN,
  defect_notice: `case_is_theirs(case_id)`,
  decision_record: `case_is_theirs(case_id)`,
  late_answer: `application_is_theirs(application_id)`,
  delay_notice: `application_is_theirs(application_id)`,
  decision_order: `application_is_theirs(application_id)`,
  delivery: `order_is_theirs(order_id)`,
  appeal: `application_is_theirs(application_id) OR application_is_theirs(against)`,
  reopening: `application_is_theirs(application_id)`,
  licence: `account_id = ${ME} OR office = ANY (${MY_OFFICES}) OR application_is_seen(application_id)`,
  licence_edition: `licence_is_seen(number)`,
  licence_paper: `licence_is_theirs(number)`,
  licence_status: `licence_is_seen(number)`,
  licence_offer: `licence_is_theirs(number)`,
  bill: `office = ANY (${MY_OFFICES}) OR application_is_own(application_id) OR case_is_own(case_id)`,
  bill_term: `bill_is_theirs(bill_id)`,
  fee_ledger: `office = ANY (${MY_OFFICES}) OR bill_is_theirs(bill_id)`,
  payment: `payment_is_theirs(transaction_id)`,
  payment_correction: `payment_is_theirs(transaction_id)`,
  payment_resolution: `payment_is_theirs(transaction_id)`,
  fee_refund: `office = ANY (${MY_OFFICES}) OR application_is_own(application_id)`,
  fee_refund_settlement: `refund_is_theirs(refund_id)`,
  fee_refund_way: `refund_is_theirs(refund_id)`,
  joint_payment: `case_is_own(case_id)`,
  joint_payment_bill: `joint_payment_is_own(joint_id)`,
  notice: `account_id = ${ME}`,
  access_note: `subject_id = ${ME} OR reader_id = ${ME}`,
  exceptional_look: `reader_id = ${ME}`,
  account: `id = ${ME}`,
  account_link: `account_id = ${ME}`,
  account_role: `account_id = ${ME}`,
  office_membership: `account_id = ${ME}`,
  company_mandate: `account_id = ${ME}`,
  mandate_request: `account_id = ${ME}`,
  session: `account_id = ${ME}`,
  security_event: `account_id = ${ME}`,
};

/** What tells nothing of anybody, or is published. */
const OPEN = ['content_removed', 'definition', 'fee_rate', 'holiday', 'ledger_entry', 'ledger_key', 'ledger_node', 'ledger_root', 'retention_rule', 'seal_key'];

/** Views that read for whoever asks, so that the policies hold below them too. */
const VIEWS = ['clock_ledger', 'clock_stretch'];

const HOW = 'CREATE ROLE anuyat_reader NOLOGIN; GRANT anuyat_reader TO anuyat_app, %I';

/**
 * What people read through the portal passes the database's own policies: the running role takes `anuyat_reader`, which can only read, and sees
 * of each table what is the person's. The running role itself, which files, carries and tells for all offices, sees all as before.
 */
export class RowsOfPeople1763920800000 implements MigrationInterface {
  name = 'RowsOfPeople1763920800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'anuyat_reader') THEN
          CREATE ROLE anuyat_reader NOLOGIN;
          EXECUTE format('GRANT anuyat_reader TO anuyat_app, %I', current_user);
        END IF;
        IF NOT pg_has_role('anuyat_app', 'anuyat_reader', 'MEMBER') THEN GRANT anuyat_reader TO anuyat_app; END IF;
        IF NOT pg_has_role(current_user, 'anuyat_reader', 'MEMBER') THEN EXECUTE format('GRANT anuyat_reader TO %I', current_user); END IF;
      EXCEPTION WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'The role that the portal takes to read for a person is missing, and % may not make it. Somebody who may has to run once: %', current_user, format('${HOW}', current_user);
      END $$`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO anuyat_reader`);
    for (const question of [...WHO, ...QUESTIONS]) await runner.query(question);
    for (const made of QUESTIONS) await runner.query(`REVOKE EXECUTE ON FUNCTION ${nameOf(made)} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${nameOf(made)} TO anuyat_reader`);
    for (const [table, sees] of Object.entries(POLICIES)) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY portal ON ${table} TO anuyat_app USING (true) WITH CHECK (true)`);
      await runner.query(`CREATE POLICY people ON ${table} FOR SELECT TO anuyat_reader USING (${sees})`);
    }
    for (const view of VIEWS) await runner.query(`ALTER VIEW ${view} SET (security_invoker = true)`);
    await runner.query(`GRANT SELECT ON ${[...Object.keys(POLICIES), ...OPEN, ...VIEWS].join(', ')} TO anuyat_reader`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM anuyat_reader`);
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM anuyat_reader`);
    for (const view of VIEWS) await runner.query(`ALTER VIEW ${view} SET (security_invoker = false)`);
    for (const table of Object.keys(POLICIES)) {
      await runner.query(`DROP POLICY people ON ${table}`);
      await runner.query(`DROP POLICY portal ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    for (const made of [...WHO, ...QUESTIONS].reverse()) await runner.query(`DROP FUNCTION ${nameOf(made)}`);
  }
}

function nameOf(made: string): string {
  return /FUNCTION (\w+)/.exec(made)?.[1] ?? '';
}
