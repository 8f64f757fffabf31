import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose time it is, told by the line of the history that hands it over: the clock ledger becomes a reading of the history. A table of its
 * own with a guard of its own cost every event as much as the rest of its writing. What the guard kept now holds by construction: a stretch
 * ends where the next one of its track begins, none begins before an earlier one or before the legal receipt, and none follows the end of
 * the application's own track, whatever the lines say; that nobody rewrites them is kept by the history, which can only grow. Its pages keep
 * a part free, so that a short line does not go into the rest of an old page, which would then be logged whole after a checkpoint.
 */
export class LedgerInTheHistory1763797800000 implements MigrationInterface {
  name = 'LedgerInTheHistory1763797800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE history ADD handed jsonb CONSTRAINT history_hands_to_a_party CHECK (
        handed IS NULL OR jsonb_typeof(handed) = 'array' AND NOT handed @? '$[*] ? (
          !(exists (@.track)) || (@.party == "nobody" && @.ground != null) || (@.party != "nobody" && !(@.ground != null))
          || !(@.party == "office" || @.party == "applicant" || @.party == "bank" || @.party == "portal" || @.party == "law" || @.party == "lanes" || @.party == "nobody"))')`);
    await runner.query(`
      UPDATE history h SET handed = l.lines
        FROM (SELECT application_id, by_revision, jsonb_agg(jsonb_build_object('track', track, 'party', party, 'ground', ground)) AS lines FROM clock_ledger GROUP BY 1, 2) l
       WHERE h.application_id = l.application_id AND h.revision = l.by_revision`);
    await runner.query(`ALTER TABLE history SET (fillfactor = 85)`);
    await runner.query(`DROP VIEW clock_stretch`);
    await runner.query(`DROP TABLE clock_ledger`);
    await runner.query(`DROP FUNCTION clock_ledger_goes_on`);
    await runner.query(`
      CREATE VIEW clock_ledger AS
      SELECT h.application_id, l.track, h.revision AS by_revision, l.party, l.ground,
             CASE WHEN h.revision = 1 THEN a.received_at_legal ELSE greatest(h.at, a.received_at_legal) END AS from_at
        FROM history h
        JOIN application a ON a.id = h.application_id
       CROSS JOIN jsonb_to_recordset(h.handed) AS l (track text, party text, ground text)
       WHERE h.handed IS NOT NULL`);
    await runner.query(`
      CREATE VIEW clock_stretch AS
      SELECT * FROM (
        SELECT application_id, track, party, ground, by_revision, from_at, lead(from_at) OVER (PARTITION BY application_id, track ORDER BY by_revision) AS until_at
          FROM (
            SELECT application_id, track, party, ground, by_revision, max(from_at) OVER so_far AS from_at,
                   track = 'application' AND coalesce(bool_or(party = 'nobody') OVER (so_far ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS is_after_the_end
              FROM clock_ledger
            WINDOW so_far AS (PARTITION BY application_id, track ORDER BY by_revision)
          ) line
         WHERE NOT is_after_the_end
      ) stretch
      WHERE party <> 'nobody' AND (until_at IS NULL OR until_at > from_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW clock_stretch`);
    await runner.query(`CREATE TABLE kept_ledger AS SELECT * FROM clock_ledger`);
    await runner.query(`DROP VIEW clock_ledger`);
    await runner.query(`ALTER TABLE history DROP handed`);
    await runner.query(`ALTER TABLE kept_ledger RENAME TO clock_ledger`);
  }
}
