import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = `(SELECT reader_account())`;
const MY_OFFICES = `(SELECT reader_offices())::text[]`;
const MY_TERRITORIES = `(SELECT reader_territories())::text[]`;

/** Who watches over everything is asked once for the statement, and first; the rest is as before. */
const OF_APPLICATION = `
  ((SELECT '*' = ANY (reader_territories())) AND coalesce(estate, zone) IS NOT NULL)
  OR account_id = ${ME} OR estate = ANY (${MY_TERRITORIES}) OR zone = ANY (${MY_TERRITORIES})
  OR jsonb_path_query_array(offices, '$.*.office') ?| ${MY_OFFICES} OR application_is_lent(id)`;

const AS_IT_WAS = `
  account_id = ${ME} OR estate = ANY (${MY_TERRITORIES}) OR zone = ANY (${MY_TERRITORIES}) OR (coalesce(estate, zone) IS NOT NULL AND '*' = ANY (${MY_TERRITORIES}))
  OR jsonb_path_query_array(offices, '$.*.office') ?| ${MY_OFFICES} OR application_is_lent(id)`;

/**
 * Counts of what is late ask for all clocks at once: which of these applications have an office's time limit that still counts and has passed. It is asked with the owner's
 * rights about applications that the asker has read under their policies, and tells nothing else of them; asked of each clock's row, the policy looked its application up again.
 */
export class CountsUnderRowSecurity1763942400000 implements MigrationInterface {
  name = 'CountsUnderRowSecurity1763942400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER POLICY people ON application USING (${OF_APPLICATION})`);
    await runner.query(`
      CREATE FUNCTION overdue_among(wanted uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT t.application_id FROM unnest(wanted) AS one (id) JOIN timer t ON t.application_id = one.id
         WHERE t.stopped_at IS NULL AND t.name LIKE '%.due' AND NOT (t.event LIKE '%.deemedApproved' AND t.fired_at IS NOT NULL) AND t.due_at < now() $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION overdue_among FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION overdue_among TO anuyat_app, anuyat_reader`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION overdue_among`);
    await runner.query(`ALTER POLICY people ON application USING (${AS_IT_WAS})`);
  }
}
