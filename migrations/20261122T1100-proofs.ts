import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which definitions were proved, by which prover. Sealed with a secret of the installation, which the database does not hold. */
export class Proofs1763809200000 implements MigrationInterface {
  name = 'Proofs1763809200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE definition_proof (
        proof text NOT NULL,
        prover text NOT NULL,
        states int NOT NULL,
        transitions int NOT NULL,
        seal text NOT NULL,
        proved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (proof, prover)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE definition_proof`);
  }
}
