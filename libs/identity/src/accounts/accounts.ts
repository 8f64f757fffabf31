import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
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

interface KnownAccount {
  id: string;
  hash: Buffer | null;
}

/**
 * The people whom the portal knows. An account is found by the pair (issuer, subject), so that two providers can never mean one by the
 * other; a personal number that both vouch for joins them.
 */
@Injectable()
export class Accounts {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /**
   * Finds the account of someone who signs in and brings names and numbers up to date, or opens one as an applicant's. Who comes by another
   * provider with the same personal number is the same person.
   * @throws Refusal `not-allowed` when the account is closed, `sign-in-failed` when a provider's subject comes with another's number.
   */
  async welcome(tx: EntityManager, claims: PersonClaims): Promise<string> {
    const client = await clientOf(tx);
    const hash = claims.personalId ? this.sealer.fingerprint('personal-id', claims.personalId) : null;
    if (hash) await client.query(`SELECT pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 0))`, [hash]);
    const known = (await this.findBySubject(client, claims)) ?? (hash ? await this.link(client, hash, claims) : undefined);
    if (known?.hash && hash && !known.hash.equals(hash)) throw new Refusal('sign-in-failed');
    const id = known?.id ?? (await this.open(client, claims));
    return this.bringUpToDate(client, id, claims, hash);
  }

  private async findBySubject(client: PoolClient, { issuer, subject }: PersonClaims): Promise<KnownAccount | undefined> {
    const { rows } = await client.query<KnownAccount>(
      `SELECT id, personal_id_hash AS hash FROM account WHERE issuer = $1 AND subject = $2
       UNION ALL SELECT a.id, a.personal_id_hash FROM account_link l JOIN account a ON a.id = l.account_id WHERE l.issuer = $1 AND l.subject = $2`,
      [issuer, subject],
    );
    return rows[0];
  }

  private async link(client: PoolClient, hash: Buffer, { issuer, subject }: PersonClaims): Promise<KnownAccount | undefined> {
    const { rows } = await client.query<KnownAccount>(`SELECT id, personal_id_hash AS hash FROM account WHERE personal_id_hash = $1`, [hash]);
    if (rows[0]) await client.query(`INSERT INTO account_link (issuer, subject, account_id) VALUES ($1, $2, $3)`, [issuer, subject, rows[0].id]);
    return rows[0];
  }

  private async open(client: PoolClient, { issuer, subject, name }: PersonClaims): Promise<string> {
    const { rows } = await client.query<{ id: string; is_new: boolean }>(
      `INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (issuer, subject) DO UPDATE SET name_th = excluded.name_th RETURNING id, xmax = 0 AS is_new`,
      [uuidv7(), issuer, subject, name.th, name.en],
    );
    const [account] = rows;
    if (!account) throw new Refusal('internal');
    if (account.is_new) await client.query(`INSERT INTO account_role (account_id, role) VALUES ($1, 'applicant')`, [account.id]);
    return account.id;
  }

  /** What a provider does not tell stays as another told it; one language's name that stands in for the other replaces nothing. */
  private async bringUpToDate(client: PoolClient, id: string, claims: PersonClaims, hash: Buffer | null): Promise<string> {
    const sealed = claims.personalId ? this.sealer.seal('personal-id', claims.personalId) : null;
    const masked = claims.personalId ? maskIdNumber(claims.personalId) : null;
    const told = Object.fromEntries(Object.entries({ ...claims.parts, ial: claims.ial }).filter(([, value]) => value !== undefined));
    const { rows } = await client.query<{ is_closed: boolean }>(
      `UPDATE account SET name_th = $2, name_en = CASE WHEN $3 = $2 THEN name_en ELSE $3 END, claims = claims || $4, last_signed_in_at = now(),
         personal_id_sealed = coalesce($5, personal_id_sealed), personal_id_masked = coalesce($6, personal_id_masked),
         personal_id_hash = CASE WHEN personal_id_hash IS NULL AND NOT EXISTS (SELECT FROM account o WHERE o.personal_id_hash = $7) THEN $7 ELSE personal_id_hash END
       WHERE id = $1 RETURNING closed_at IS NOT NULL AS is_closed`,
      [id, claims.name.th, claims.name.en, told, sealed, masked, hash],
    );
    if (!rows[0] || rows[0].is_closed) throw new Refusal('not-allowed');
    return id;
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
