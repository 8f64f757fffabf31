import { inForce } from '@anuyat/database';
import type { PoolClient } from 'pg';
import { Refusal, type OwnSystemView, type PersonActor } from '@anuyat/contract';
import type { OfficePermission } from '@anuyat/licence-kit';

/** Whom a system says to have decided. */
export interface Naming {
  accountId: string;
  position: string;
}

interface OfficerRow {
  name_th: string;
  name_en: string;
  offices: PersonActor['offices'];
  companies: PersonActor['companies'];
  former_companies: NonNullable<PersonActor['formerCompanies']>;
}


/** The officer's own terms in the system's offices, and what makes a matter the officer's own, as the tables say at this moment. */
const OFFICER = `
  SELECT a.name_th, a.name_en,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', m.office, 'permissions', m.permissions) ORDER BY m.office), '[]') FROM office_membership m WHERE m.account_id = a.id AND m.office = ANY($2) AND ${inForce('m')}) AS offices,
    (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('juristicId', m.juristic_id, 'name', jsonb_build_object('th', m.name_th, 'en', m.name_en))), '[]') FROM company_mandate m WHERE m.account_id = a.id AND ${inForce('m')}) AS companies,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('juristicId', juristic_id, 'until', until)), '[]') FROM (SELECT juristic_id, max(valid_until) AS until FROM company_mandate WHERE account_id = a.id AND valid_until <= now() GROUP BY juristic_id) f) AS former_companies
  FROM account a WHERE a.id = $1 AND a.closed_at IS NULL`;

const OFFICERS = `
  SELECT a.id AS "accountId", jsonb_build_object('th', a.name_th, 'en', a.name_en) AS name, m.office, m.permissions
    FROM office_membership m JOIN account a ON a.id = m.account_id AND a.closed_at IS NULL
   WHERE m.office = ANY($1) AND ${inForce('m')} ORDER BY m.office, a.name_th, a.id LIMIT 500`;

/**
 * The officer whom a system names, with the rights that the officer holds in the system's offices now: a system can do nothing that its officers
 * could not do themselves, and whatever bars one of them bars the system in that name. @throws Refusal `officer-unknown`.
 */
export async function nameOfficer(client: PoolClient, system: PersonActor, { accountId, position }: Naming): Promise<PersonActor> {
  if (!system.system) throw new Refusal('bad-request');
  const { rows } = await client.query<OfficerRow>(OFFICER, [accountId, system.offices.map(({ code }) => code)]);
  const [officer] = rows;
  if (!officer || officer.offices.length === 0) throw new Refusal('officer-unknown');
  return {
    kind: 'person', accountId, name: { th: officer.name_th, en: officer.name_en }, roles: [], territories: [],
    offices: officer.offices, companies: officer.companies, formerCompanies: officer.former_companies,
    system: { ...system.system, position },
  };
}

/** Whom the system may name. */
export async function officersOf(client: PoolClient, offices: readonly string[]): Promise<OwnSystemView['officers']> {
  const { rows } = await client.query<{ accountId: string; name: { th: string; en: string }; office: string; permissions: OfficePermission[] }>(OFFICERS, [offices]);
  return rows;
}
