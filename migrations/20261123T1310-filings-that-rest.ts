import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether the licence that a case renews or changes stands revoked. Asked with the rights of the owner: every office of the case is told that it rests,
 * and nothing else of a licence that another office issued.
 */
export class FilingsThatRest1763932200000 implements MigrationInterface {
  name = 'FilingsThatRest1763932200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION case_rests(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM case_file c JOIN application life ON life.life_of = c.of_licence WHERE c.id = wanted AND life.state ->> 'value' = 'licenceRevoked')
      $$`);
    await runner.query(`REVOKE EXECUTE ON FUNCTION case_rests FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION case_rests TO anuyat_app, anuyat_reader`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION case_rests`);
  }
}
