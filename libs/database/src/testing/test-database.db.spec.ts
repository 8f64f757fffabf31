import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './index';

describe('a test database', () => {
  const opened: TestDatabase[] = [];
  const open = async () => {
    const database = await createTestDatabase();
    opened.push(database);
    return database;
  };
  afterAll(() => Promise.all(opened.map((database) => database.dispose())));

  it('is apart from every other one', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await run(one.ownerUrl, 'create table only_here (id int)');
    expect(await run(one.ownerUrl, "select to_regclass('only_here') is not null as found")).toEqual([{ found: true }]);
    expect(await run(two.ownerUrl, "select to_regclass('only_here') is not null as found")).toEqual([{ found: false }]);
  });

  it('lets the running role in, and lets it change no schema', async () => {
    const { appUrl } = await open();
    expect(await run(appUrl, 'select current_user as me')).toEqual([{ me: 'anuyat_app' }]);
    await expect(run(appUrl, 'create table mine (id int)')).rejects.toThrow('permission denied');
    await expect(run(appUrl, 'create schema mine')).rejects.toThrow('permission denied');
  });

  it('sorts Thai words as a Thai dictionary does, on every machine', async () => {
    const { appUrl } = await open();
    const rows = await run(appUrl, `select w from unnest(array['ไก่','ขา','เก่า','กา']) w order by w collate "th-x-icu"`);
    expect(rows.map((row) => row['w'])).toEqual(['กา', 'เก่า', 'ไก่', 'ขา']);
  });

  it('is gone once disposed', async () => {
    const { appUrl, dispose } = await createTestDatabase();
    await dispose();
    await expect(run(appUrl, 'select 1')).rejects.toThrow('does not exist');
  });
});

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
