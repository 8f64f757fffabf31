import { Client } from 'pg';
import { migrateDatabase } from './migrate';
import { createTestDatabase, type TestDatabase } from './testing';

describe('migrating', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.dispose());

  it('again changes nothing, also when the running role has made a sequence for a queue of its own', async () => {
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    await app.query('create sequence bullmq.of_a_queue');
    await expect(migrateDatabase(database.ownerUrl, [])).resolves.toEqual([]);
    expect((await app.query(`select nextval('bullmq.of_a_queue') as next`)).rows).toEqual([{ next: '1' }]);
    await app.end();
  });
});
