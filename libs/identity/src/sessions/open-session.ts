import { inForce } from '@anuyat/database';
import type { PoolClient } from 'pg';
import type { MandateAct, PersonActor, Role, SecondStep } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import type { Text } from '@anuyat/licence-kit';
import type { ProviderCode } from '../identity-options';

/** A session that is good now, and whose it is. */
export interface OpenSession {
  /** Of the person, whoever is acted for. */
  accountId: string;
  /** The company that the session acts for, by its juristic id. */
  actingFor?: string;
  /** The session acts for a company for which its person holds no mandate any more. */
  hasLostMandate: boolean;
  /** Hex of the session's id. */
  id: string;
  signedInAt: Date;
  /** When the person last proved who it is, to whom, and at which level. */
  provedAt: Date;
  provider?: ProviderCode;
  ial?: string;
  /** Whether the person has a passkey, and when it was last shown in this session. */
  hasPasskey: boolean;
  passkeyAt?: Date;
  /** In which agencies the person holds rights, and since when the first of them; `portal` stands for the portal's own staff. */
  agencies: { agency: string; since: Date }[];
  /** What has to be done before the rights of an office are there; they rest meanwhile. */
  secondStep?: SecondStep;
  /** Ends then in any case. */
  endsAt: Date;
  /** Whether the last call was noted more than a minute ago. */
  isNoteDue: boolean;
  actor: PersonActor;
}

interface Row {
  account_id: string;
  started_at: Date;
  proved_at: Date;
  expires_at: Date;
  provider: ProviderCode | null;
  ial: string | null;
  passkey_at: Date | null;
  has_passkey: boolean;
  since: Record<string, string>;
  created_at: Date;
  is_note_due: boolean;
  name_th: string;
  name_en: string;
  roles: Role[];
  offices: PersonActor['offices'];
  territories: string[];
  companies: PersonActor['companies'];
  former_companies: NonNullable<PersonActor['formerCompanies']>;
  looks_after: { agency: string; since: string }[];
  acting_for: string | null;
  company: { accountId: string; juristicId: string; name: Text; acts: MandateAct[] } | null;
}

/** Under which issuer the accounts of companies stand; no provider has it. */
export const COMPANY_ISSUER = 'anuyat:company';

const LIVE = inForce();

/** The account of the company that is acted for, with everything that the person's mandates for it allow together. */
const COMPANY = `
  SELECT jsonb_build_object('accountId', c.id, 'juristicId', m.juristic_id, 'name', jsonb_build_object('th', min(m.name_th), 'en', min(m.name_en)), 'acts', jsonb_agg(DISTINCT act))
    FROM company_mandate m JOIN account c ON c.issuer = '${COMPANY_ISSUER}' AND c.subject = m.juristic_id, unnest(m.acts) act
   WHERE m.account_id = a.id AND m.juristic_id = s.acting_for AND ${inForce('m')}
   GROUP BY c.id, m.juristic_id`;

/** One's own offices, and while one stands in for somebody theirs, as long as they have them. Who stands in passes nothing on. */
const OFFICES = `
  SELECT office, false AS is_cover, jsonb_build_object('code', office, 'permissions', permissions) AS part FROM office_membership WHERE account_id = a.id AND ${LIVE}
  UNION ALL
  SELECT m.office, true, jsonb_build_object('code', m.office, 'permissions', m.permissions, 'standsInFor', jsonb_build_object('accountId', x.id, 'name', jsonb_build_object('th', x.name_th, 'en', x.name_en)))
    FROM absence_cover v JOIN account x ON x.id = v.absent AND x.closed_at IS NULL
    JOIN office_membership m ON m.account_id = v.absent AND ${inForce('m')}
   WHERE v.stand_in = a.id AND ${inForce('v')}`;

