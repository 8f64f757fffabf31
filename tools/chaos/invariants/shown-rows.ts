import type { EntityManager } from 'typeorm';
import { READER_ROLE } from '@anuyat/database';
import { rowsOf, type World } from './world';

/** How many offices and how many applicants are tried. */
const MOST = 12;

const BECOME = `SELECT set_config('role', $1, true), set_config('anuyat.account', $2, true), set_config('anuyat.offices', $3, true), set_config('anuyat.territories', '', true), set_config('anuyat.companies', '', true)`;

/** What the office `$1` has no part in. */
const NOT_OF_OFFICE = `
  SELECT 'task ' || id AS what FROM task WHERE office <> $1
  UNION ALL SELECT 'application ' || id FROM application WHERE NOT jsonb_path_query_array(offices, '$.*.office') ? $1 AND NOT EXISTS (SELECT FROM appeal p WHERE p.against = application.id)
  UNION ALL SELECT 'history of ' || application_id FROM history h WHERE NOT EXISTS (SELECT FROM application a WHERE a.id = h.application_id)
  UNION ALL SELECT 'paper ' || id FROM document d WHERE NOT EXISTS (SELECT FROM application a WHERE a.case_id = d.case_id)
  UNION ALL SELECT 'notice ' || id FROM notice`;

/** What is not of the account `$1`. */
const NOT_OF_ACCOUNT = `
  SELECT 'case ' || id AS what FROM case_file WHERE account_id <> $1::uuid
  UNION ALL SELECT 'application ' || id FROM application WHERE account_id <> $1::uuid
  UNION ALL SELECT 'paper ' || d.id FROM document d LEFT JOIN case_file c ON c.id = d.case_id WHERE c.account_id IS DISTINCT FROM $1::uuid
  UNION ALL SELECT 'notice ' || id FROM notice WHERE account_id <> $1::uuid
  UNION ALL SELECT 'task ' || id FROM task`;

/** Asks PostgreSQL itself, as offices and applicants of the run, for everything: which rows it shows that are not theirs. */
export async function shownByTheDatabase(world: Pick<World, 'source'>): Promise<{ readers: number; breaches: string[] }> {
  const offices = await rowsOf<{ office: string }>(world, `SELECT DISTINCT office FROM task ORDER BY 1 LIMIT ${MOST}`);
  const accounts = await rowsOf<{ id: string }>(world, `SELECT DISTINCT account_id AS id FROM case_file ORDER BY 1 LIMIT ${MOST}`);
  const breaches: string[] = [];
  await world.source.transaction(async (tx) => {
    for (const { office } of offices) breaches.push(...(await shownTo(tx, office, ['00000000-0000-7000-8000-000000000000', office], NOT_OF_OFFICE)));
    for (const { id } of accounts) breaches.push(...(await shownTo(tx, id, [id, ''], NOT_OF_ACCOUNT)));
  });
  return { readers: offices.length + accounts.length, breaches };
}

async function shownTo(tx: EntityManager, who: string, settings: [account: string, offices: string], foreign: string): Promise<string[]> {
  await tx.query(BECOME, [READER_ROLE, ...settings]);
  const rows: { what: string }[] = await tx.query(foreign, [who]);
  await tx.query(`SELECT set_config('role', 'none', true)`);
  return rows.map(({ what }) => `The database shows ${what} to ${who}.`);
}
