import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Lets time pass that no test can wait for, by writing it into the product's own database. @throws when the tests did not start the product themselves. */
export async function inDatabase(statement: string, values: unknown[] = []): Promise<void> {
  const folder = process.env['ANUYAT_DATA_DIR'];
  if (!folder) throw new Error('The product was started by somebody else; set ANUYAT_DATA_DIR to its data directory.');
  const { owner } = JSON.parse(readFileSync(join(folder, 'postgres-passwords.json'), 'utf8')) as { owner: string };
  const port = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const client = new Client({ host: '127.0.0.1', port, user: 'anuyat_owner', password: owner, database: 'anuyat' });
  await client.connect();
  await client.query(statement, values).finally(() => client.end());
}
