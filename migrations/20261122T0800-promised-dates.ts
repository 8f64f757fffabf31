import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By when nine in ten finish: every promise with what it was computed from and why it was revised, never changed; and beside it how far each
 * application has been followed and how it ended, so that promises can be judged.
 */
export class PromisedDates1763798460000 implements MigrationInterface {
  name = 'PromisedDates1763798460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE promised_date (
        application_id uuid NOT NULL REFERENCES application,
        ordinal int NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        by_revision int NOT NULL,
        promised_on date,
        statutory_on date,
        reason jsonb NOT NULL,
        basis jsonb NOT NULL,
        PRIMARY KEY (application_id, ordinal)
      )`);
    await runner.query(`CREATE INDEX promised_date_due ON promised_date (promised_on) WHERE promised_on IS NOT NULL`);
    await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON promised_date FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE promise_watch (
        application_id uuid PRIMARY KEY REFERENCES application,
        revision int NOT NULL,
        revised_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        outcome text CHECK (outcome IN ('decided', 'withdrawn')),
        CHECK ((ended_at IS NULL) = (outcome IS NULL))
      ) WITH (fillfactor = 70)`);
    await runner.query(`REVOKE DELETE, TRUNCATE ON promise_watch FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE promise_watch`);
    await runner.query(`DROP TABLE promised_date`);
  }
}
