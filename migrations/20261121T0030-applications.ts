import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registrar's tables: one row an application, an append-only chained history, clocks, outbox, keys. */
export class Applications1763685000000 implements MigrationInterface {
  name = 'Applications1763685000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_file,
        number text UNIQUE,
        code text NOT NULL,
        version int NOT NULL,
        revision int NOT NULL,
        state jsonb NOT NULL,
        status text NOT NULL,
        offices jsonb NOT NULL,
        account_id uuid NOT NULL,
        estate text,
        zone text,
        last_hash bytea NOT NULL,
        submitted_at timestamptz NOT NULL,
        received_at_legal timestamptz NOT NULL,
        moved_at timestamptz NOT NULL
      ) WITH (fillfactor = 70)`);
    await runner.query(`CREATE INDEX application_of_case ON application (case_id)`);
    await runner.query(`CREATE INDEX application_of_estate ON application (estate, id DESC) WHERE estate IS NOT NULL`);
    await runner.query(`CREATE INDEX application_of_zone ON application (zone, id DESC) WHERE zone IS NOT NULL`);
    await runner.query(`
      CREATE TABLE history (
        application_id uuid NOT NULL REFERENCES application,
        revision int NOT NULL,
        type text NOT NULL,
        data jsonb NOT NULL,
        actor jsonb NOT NULL,
        at timestamptz NOT NULL,
        rulings jsonb NOT NULL,
        state jsonb NOT NULL,
        effects jsonb NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (application_id, revision)
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON history FROM anuyat_app`);
    await runner.query(`
      CREATE TABLE timer (
        application_id uuid NOT NULL REFERENCES application,
        name text NOT NULL,
        lane text,
        event text NOT NULL,
        due_at timestamptz NOT NULL,
        set_at timestamptz NOT NULL,
        set_by_revision int NOT NULL,
        stopped_at timestamptz,
        fired_at timestamptz,
        PRIMARY KEY (application_id, name)
      )`);
    await runner.query(`CREATE INDEX timer_due ON timer (due_at) WHERE stopped_at IS NULL AND fired_at IS NULL`);
    await runner.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL,
        case_id uuid NOT NULL,
        revision int NOT NULL,
        effect text NOT NULL,
        params jsonb NOT NULL,
        queue text,
        created_at timestamptz NOT NULL DEFAULT now(),
        hand_after timestamptz NOT NULL DEFAULT now(),
        hand_overs int NOT NULL DEFAULT 0
      ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)`);
    await runner.query(`CREATE INDEX outbox_to_hand ON outbox (hand_after, id)`);
    await runner.query(`
      CREATE TABLE idempotency_key (
        actor text NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        reply jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor, key)
      )`);
    await runner.query(`CREATE INDEX idempotency_key_age ON idempotency_key (at)`);
    await runner.query(`REVOKE UPDATE ON idempotency_key FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['idempotency_key', 'outbox', 'timer', 'history', 'application']) await runner.query(`DROP TABLE ${table}`);
  }
}
