import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { closeToPublic } from '../embedded/roles';
import { getClusterAddress, TEMPLATE_DATABASE, withDatabase } from './cluster-address';

/** A migrated database of its own for one test file. */
export interface TestDatabase {
  /** Signs in as the role that migrates. */
  readonly ownerUrl: string;
  /** Signs in as the role that api and worker run under. */
  readonly appUrl: string;
  /** Ends every session on it and removes it. */
  dispose(): Promise<void>;
}

/** Copies the migrated template of this test run; call `dispose` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { superuserUrl, ownerUrl, appUrl } = getClusterAddress();
  const database = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(`create database ${client.escapeIdentifier(database)} template ${TEMPLATE_DATABASE} owner anuyat_owner`);
    await closeToPublic(client, database);
  });
  return {
    ownerUrl: withDatabase(ownerUrl, database),
    appUrl: withDatabase(appUrl, database),
    dispose: () => asSuperuser(superuserUrl, async (client) => void (await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`))),
  };
}

async function asSuperuser(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
