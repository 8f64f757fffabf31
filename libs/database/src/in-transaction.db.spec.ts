import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';
import { inTransaction } from './in-transaction';
import { createTestDatabase, type TestDatabase } from './testing';

describe('work in a transaction', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    source = await createDataSource(database.ownerUrl, 'in-transaction-spec', [], 2).initialize();
    await source.query('CREATE TABLE word (at serial, said text PRIMARY KEY)');
  });
  beforeEach(() => source.query('TRUNCATE word'));
  afterAll(async () => {
    await source.destroy();
    await database.dispose();
  });
  const said = async (): Promise<string[]> => ((await source.query('SELECT said FROM word ORDER BY at')) as { said: string }[]).map((row) => row.said);

  it('is there when it ended well, and gives what the work gave', async () => {
    await expect(inTransaction(source, (tx) => tx.query(`INSERT INTO word (said) VALUES ('a') RETURNING said`))).resolves.toEqual([{ said: 'a' }]);
    expect(await said()).toEqual(['a']);
  });

  it('is not there when it fails after its last statement, and nobody else sees it before', async () => {
    const work = inTransaction(source, async (tx) => {
      await tx.query(`INSERT INTO word (said) VALUES ('a')`);
      expect(await said()).toEqual([]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await said()).toEqual([]);
  });

  it('does in their order the statements that were sent together, or none of them', async () => {
    await inTransaction(source, (tx) => Promise.all(['c', 'a', 'b'].map((word) => tx.query('INSERT INTO word (said) VALUES ($1)', [word]))));
    expect(await said()).toEqual(['c', 'a', 'b']);
    const twice = inTransaction(source, (tx) => Promise.all(['d', 'c', 'e'].map((word) => tx.query('INSERT INTO word (said) VALUES ($1)', [word]))));
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await said()).toEqual(['c', 'a', 'b']);
  });

  it('does not end well where a statement failed and nobody was told', async () => {
    const work = inTransaction(source, async (tx) => {
      await tx.query(`INSERT INTO word (said) VALUES ('a')`);
      await tx.query('SELECT nothing_like_this').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('taken back');
    expect(await said()).toEqual([]);
  });

  it('may hold another, which can fail by itself', async () => {
    await inTransaction(source, async (tx) => {
      await tx.query(`INSERT INTO word (said) VALUES ('a')`);
      await tx.transaction((inner) => inner.query(`INSERT INTO word (said) VALUES ('a')`)).catch(() => undefined);
      await tx.query(`INSERT INTO word (said) VALUES ('b')`);
    });
    expect(await said()).toEqual(['a', 'b']);
  });

  it('fails when its connection breaks, and the next one has another', async () => {
    const work = inTransaction(source, async (tx) => {
      await tx.query(`INSERT INTO word (said) VALUES ('a')`);
      const [{ pid }] = (await tx.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await source.query('SELECT pg_terminate_backend($1)', [pid]);
      await tx.query(`INSERT INTO word (said) VALUES ('b')`);
    });
    await expect(work).rejects.toThrow();
    await inTransaction(source, (tx) => tx.query(`INSERT INTO word (said) VALUES ('c')`));
    expect(await said()).toEqual(['c']);
  });
});
