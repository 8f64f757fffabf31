import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who proposed and who stepped aside in each lane, kept with the application as a fold of its history; whom it was asked for; and how a
 * clock goes on that the law suspended: with as many of its own days as were left when it stopped.
 */
export class WhoDecides1763780400000 implements MigrationInterface {
  name = 'WhoDecides1763780400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE application ADD COLUMN hands jsonb NOT NULL DEFAULT '{}', ADD COLUMN acting_for text`);
    await runner.query(`UPDATE application a SET acting_for = c.acting_for FROM case_file c WHERE c.id = a.case_id AND c.acting_for IS NOT NULL`);
    await runner.query(`ALTER TABLE task ADD COLUMN barred uuid[] NOT NULL DEFAULT '{}'`);
    await runner.query(`
      CREATE FUNCTION resumed_due(due timestamptz, stopped timestamptz, resumed timestamptz, unit text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        WITH days AS (
          SELECT (due AT TIME ZONE 'Asia/Bangkok')::date AS due_day, (stopped AT TIME ZONE 'Asia/Bangkok')::date AS stop_day,
                 (resumed AT TIME ZONE 'Asia/Bangkok')::date AS resume_day
        ), counted AS (
          SELECT d.*, CASE WHEN unit = 'working'
                           THEN (SELECT count(*) FROM generate_series(stop_day + 1, due_day, interval '1 day') AS g (at)
                                  WHERE extract(isodow FROM at) < 6 AND NOT EXISTS (SELECT FROM holiday h WHERE h.date = at::date))
                           ELSE due_day - stop_day END AS remaining
            FROM days d
        )
        SELECT CASE WHEN stopped IS NULL OR due <= stopped THEN due
                    ELSE ((SELECT at::date FROM generate_series(resume_day + CASE WHEN unit = 'working' AND remaining > 0 THEN 1 ELSE remaining END::int,
                                                               resume_day + remaining::int * 3 + 60, interval '1 day') AS g (at)
                            WHERE extract(isodow FROM at) < 6 AND NOT EXISTS (SELECT FROM holiday h WHERE h.date = at::date)
                            ORDER BY at OFFSET CASE WHEN unit = 'working' AND remaining > 0 THEN remaining - 1 ELSE 0 END LIMIT 1)
                          + time '23:59:59.999') AT TIME ZONE 'Asia/Bangkok' END
          FROM counted
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION resumed_due(timestamptz, timestamptz, timestamptz, text)`);
    await runner.query(`ALTER TABLE task DROP COLUMN barred`);
    await runner.query(`ALTER TABLE application DROP COLUMN hands, DROP COLUMN acting_for`);
  }
}