/** Session, account and every right in one statement; rights are what the tables say at this moment. */
const statement = `
  SELECT s.account_id, s.started_at, s.proved_at, s.expires_at, s.provider, s.ial, s.passkey_at, a.created_at, s.last_seen_at < now() - interval '1 minute' AS is_note_due, a.name_th, a.name_en,
    ARRAY(SELECT DISTINCT role FROM account_role WHERE account_id = a.id AND ${LIVE} ORDER BY role) AS roles,
    (SELECT coalesce(jsonb_agg(o.part ORDER BY o.office, o.is_cover), '[]') FROM (${OFFICES}) o) AS offices,
    ARRAY(SELECT DISTINCT territory FROM monitor_territory WHERE account_id = a.id AND ${LIVE} ORDER BY territory) AS territories,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('juristicId', juristic_id, 'name', jsonb_build_object('th', name_th, 'en', name_en)) ORDER BY juristic_id), '[]') FROM (SELECT DISTINCT ON (juristic_id) juristic_id, name_th, name_en FROM company_mandate WHERE account_id = a.id AND ${LIVE} ORDER BY juristic_id, valid_from DESC) m) AS companies,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('juristicId', juristic_id, 'until', until)), '[]') FROM (SELECT juristic_id, max(valid_until) AS until FROM company_mandate WHERE account_id = a.id AND valid_until <= now() GROUP BY juristic_id) f) AS former_companies,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('agency', agency, 'since', since) ORDER BY agency), '[]') FROM (SELECT agency, min(valid_from) AS since FROM agency_administrator WHERE account_id = a.id AND ${LIVE} GROUP BY agency) g) AS looks_after,
    s.acting_for, CASE WHEN s.acting_for IS NOT NULL THEN (${COMPANY}) END AS company
    , EXISTS (SELECT FROM passkey WHERE account_id = a.id AND removed_at IS NULL) AS has_passkey,
    (SELECT coalesce(jsonb_object_agg(office, since), '{}') FROM (SELECT office, min(valid_from) AS since FROM office_membership WHERE account_id = a.id GROUP BY office) m) AS since
  FROM session s JOIN account a ON a.id = s.account_id
  WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(secs => $2) AND a.closed_at IS NULL`;

/** The session with this id, unless it ended, is over time, or its account is closed; by the database's clock. */
export async function findOpenSession(client: PoolClient, id: Buffer, idleSeconds: number): Promise<OpenSession | undefined> {
  const { rows } = await client.query<Row>({ name: 'identity.open-session', text: statement, values: [id, idleSeconds] });
  const row = rows[0];
  if (!row) return undefined;
  const { offices, territories, companies } = row;
  const roles: Role[] = [...row.roles, ...(offices.length > 0 ? (['officer'] as const) : []), ...(territories.length > 0 ? (['monitor'] as const) : []), ...(row.looks_after.length > 0 ? (['agency-admin'] as const) : [])];
  const person: PersonActor = { kind: 'person', accountId: row.account_id, name: { th: row.name_th, en: row.name_en }, roles, offices, territories, companies, formerCompanies: row.former_companies, looksAfter: row.looks_after.map(({ agency }) => agency) };
  return {
    id: id.toString('hex'),
    accountId: row.account_id,
    ...(row.acting_for ? { actingFor: row.acting_for } : {}),
    hasLostMandate: row.acting_for !== null && row.company === null,
    signedInAt: row.started_at,
    provedAt: row.proved_at,
    ...(row.provider ? { provider: row.provider } : {}),
    ...(row.ial ? { ial: row.ial } : {}),
    hasPasskey: row.has_passkey,
    ...(row.passkey_at ? { passkeyAt: row.passkey_at } : {}),
    agencies: row.company ? [] : agenciesOf(person, row),
    endsAt: row.expires_at,
    isNoteDue: row.is_note_due,
    actor: row.company ? agentOf(person, row.company) : person,
  };
}

function agenciesOf({ offices, roles }: PersonActor, { since, created_at, looks_after }: Row): OpenSession['agencies'] {
  const own = offices.map(({ code }) => ({ agency: getOffice(code).agency.code, since: new Date(since[code] ?? created_at) }));
  const isOfPortal = roles.includes('admin') || roles.includes('monitor');
  const lookedAfter = looks_after.map(({ agency, since: from }) => ({ agency, since: new Date(from) }));
  return [...own, ...lookedAfter, ...(isOfPortal ? [{ agency: 'portal', since: created_at }] : [])];
}

/** A session whose second step is still to be done: everything but the person's own matters rests. */
export function resting(session: OpenSession, secondStep: SecondStep): OpenSession {
  const { actor } = session;
  return { ...session, secondStep, actor: { ...actor, roles: actor.roles.filter((role) => role === 'applicant'), offices: [], territories: [], looksAfter: [] } };
}

/** A person while acting for a company: the company's matters and nothing of the person's own, no office's either. */
function agentOf({ accountId, name }: PersonActor, company: NonNullable<Row['company']>): PersonActor {
  const { juristicId, acts } = company;
  return {
    kind: 'person', accountId: company.accountId, name: company.name, roles: ['applicant'], offices: [], territories: [],
    companies: [{ juristicId, name: company.name }], agent: { accountId, name, acts },
  };
}
