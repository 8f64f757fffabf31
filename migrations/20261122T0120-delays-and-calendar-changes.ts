import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Delay notices and decisions told late, as the OPDC gets them; what was changed in the calendar; why a task went to the supervisor. */
export class DelaysAndCalendarChanges1763774460000 implements MigrationInterface {
  name = 'DelaysAndCalendarChanges1763774460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delay_notice (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application,
        case_id uuid NOT NULL REFERENCES case_file,
        lane text NOT NULL,
        revision int NOT NULL,
        round int NOT NULL CHECK (round > 0),
        office text NOT NULL,
        agency text NOT NULL,
        licence text NOT NULL,
        number text NOT NULL,
        due_at timestamptz NOT NULL,
        noticed_at timestamptz NOT NULL,
        reason text,
        reason_by jsonb,
        expected_on date,
        CHECK ((reason IS NULL) = (reason_by IS NULL)),
        UNIQUE (application_id, revision)
      )`);
    await runner.query(`CREATE INDEX delay_notice_newest ON delay_notice (noticed_at DESC, id DESC)`);
    await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON delay_notice FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE untold_decision (
        application_id uuid NOT NULL REFERENCES application,
        decided_by_revision int NOT NULL,
        notice text NOT NULL,
        decided_at timestamptz NOT NULL,
        should_be_told_by timestamptz NOT NULL,
        found_at timestamptz NOT NULL,
        told_at timestamptz,
        PRIMARY KEY (application_id, decided_by_revision, notice)
      )`);
    await runner.query(`REVOKE DELETE, TRUNCATE ON untold_decision FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE holiday_change (
        id uuid PRIMARY KEY,
        year int NOT NULL,
        added jsonb NOT NULL,
        removed jsonb NOT NULL,
        actor jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        carried_at timestamptz,
        done_at timestamptz,
        moved int NOT NULL DEFAULT 0
      )`);
    await runner.query(`CREATE INDEX holiday_change_open ON holiday_change (at) WHERE done_at IS NULL`);
    await runner.query(`REVOKE DELETE, TRUNCATE ON holiday_change FROM anuyat_app`);
    await runner.query(`ALTER TABLE task ADD escalated_for text CHECK (escalated_for IN ('overdue', 'unexplained'))`);
    await runner.query(`UPDATE task SET escalated_for = 'overdue' WHERE is_escalated`);
    await runner.query(`ALTER TABLE notice ADD words_th text, ADD words_en text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notice DROP words_th, DROP words_en`);
    await runner.query(`ALTER TABLE task DROP escalated_for`);
    for (const table of ['holiday_change', 'untold_decision', 'delay_notice']) await runner.query(`DROP TABLE ${table}`);
  }
}
