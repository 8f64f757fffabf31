import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many are late is counted by the portal itself, which needs no function: the one of the migration before goes again. */
export class LateIsCountedByThePortal1763942460000 implements MigrationInterface {
  name = 'LateIsCountedByThePortal1763942460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION overdue_among`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION overdue_among(wanted uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT t.application_id FROM unnest(wanted) AS one (id) JOIN timer t ON t.application_id = one.id
         WHERE t.stopped_at IS NULL AND t.name LIKE '%.due' AND NOT (t.event LIKE '%.deemedApproved' AND t.fired_at IS NOT NULL) AND t.due_at < now() $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION overdue_among FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION overdue_among TO anuyat_app, anuyat_reader`);
  }
}
