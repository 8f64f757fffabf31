import { Client } from 'pg';
import { READER_ROLE } from '../rows/reader';
import type { Passwords } from './passwords';

/** Makes the role that owns the schema, the one that api and worker sign in with, the one that it takes to read for a person, and the database `anuyat` unless they are there; the running role may only connect. */
export async function prepareRoles(superuserUrl: string, passwords: Passwords): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await keepRole(client, 'anuyat_owner', passwords.owner);
    await keepRole(client, 'anuyat_app', passwords.app);
    await keepReader(client);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', ['anuyat']);
    if (!rowCount) await client.query('create database anuyat owner anuyat_owner');
    await closeToPublic(client, 'anuyat');
  } finally {
    await client.end();
  }
}

/** Only the owner and the running role may enter the database; BullMQ gathers jobs in temporary tables. */
export async function closeToPublic(client: Client, database: string): Promise<void> {
  await client.query(`revoke all on database ${client.escapeIdentifier(database)} from public`);
  await client.query(`grant connect, temporary on database ${client.escapeIdentifier(database)} to anuyat_app`);
}

async function keepRole(client: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (!rowCount) await client.query(`create role ${client.escapeIdentifier(name)} nosuperuser nocreatedb nocreaterole`);
  await client.query(`alter role ${client.escapeIdentifier(name)} login password ${client.escapeLiteral(password)}`);
}

/** Nobody signs in as it: the running role takes it, and the owner, who is the running role where there is no other. */
async function keepReader(client: Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [READER_ROLE]);
  if (!rowCount) await client.query(`create role ${READER_ROLE} nologin nosuperuser nocreatedb nocreaterole`);
  await client.query(`grant ${READER_ROLE} to anuyat_app, anuyat_owner`);
}
