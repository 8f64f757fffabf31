import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { clientOf } from '@anuyat/database';
import { personas, subjectOf, type Persona } from '../personas/personas';
import type { Sealer } from '../sealer';

/** The account of a persona has the same id in every database, so that seeded cases can name their people. */
export function personaAccountId(hint: string): string {
  const hex = createHash('sha256').update(`anuyat persona ${hint}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Writes the personas' accounts and rights for the sandbox at `issuer`. Safe to run at every start: accounts follow the sandbox when
 * its address changes, rights that are there stay as they are, rights that someone ended stay ended. With a sealer they are known by their
 * personal numbers too, whichever provider they come by.
 */
export async function seedPeople(tx: EntityManager, issuer: string, sealer?: Sealer): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('anuyat people'))`);
  const exact = issuer.replace(/\/$/, '');
  for (const persona of personas) await seedPerson(tx, exact, persona, sealer);
}

async function seedPerson(tx: EntityManager, issuer: string, persona: Persona, sealer: Sealer | undefined): Promise<void> {
  const client = await clientOf(tx);
  const id = personaAccountId(persona.hint);
  await client.query(
    `INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET issuer = excluded.issuer, name_th = excluded.name_th, name_en = excluded.name_en`,
    [id, issuer, subjectOf(persona), persona.name.th, persona.name.en],
  );
  if (sealer && persona.personalId) {
    await client.query(
      `UPDATE account SET personal_id_hash = $2 WHERE id = $1 AND personal_id_hash IS NULL AND NOT EXISTS (SELECT FROM account o WHERE o.personal_id_hash = $2)`,
      [id, sealer.fingerprint('personal-id', persona.personalId)],
    );
  }
  if (persona.role === 'applicant' || persona.role === 'admin') {
    await client.query(`INSERT INTO account_role (account_id, role) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM account_role WHERE account_id = $1 AND role = $2)`, [id, persona.role]);
  }
  for (const { code, permissions } of persona.offices) {
    await client.query(
      `INSERT INTO office_membership (account_id, office, permissions) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM office_membership WHERE account_id = $1 AND office = $2)`,
      [id, code, permissions],
    );
  }
  for (const { juristicId, name, ground } of persona.companies) {
    await client.query(
      `INSERT INTO company_mandate (account_id, juristic_id, name_th, name_en, ground)
       SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT FROM company_mandate WHERE account_id = $1 AND juristic_id = $2)`,
      [id, juristicId, name.th, name.en, ground],
    );
  }
  for (const agency of persona.looksAfter) {
    await client.query(`INSERT INTO agency_administrator (account_id, agency) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM agency_administrator WHERE account_id = $1 AND agency = $2)`, [id, agency]);
  }
  for (const territory of persona.territories) {
    await client.query(
      `INSERT INTO monitor_territory (account_id, territory) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM monitor_territory WHERE account_id = $1 AND territory = $2)`,
      [id, territory],
    );
  }
}
