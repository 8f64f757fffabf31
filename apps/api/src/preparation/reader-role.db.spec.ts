import { Client } from 'pg';
import { migrateDatabase } from '@anuyat/database';
import { startMortalPostgres, type MortalPostgres } from '@anuyat/database/testing';
import { migrations } from '@anuyat/migrations';

describe('a database that does not have the role which people’s rows are read as', () => {
  let postgres: MortalPostgres;
  beforeAll(async () => {
    postgres = await startMortalPostgres();
    await ask(postgres.superuserUrl, 'DROP ROLE anuyat_reader');
  }, 60_000);
  afterAll(() => postgres.dispose());

  async function ask(url: string, ...statements: string[]): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      for (const statement of statements.slice(0, -1)) await client.query(statement);
      return (await client.query(statements.at(-1) ?? '')).rows;
    } finally {
      await client.end();
    }
  }

  it('is told of with what somebody has to run, and migrates to the end once its owner may make roles; owner and running role then take it', async () => {
    await expect(migrateDatabase(postgres.ownerUrl, migrations)).rejects.toThrow(/anuyat_owner may not make it.*CREATE ROLE anuyat_reader NOLOGIN; GRANT anuyat_reader TO anuyat_app, anuyat_owner/);
    await ask(postgres.superuserUrl, 'ALTER ROLE anuyat_owner CREATEROLE');
    expect(await migrateDatabase(postgres.ownerUrl, migrations)).toContain('RowsOfPeople1763920800000');
    for (const url of [postgres.ownerUrl, postgres.appUrl]) expect(await ask(url, 'SET ROLE anuyat_reader', 'SELECT current_user::text AS name')).toEqual([{ name: 'anuyat_reader' }]);
  }, 60_000);
});
