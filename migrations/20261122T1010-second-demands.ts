import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second demands are few and are counted on the monitor's first page. */
export class SecondDemands1763807400000 implements MigrationInterface {
  name = 'SecondDemands1763807400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX defect_notice_second ON defect_notice (case_id) WHERE is_second`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX defect_notice_second`);
  }
}
