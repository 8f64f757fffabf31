import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers' tasks: one a lane, its stage moves on. Questions and inspections are read off the history. */
export class Reviews1763685600000 implements MigrationInterface {
  name = 'Reviews1763685600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES application,
        case_id uuid NOT NULL REFERENCES case_file,
        lane text NOT NULL,
        office text NOT NULL,
        agency text NOT NULL,
        licence text NOT NULL,
        number text NOT NULL,
        business_name text NOT NULL,
        applicant_name text NOT NULL,
        place_th text NOT NULL,
        place_en text NOT NULL,
        stage text NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'claimed', 'done', 'cancelled')),
        assignee uuid,
        assignee_name jsonb,
        due_at timestamptz NOT NULL,
        is_escalated boolean NOT NULL DEFAULT false,
        by_revision int NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        UNIQUE (application_id, lane)
      )`);
    await runner.query(`CREATE INDEX task_inbox ON task (office, due_at, id) WHERE status IN ('open', 'claimed')`);
    await runner.query(`CREATE INDEX task_newest ON task (office, created_at DESC, id) WHERE status IN ('open', 'claimed')`);
    await runner.query(`CREATE INDEX task_mine ON task (assignee, due_at, id) WHERE status = 'claimed'`);
    await runner.query(`CREATE INDEX task_of_case ON task (case_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE task`);
  }
}
