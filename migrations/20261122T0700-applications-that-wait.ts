import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications that wait for a licence that comes first, found by whose they are. */
export class ApplicationsThatWait1763794800000 implements MigrationInterface {
  name = 'ApplicationsThatWait1763794800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX application_waiting ON application (account_id) WHERE status = 'waiting'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX application_waiting`);
  }
}
