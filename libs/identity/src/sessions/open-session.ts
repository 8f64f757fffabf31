import type { PoolClient } from 'pg';
import type { PersonActor, Role } from '@anuyat/contract';
import type { ProviderCode } from '../identity-options';

/** A session that is good now, and whose it is. */
export interface OpenSession {
  /** Hex of the session's id. */
  id: string;
  signedInAt: Date;
  /** When the person last proved who it is, to whom, and at which level. */
  provedAt: Date;
  provider?: ProviderCode;
  ial?: string;
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
  is_note_due: boolean;
  name_th: string;
  name_en: string;
  roles: Role[];
  offices: PersonActor['offices'];
  territories: string[];
  companies: PersonActor['companies'];
}

const LIVE = `valid_from <= now() AND (valid_until IS NULL OR valid_until > now())`;

/** Session, account and every right in one statement; rights are what the tables say at this moment. */
const statement = `
  SELECT s.account_id, s.started_at, s.proved_at, s.expires_at, s.provider, s.ial, s.last_seen_at < now() - interval '1 minute' AS is_note_due, a.name_th, a.name_en,
    ARRAY(SELECT DISTINCT role FROM account_role WHERE account_id = a.id AND ${LIVE} ORDER BY role) AS roles,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', office, 'permissions', permissions) ORDER BY office), '[]') FROM office_membership WHERE account_id = a.id AND ${LIVE}) AS offices,
    ARRAY(SELECT DISTINCT territory FROM monitor_territory WHERE account_id = a.id AND ${LIVE} ORDER BY territory) AS territories,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('juristicId', juristic_id, 'name', jsonb_build_object('th', name_th, 'en', name_en)) ORDER BY juristic_id), '[]') FROM company_mandate WHERE account_id = a.id AND ${LIVE}) AS companies
  FROM session s JOIN account a ON a.id = s.account_id
  WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(secs => $2) AND a.closed_at IS NULL`;

/** The session with this id, unless it ended, is over time, or its account is closed; by the database's clock. */
export async function findOpenSession(client: PoolClient, id: Buffer, idleSeconds: number): Promise<OpenSession | undefined> {
  const { rows } = await client.query<Row>({ name: 'identity.open-session', text: statement, values: [id, idleSeconds] });
  const row = rows[0];
  if (!row) return undefined;
  const { offices, territories, companies } = row;
  const roles: Role[] = [...row.roles, ...(offices.length > 0 ? (['officer'] as const) : []), ...(territories.length > 0 ? (['monitor'] as const) : [])];
  return {
    id: id.toString('hex'),
    signedInAt: row.started_at,
    provedAt: row.proved_at,
    ...(row.provider ? { provider: row.provider } : {}),
    ...(row.ial ? { ial: row.ial } : {}),
    endsAt: row.expires_at,
    isNoteDue: row.is_note_due,
    actor: { kind: 'person', accountId: row.account_id, name: { th: row.name_th, en: row.name_en }, roles, offices, territories, companies },
  };
}
