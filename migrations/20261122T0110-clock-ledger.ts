import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose time it was: one line wherever time passes from one party to another on a track, and nothing else. A stretch ends where the next
 * line of its track begins, so stretches can neither overlap nor leave a gap. What is left to guard is the order of the lines, that an
 * application's own track begins when it was legally received, and that nothing follows its end. A trigger guards it, one writer of an
 * application at a time; an index with all columns of a key would cost every event 450 bytes of log more. Clocks keep what they count
 * from, so that their due dates can be worked out anew.
 */
export class ClockLedger1763773800000 implements MigrationInterface {
  name = 'ClockLedger1763773800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clock_ledger (
        application_id uuid NOT NULL REFERENCES application,
        by_revision int NOT NULL,
        track text NOT NULL,
        party text NOT NULL CHECK (party IN ('office', 'applicant', 'bank', 'portal', 'law', 'lanes', 'nobody')),
        ground text CHECK ((ground IS NULL) = (party = 'nobody')),
        from_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX clock_ledger_of_application ON clock_ledger (application_id)`);
    await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON clock_ledger FROM anuyat_app`);
    await runner.query(`
      CREATE FUNCTION clock_ledger_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last clock_ledger;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.application_id::text, 0));
        SELECT * INTO last FROM clock_ledger WHERE application_id = NEW.application_id AND track = NEW.track ORDER BY by_revision DESC LIMIT 1;
        IF last.by_revision IS NULL THEN
          IF NEW.track = 'application' AND NEW.from_at IS DISTINCT FROM (SELECT received_at_legal FROM application WHERE id = NEW.application_id) THEN
            RAISE EXCEPTION 'The clock ledger of % must begin when it was received.', NEW.application_id USING ERRCODE = 'check_violation', CONSTRAINT = 'clock_ledger_begins';
          END IF;
        ELSIF NEW.by_revision <= last.by_revision OR NEW.from_at < last.from_at THEN
          RAISE EXCEPTION 'A line of the clock ledger of % must follow the last one.', NEW.application_id USING ERRCODE = 'check_violation', CONSTRAINT = 'clock_ledger_follows';
        ELSIF last.party = 'nobody' AND NEW.track = 'application' THEN
          RAISE EXCEPTION 'The clock ledger of % has ended.', NEW.application_id USING ERRCODE = 'check_violation', CONSTRAINT = 'clock_ledger_ended';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER clock_ledger_goes_on BEFORE INSERT ON clock_ledger FOR EACH ROW EXECUTE FUNCTION clock_ledger_goes_on()`);
    await runner.query(`
      CREATE VIEW clock_stretch AS
      SELECT * FROM (
        SELECT application_id, track, party, ground, by_revision, from_at,
               lead(from_at) OVER (PARTITION BY application_id, track ORDER BY by_revision) AS until_at
          FROM clock_ledger
      ) line
      WHERE party <> 'nobody' AND (until_at IS NULL OR until_at > from_at)`);
    await runner.query(`ALTER TABLE timer ADD counts_from timestamptz, ADD days int, ADD unit text CHECK (unit IN ('working', 'calendar', 'unrolled'))`);
    await runner.query(`
      UPDATE timer t
         SET counts_from = CASE WHEN t.set_by_revision = 1 THEN a.received_at_legal ELSE t.set_at END, days = (e #>> '{params,days}')::int, unit = e #>> '{params,unit}'
        FROM application a, history h, jsonb_array_elements(h.effects) AS e
       WHERE a.id = t.application_id AND h.application_id = t.application_id AND h.revision = t.set_by_revision
         AND e ->> 'type' = 'startClock' AND e #>> '{params,name}' = t.name`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE timer DROP counts_from, DROP days, DROP unit`);
    await runner.query(`DROP VIEW clock_stretch`);
    await runner.query(`DROP TABLE clock_ledger`);
    await runner.query(`DROP FUNCTION clock_ledger_goes_on`);
  }
}
