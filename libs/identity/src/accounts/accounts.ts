import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '@anuyat/contract';
import { clientOf, onClient } from '@anuyat/database';
import { maskIdNumber } from '@anuyat/dictionary';
import type { Text } from '@anuyat/licence-kit';
import { Sealer } from '../sealer';
import type { PersonClaims } from '../sign-in/person-claims';

/** What the identity provider vouched for; an applicant need not type it. */
export interface VouchedPerson {
  name: Text;
  personalId?: string;
  title?: string;
  firstName?: string;
  lastName?: string;
}

/** The people whom the portal knows. An account is the pair (issuer, subject), so that two providers can never mean one by the other. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /**
   * Finds the account of someone who signs in and brings names and numbers up to date, or opens one as an applicant's.
   * @throws Refusal `not-allowed` when the account is closed.
   */
  async welcome(tx: EntityManager, claims: PersonClaims): Promise<string> {
    const client = await clientOf(tx);
    const sealed = claims.personalId ? this.sealer.seal('personal-id', claims.personalId) : null;
    const masked = claims.personalId ? maskIdNumber(claims.personalId) : null;
    const { rows } = await client.query<{ id: string; is_new: boolean; is_closed: boolean }>(
      `INSERT INTO account (id, issuer, subject, name_th, name_en, personal_id_sealed, personal_id_masked, claims, last_signed_in_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
       ON CONFLICT (issuer, subject) DO UPDATE SET
         name_th = excluded.name_th, name_en = excluded.name_en, claims = excluded.claims, last_signed_in_at = now(),
         personal_id_sealed = coalesce(excluded.personal_id_sealed, account.personal_id_sealed),
         personal_id_masked = coalesce(excluded.personal_id_masked, account.personal_id_masked)
       RETURNING id, xmax = 0 AS is_new, closed_at IS NOT NULL AS is_closed`,
      [uuidv7(), claims.issuer, claims.subject, claims.name.th, claims.name.en, sealed, masked, { ...claims.parts, ial: claims.ial }],
    );
    const account = rows[0];
    if (!account || account.is_closed) throw new Refusal('not-allowed');
    if (account.is_new) await client.query(`INSERT INTO account_role (account_id, role) VALUES ($1, 'applicant')`, [account.id]);
    return account.id;
  }

  /** What the provider vouched for, to fill an applicant's facts with. The number is absent when it cannot be opened any more. */
  async getVouched(accountId: string): Promise<VouchedPerson> {
    const { rows } = await onClient(this.source, (client) =>
      client.query<{ name_th: string; name_en: string; personal_id_sealed: Buffer | null; claims: PersonClaims['parts'] }>(
        `SELECT name_th, name_en, personal_id_sealed, claims FROM account WHERE id = $1`,
        [accountId],
      ),
    );
    const row = rows[0];
    if (!row) throw new Refusal('not-found');
    const { title, firstName, lastName } = row.claims;
    const personalId = row.personal_id_sealed ? this.sealer.open('personal-id', row.personal_id_sealed) : undefined;
    return { name: { th: row.name_th, en: row.name_en }, title, firstName, lastName, ...(personalId ? { personalId } : {}) };
  }
}
