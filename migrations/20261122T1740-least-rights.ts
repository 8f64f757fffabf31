import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may change of an issued licence: who holds it, where, for how long, its editions. What it is, and by whom it was granted, never does. */
const CHANGES = ['account_id', 'holder', 'business_name', 'place_th', 'place_en', 'conditions', 'version', 'status', 'paper_key', 'edition', 'edition_on', 'issued_on', 'valid_from', 'valid_until', 'sealed_edition'];

/** The running role loses the rights that no statement of the portal needs. */
export class LeastRights1763835600000 implements MigrationInterface {
  name = 'LeastRights1763835600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { name } of await viewsOf(runner)) await runner.query(`REVOKE INSERT, UPDATE, DELETE ON ${name} FROM anuyat_app`);
    await runner.query(`REVOKE UPDATE ON licence FROM anuyat_app`);
    await runner.query(`GRANT UPDATE (${CHANGES.join(', ')}) ON licence TO anuyat_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE (${CHANGES.join(', ')}) ON licence FROM anuyat_app`);
    await runner.query(`GRANT UPDATE ON licence TO anuyat_app`);
    for (const { name } of await viewsOf(runner)) await runner.query(`GRANT INSERT, UPDATE, DELETE ON ${name} TO anuyat_app`);
  }
}

/** Views are there to be read: what is written through one is written with the rights of its owner. */
function viewsOf(runner: QueryRunner): Promise<{ name: string }[]> {
  return runner.query(`SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace ORDER BY 1`);
}
