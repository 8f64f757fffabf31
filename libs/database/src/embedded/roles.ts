import { Client } from 'pg';
import type { Passwords } from './passwords';

/** The role that owns the schema, and the one that api and worker sign in with. */
export const roleNames = { owner: 'anuyat_owner', app: 'anuyat_app' } as const;

/** Makes the two sign-in roles and the database `anuyat` unless they are there; the running role may only connect. */
export async function prepareRoles(superuserUrl: string, passwords: Passwords): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await keepRole(client, roleNames.owner, passwords.owner);
    await keepRole(client, roleNames.app, passwords.app);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', ['anuyat']);
    if (!rowCount) await client.query('create database anuyat owner anuyat_owner');
    await closeToPublic(client, 'anuyat');
  } finally {
    await client.end();
  }
}

/** Only the owner and the running role may enter the database. */
export async function closeToPublic(client: Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${roleNames.app}`);
}

async function keepRole(client: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${client.escapeIdentifier(name)} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(password)}`);
}
