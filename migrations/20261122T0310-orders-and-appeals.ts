import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written orders with what they say of appeal, how they were delivered, and the appeals against them. */
export class OrdersAndAppeals1763781000000 implements MigrationInterface {
  name = 'OrdersAndAppeals1763781000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decision_order (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application,
        case_id uuid NOT NULL REFERENCES case_file,
        revision int NOT NULL,
        lane text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('refusal', 'return', 'appeal')),
        outcome text NOT NULL,
        number text NOT NULL UNIQUE,
        office text NOT NULL,
        officer jsonb,
        facts text NOT NULL CHECK (facts ~ '\\S'),
        law text NOT NULL CHECK (law ~ '\\S'),
        considerations text NOT NULL CHECK (considerations ~ '\\S'),
        remedy jsonb NOT NULL,
        decided_at timestamptz NOT NULL,
        UNIQUE (application_id, revision)
      )`);
    await runner.query(`CREATE INDEX decision_order_of_case ON decision_order (case_id)`);
    await runner.query(`
      CREATE TABLE delivery (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL REFERENCES decision_order,
        kind text NOT NULL CHECK (kind IN ('electronic', 'in-person', 'post', 'post-abroad', 'publication')),
        sent_at timestamptz NOT NULL,
        notified_at timestamptz NOT NULL CHECK (notified_at >= sent_at),
        recorded_by jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX delivery_of_order ON delivery (order_id)`);
    await runner.query(`
      CREATE TABLE appeal (
        application_id uuid PRIMARY KEY REFERENCES application,
        against uuid NOT NULL REFERENCES application,
        order_id uuid REFERENCES decision_order,
        lane text NOT NULL,
        grounds text NOT NULL,
        request text NOT NULL,
        late_because text NOT NULL,
        is_late boolean NOT NULL,
        documents jsonb NOT NULL,
        filed_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX appeal_against ON appeal (against)`);
    await runner.query(`
      CREATE TABLE reopening (
        appeal_id uuid PRIMARY KEY REFERENCES appeal,
        application_id uuid NOT NULL UNIQUE REFERENCES application,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`REVOKE UPDATE, DELETE ON decision_order, delivery, appeal, reopening FROM anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reopening', 'appeal', 'delivery', 'decision_order']) await runner.query(`DROP TABLE ${table}`);
  }
}
