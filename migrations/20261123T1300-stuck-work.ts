import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Effects that failed and were not done since: written beside the outbox when one fails, so that those that succeed pay nothing for it. What the
 * fault was is kept in words of the portal's own; what was thrown may hold what somebody wrote, and is not. A fault with words of its own
 * comes again until its cause is mended; any other may pass by itself, and counts as stuck from the third time on.
 */
export class StuckWork1763931600000 implements MigrationInterface {
  name = 'StuckWork1763931600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stuck_work (
        outbox_id uuid PRIMARY KEY,
        application_id uuid NOT NULL,
        case_id uuid NOT NULL,
        effect text NOT NULL,
        code text NOT NULL,
        fault jsonb,
        times int NOT NULL DEFAULT 1 CHECK (times > 0),
        first_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        told_at timestamptz,
        is_stuck boolean NOT NULL GENERATED ALWAYS AS (fault IS NOT NULL OR times >= 3) STORED
      )`);
    await runner.query(`CREATE INDEX stuck_work_of_case ON stuck_work (case_id)`);
    await runner.query(`REVOKE TRUNCATE ON stuck_work FROM anuyat_app`);
    await runner.query(`ALTER TABLE stuck_work ENABLE ROW LEVEL SECURITY`);
    await runner.query(`CREATE POLICY portal ON stuck_work TO anuyat_app USING (true) WITH CHECK (true)`);
    await runner.query(`CREATE POLICY people ON stuck_work FOR SELECT TO anuyat_reader USING (case_is_theirs(case_id))`);
    await runner.query(`GRANT SELECT ON stuck_work TO anuyat_reader`);
    await runner.query(`
      CREATE FUNCTION is_still_to_do(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT FROM outbox o WHERE o.id = wanted) $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION is_still_to_do FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION is_still_to_do TO anuyat_app, anuyat_reader`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE stuck_work`);
    await runner.query(`DROP FUNCTION is_still_to_do`);
  }
}
