import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Refusal, type InvitationView, type InviteOfficer } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { isThaiIdNumber, maskIdNumber } from '@anuyat/dictionary';
import { findOffice, getAgency, getOffice } from '@anuyat/dictionary/reference';
import type { OfficePermission } from '@anuyat/licence-kit';
import { identityOptions, type IdentityOptions } from '../identity-options';
import { Sealer } from '../sealer';
import { beginningOf, dayOf, endOf, lastDayBefore } from './days';
import { notePeople } from './people-notes';

const days = 14;

interface InvitationRow {
  id: string;
  agency: string;
  office: string | null;
  permissions: OfficePermission[];
  name: string;
  address: string;
  from: string;
  until: string | null;
  expires_at: Date;
}

const COLUMNS = `i.id, i.agency, i.office, i.permissions, i.name, coalesce(i.email, i.personal_id_masked) AS address, ${dayOf('i.valid_from')} AS "from", ${lastDayBefore('i.valid_until')} AS until, i.expires_at`;
const OPEN = `i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now()`;

const INVITE = `
  INSERT INTO officer_invitation (id, agency, office, permissions, valid_from, valid_until, name, email, personal_id_hash, personal_id_masked, token_hash, invited_by, expires_at)
  VALUES ($1, $2, $3, $4, ${beginningOf('$5')}, CASE WHEN $6::text IS NULL THEN NULL ELSE ${endOf('$6')} END, $7, $8, $9, $10, $11, $12, now() + make_interval(days => $13))`;

/** A name without what people type differently. */
const plain = (column: string): string => `regexp_replace(lower(normalize(${column}, NFC)), '\\s+', '', 'g')`;

const FIND = `
  SELECT i.id, i.agency, i.office, i.permissions, i.personal_id_hash IS NOT NULL AS is_by_number,
         CASE WHEN i.personal_id_hash IS NOT NULL THEN i.personal_id_hash IS NOT DISTINCT FROM a.personal_id_hash ELSE ${plain('i.name')} IN (${plain('a.name_th')}, ${plain('a.name_en')}) END AS is_meant
    FROM officer_invitation i, account a WHERE a.id = $1 AND ${OPEN} AND (i.token_hash = $2 OR i.id = $3) FOR UPDATE OF i`;

const TERM = `greatest(i.valid_from, clock_timestamp()), CASE WHEN i.valid_until IS NULL THEN NULL ELSE greatest(i.valid_until, clock_timestamp()) END`;
const ADMIT = `INSERT INTO agency_administrator (account_id, agency, given_by, valid_from, valid_until) SELECT $2, i.agency, i.invited_by, ${TERM} FROM officer_invitation i WHERE i.id = $1`;
const SEAT = `INSERT INTO office_membership (account_id, office, permissions, given_by, valid_from, valid_until) SELECT $2, i.office, i.permissions, i.invited_by, ${TERM} FROM officer_invitation i WHERE i.id = $1`;

/** Invitations to work for an agency: each is for one person, who accepts it once, signed in by ThaID. */
@Injectable()
export class Invitations {
  constructor(
    @Inject(Sealer) private readonly sealer: Sealer,
    @Inject(identityOptions) private readonly options: IdentityOptions,
  ) {}

  /**
   * Where an address is invited, a letter with the link goes there too.
   * @returns the one-time token, which nothing holds. @throws Refusal `bad-request` for an office of another agency, a wrong number, or days in the wrong order.
   */
  async invite(tx: EntityManager, by: string, agency: string, invited: InviteOfficer): Promise<{ id: string; token: string; isMailed: boolean }> {
    const { office, permissions = [], name, personalId, email, from, until } = invited;
    const isWrong = (office !== undefined && findOffice(office)?.agency.code !== agency) || (office === undefined) !== (permissions.length === 0) || (personalId === undefined) === (email === undefined);
    if (isWrong || (personalId !== undefined && !isThaiIdNumber(personalId)) || (until && until < from)) throw new Refusal('bad-request');
    const [id, client] = [uuidv7(), await clientOf(tx)];
    const token = tokenOfInvitation(this.sealer, id);
    await client.query(
      INVITE,
      [id, agency, office ?? null, [...new Set(permissions)], from, until ?? null, name, email ?? null,
        personalId ? this.sealer.fingerprint('personal-id', personalId) : null, personalId ? maskIdNumber(personalId) : null, hashOf(token), by, days],
    );
    const isMailed = email !== undefined && this.options.sendsMail === true;
    if (isMailed) await client.query(`INSERT INTO letter (kind, invitation_id) VALUES ('invitation', $1)`, [id]);
    await notePeople(client, { agency, what: 'invited', by, name, office, permissions });
    return { id, token, isMailed };
  }

