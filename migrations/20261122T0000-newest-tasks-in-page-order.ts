import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox reads its newest tasks down both columns; an index that turns round in the second would have to be sorted. */
export class NewestTasksInPageOrder1763769600000 implements MigrationInterface {
  name = 'NewestTasksInPageOrder1763769600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX task_newest`);
    await runner.query(`CREATE INDEX task_newest ON task (office, created_at DESC, id DESC) WHERE status IN ('open', 'claimed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX task_newest`);
    await runner.query(`CREATE INDEX task_newest ON task (office, created_at DESC, id) WHERE status IN ('open', 'claimed')`);
  }
}
