import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Refusal, type AgencyPeopleView, type MyOfficeView, type OfficerView, type PeopleNoteView, type TermView } from '@anuyat/contract';
import { onClient } from '@anuyat/database';
import { findAgency, findOffice, getOffice } from '@anuyat/dictionary/reference';
import type { OfficePermission, Text } from '@anuyat/licence-kit';
import { Covers } from './covers';
import { dayOf, lastDayBefore } from './days';
import { Invitations } from './invitations';

interface TermRow {
  account_id: string;
  name: Text;
  last_signed_in_at: Date | null;
  passkeys: number;
  id: string;
  office: string;
  permissions: OfficePermission[];
  from: string;
  until: string | null;
  state: TermView['state'];
}

/** Terms that ended show for a year. */
const TERMS = `
  SELECT a.id AS account_id, jsonb_build_object('th', a.name_th, 'en', a.name_en) AS name, a.last_signed_in_at, (SELECT count(*)::int FROM passkey p WHERE p.account_id = a.id AND p.removed_at IS NULL) AS passkeys,
         m.id, m.office, m.permissions, ${dayOf('m.valid_from')} AS "from", ${lastDayBefore('m.valid_until')} AS until,
         CASE WHEN m.valid_until <= now() THEN 'ended' WHEN m.valid_from > now() THEN 'coming' ELSE 'live' END AS state
    FROM office_membership m JOIN account a ON a.id = m.account_id
   WHERE m.office LIKE $1 || '-%' AND (m.valid_until IS NULL OR (m.valid_until > now() - interval '1 year' AND m.valid_until > m.valid_from + interval '1 minute')) AND a.closed_at IS NULL
   ORDER BY a.name_th, a.id, m.office, m.valid_from`;

const ADMINISTRATORS = `
  SELECT g.id, g.account_id, jsonb_build_object('th', a.name_th, 'en', a.name_en) AS name, ${dayOf('g.valid_from')} AS since FROM agency_administrator g JOIN account a ON a.id = g.account_id
   WHERE g.agency = $1 AND (g.valid_until IS NULL OR g.valid_until > now()) ORDER BY a.name_th, g.id`;

const NOTES = `
  SELECT n.id, n.at, n.what, jsonb_build_object('th', b.name_th, 'en', b.name_en) AS by, n.about_name AS about, n.office
    FROM people_note n JOIN account b ON b.id = n.by_account WHERE n.agency = $1 OR n.about_account = $2 ORDER BY n.at DESC, n.id DESC LIMIT 50`;

/** Tells who works for an agency, who is invited, who stands in for whom, and what was done about them. */
@Injectable()
export class StaffBook {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(Covers) private readonly covers: Covers,
  ) {}

  /** @throws Refusal `not-found` for no agency. */
  read(code: string): Promise<AgencyPeopleView> {
    const agency = findAgency(code);
    if (!agency) throw new Refusal('not-found');
    return onClient(this.source, async (client) => ({
      agency: { code: agency.code, title: agency.title },
      officers: await officersOf(client, code),
      administrators: await administratorsOf(client, code),
      invitations: await this.invitations.openOf(client, code),
      covers: await this.covers.list(client, { agency: code }),
      notes: await notesOf(client, [code, null]),
    }));
  }

  /** Colleagues of the same agencies, who could stand in; and what was done about the person. */
  mine(accountId: string, offices: readonly string[]): Promise<MyOfficeView> {
    const agencies = [...new Set(offices.map((office) => getOffice(office).agency.code))];
    return onClient(this.source, async (client) => {
      const colleagues = (await Promise.all(agencies.map((agency) => officersOf(client, agency)))).flat().filter((one) => one.accountId !== accountId && one.terms.some(({ state }) => state === 'live'));
      return {
        colleagues: [...new Map(colleagues.map(({ accountId: id, name, terms }) => [id, { accountId: id, name, offices: terms.filter(({ state }) => state === 'live').map(({ office }) => office) }])).values()],
        covers: await this.covers.list(client, { accountId }),
        notes: await notesOf(client, [null, accountId]),
      };
    });
  }

  /** Whether somebody works for the agency, or looks after its people. */
  worksFor(accountId: string, agency: string): Promise<boolean> {
    return onClient(this.source, async (client) => {
      const { rows } = await client.query<{ office: string }>(`SELECT office FROM office_membership WHERE account_id = $1 AND (valid_until IS NULL OR valid_until > now())`, [accountId]);
      const { rowCount } = await client.query(`SELECT FROM agency_administrator WHERE account_id = $1 AND agency = $2 AND (valid_until IS NULL OR valid_until > now())`, [accountId, agency]);
      return rows.some(({ office }) => findOffice(office)?.agency.code === agency) || (rowCount ?? 0) > 0;
    });
  }
}

async function officersOf(client: PoolClient, agency: string): Promise<OfficerView[]> {
  const { rows } = await client.query<TermRow>(TERMS, [agency]);
  const own = rows.filter(({ office }) => findOffice(office)?.agency.code === agency);
  return [...Map.groupBy(own, ({ account_id }) => account_id)].flatMap(([accountId, terms]) => {
    const [first] = terms;
    if (!first) return [];
    const { name, last_signed_in_at: last, passkeys } = first;
    return [{ accountId, name, lastSignedInAt: last?.toISOString() ?? null, passkeys, terms: terms.map(({ id, office, permissions, from, until, state }) => ({ id, office: getOffice(office), permissions, from, until, state })) }];
  });
}

async function administratorsOf(client: PoolClient, agency: string): Promise<AgencyPeopleView['administrators']> {
  const { rows } = await client.query<{ id: string; account_id: string; name: Text; since: string }>(
    ADMINISTRATORS,
    [agency],
  );
  return rows.map(({ id, account_id: accountId, name, since }) => ({ id, accountId, name, since }));
}

async function notesOf(client: PoolClient, of: [agency: string | null, about: string | null]): Promise<PeopleNoteView[]> {
  const { rows } = await client.query<{ id: string; at: Date; what: PeopleNoteView['what']; by: Text; about: string; office: string | null }>(NOTES, of);
  return rows.map(({ at, office, ...note }) => ({ ...note, at: at.toISOString(), office: office === null ? null : getOffice(office) }));
}