  /** Those that wait for a person whose number they were written for. */
  async waitingFor(tx: EntityManager, accountId: string): Promise<InvitationView[]> {
    const client = await clientOf(tx);
    const { rows } = await client.query<InvitationRow>(`SELECT ${COLUMNS} FROM officer_invitation i JOIN account a ON a.personal_id_hash = i.personal_id_hash WHERE a.id = $1 AND ${OPEN} ORDER BY i.id`, [accountId]);
    return rows.map(viewOf);
  }

  async openOf(client: PoolClient, agency: string): Promise<InvitationView[]> {
    const { rows } = await client.query<InvitationRow>(`SELECT ${COLUMNS} FROM officer_invitation i WHERE i.agency = $1 AND ${OPEN} ORDER BY i.id`, [agency]);
    return rows.map(viewOf);
  }

  /** What a link invites to. @throws Refusal `invitation-over`. */
  async read(tx: EntityManager, token: string): Promise<InvitationView> {
    const client = await clientOf(tx);
    const { rows } = await client.query<InvitationRow>(`SELECT ${COLUMNS} FROM officer_invitation i WHERE i.token_hash = $1 AND ${OPEN}`, [hashOf(token)]);
    if (!rows[0]) throw new Refusal('invitation-over');
    return viewOf(rows[0]);
  }

  /**
   * The invited person joins. A link that came to somebody else opens nothing: the number or, where an address was invited, the name has to be the
   * one that ThaID vouches for.
   * @throws Refusal `invitation-over`, `other-invited`.
   */
  async accept(tx: EntityManager, accountId: string, which: { token: string } | { id: string }): Promise<void> {
    const client = await clientOf(tx);
    const { rows } = await client.query<{ id: string; agency: string; office: string | null; permissions: OfficePermission[]; is_meant: boolean; is_by_number: boolean }>(
      FIND,
      [accountId, 'token' in which ? hashOf(which.token) : null, 'id' in which ? which.id : null],
    );
    const [found] = rows;
    if (!found) throw new Refusal('invitation-over');
    if (!found.is_meant || ('id' in which && !found.is_by_number)) throw new Refusal('other-invited');
    await client.query(`UPDATE officer_invitation SET accepted_at = now(), accepted_by = $2 WHERE id = $1`, [found.id, accountId]);
    await client.query(found.office === null ? ADMIT : SEAT, [found.id, accountId]);
    await notePeople(client, { agency: found.agency, what: found.office === null ? 'administrator-joined' : 'joined', by: accountId, about: accountId, office: found.office, permissions: found.permissions });
  }

  /** @returns the agency. @throws Refusal `not-found`. */
  async agencyOf(tx: EntityManager, id: string): Promise<string> {
    const client = await clientOf(tx);
    const { rows } = await client.query<{ agency: string }>(`SELECT i.agency FROM officer_invitation i WHERE i.id = $1 AND ${OPEN}`, [id]);
    if (!rows[0]) throw new Refusal('not-found');
    return rows[0].agency;
  }

  async withdraw(tx: EntityManager, by: string, id: string): Promise<void> {
    const client = await clientOf(tx);
    const { rows } = await client.query<{ agency: string; name: string; office: string | null }>(`UPDATE officer_invitation i SET withdrawn_at = now() WHERE i.id = $1 AND ${OPEN} RETURNING i.agency, i.name, i.office`, [id]);
    if (!rows[0]) throw new Refusal('not-found');
    await notePeople(client, { ...rows[0], what: 'invitation-withdrawn', by });
  }
}

function viewOf({ agency, office, expires_at, ...row }: InvitationRow): InvitationView {
  const { code, title } = getAgency(agency);
  return { ...row, agency: { code, title }, office: office === null ? null : getOffice(office), expiresAt: expires_at.toISOString() };
}

/** The database holds no token: nobody who reads a copy of the table can accept with it. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** What an invitation's link carries: computed from the portal's secret whenever a letter needs it, and kept nowhere. */
export function tokenOfInvitation(sealer: Sealer, id: string): string {
  return sealer.fingerprint('invitation', id).toString('base64url');
}
