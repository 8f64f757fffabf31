import type { MigrationInterface, QueryRunner } from 'typeorm';

const IS_LATE = `t.application_id = a.id AND t.stopped_at IS NULL AND t.name LIKE '%.due' AND NOT (t.event LIKE '%.deemedApproved' AND t.fired_at IS NOT NULL) AND t.due_at < now()`;

/**
 * Which applications of estates and zones are late is asked for a territory instead of for a list of ids: the statement hashes the answer, and the planner joins clocks and
 * applications as their numbers suggest. Whoever reads for a person is told of that person's territories only.
 */
export class LateInATerritory1763942460000 implements MigrationInterface {
  name = 'LateInATerritory1763942460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION overdue_among`);
    await runner.query(`
      CREATE FUNCTION overdue_in(codes text[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
        IF coalesce(current_setting('anuyat.account', true), '') <> '' AND NOT ('*' = ANY (reader_territories()) OR codes <@ reader_territories()) THEN RETURN; END IF;
        RETURN QUERY SELECT a.id FROM application a WHERE a.life_of IS NULL AND (a.estate = ANY (codes) OR a.zone = ANY (codes)) AND EXISTS (SELECT FROM timer t WHERE ${IS_LATE});
      END $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION overdue_in FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION overdue_in TO anuyat_app, anuyat_reader`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION overdue_in`);
    await runner.query(`
      CREATE FUNCTION overdue_among(wanted uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT a.id FROM unnest(wanted) AS a (id) WHERE EXISTS (SELECT FROM timer t WHERE ${IS_LATE}) $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION overdue_among FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION overdue_among TO anuyat_app, anuyat_reader`);
  }
}
