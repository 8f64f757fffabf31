import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Refusal, type AskMandate } from '@anuyat/contract';
import { clientOf, inForce } from '@anuyat/database';
import { COMPANY_ISSUER } from '../sessions/open-session';
import { CompanyRegister, type RegisteredCompany } from './company-register';

/** Days after which a directorship has to be looked up in the register again. */
const directorDays = 90;
const LIVE = inForce();
const DIRECTS = inForce('d');

/** Who may act for which company: directors of the register, and those to whom a director gave a power of attorney. */
@Injectable()
export class MandateKeeper {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(CompanyRegister) private readonly register: CompanyRegister,
  ) {}

  /**
   * Takes a person's word to be a director, if the register names one so. Its names hold no number of a person, so offices see that it is by
   * name only. Asked again, it is looked up again.
   * @throws Refusal `not-found`, `company-not-active`, `not-a-director`; RetryLater while the register is away.
   */
  async claimDirectorship(accountId: string, juristicId: string): Promise<void> {
    const company = await this.getActive(juristicId);
    await this.source.transaction(async (tx) => {
      const client = await clientOf(tx);
      const { rows } = await client.query<{ first: string | null; last: string | null }>(`SELECT claims->>'firstName' AS first, claims->>'lastName' AS last FROM account WHERE id = $1`, [accountId]);
      const isNamed = company.directors.some(({ firstName, lastName }) => isSame(firstName, rows[0]?.first) && isSame(lastName, rows[0]?.last));
      if (!isNamed) throw new Refusal('not-a-director');
      await openCompany(client, company);
      await client.query(`UPDATE company_mandate SET valid_until = now() WHERE account_id = $1 AND juristic_id = $2 AND ground = 'director' AND ${LIVE}`, [accountId, juristicId]);
      await client.query(
        `INSERT INTO company_mandate (account_id, juristic_id, name_th, name_en, ground, valid_from, valid_until, register) VALUES ($1, $2, $3, $4, 'director', clock_timestamp(), now() + make_interval(days => $5), $6)`,
        [accountId, juristicId, company.nameTh, company.nameEn, directorDays, { status: company.status, signing: company.signing, isByNameOnly: true }],
      );
    });
  }

  /** Asks the directors of a company for a power of attorney. @throws Refusal `not-found`, `company-not-active`, `bad-request`; RetryLater. */
  async ask(accountId: string, { juristicId, acts, until, words }: AskMandate): Promise<string> {
    const company = await this.getActive(juristicId);
    const id = uuidv7();
    await this.source.query(
      `INSERT INTO mandate_request (id, account_id, juristic_id, name_th, name_en, acts, until, words) VALUES ($1, $2, $3, $4, $5, $6, ($7::date + 1)::timestamp AT TIME ZONE 'Asia/Bangkok', $8)`,
      [id, accountId, juristicId, company.nameTh, company.nameEn, [...new Set(acts)], until, words],
    );
    return id;
  }

  /**
   * A director of the company gives what was asked, or does not.
   * @throws Refusal `not-found` when there is no open request or one is no director of that company, `own-matter` on one's own request.
   */
  async decide(directorId: string, requestId: string, isGranted: boolean): Promise<void> {
    await this.source.transaction(async (tx) => {
      const client = await clientOf(tx);
      const { rows } = await client.query<{ account_id: string; juristic_id: string; name_th: string; name_en: string; acts: string[]; until: Date }>(
        `SELECT account_id, juristic_id, name_th, name_en, acts, until FROM mandate_request r WHERE id = $1 AND decided_at IS NULL
           AND EXISTS (SELECT FROM company_mandate WHERE account_id = $2 AND juristic_id = r.juristic_id AND ground = 'director' AND ${LIVE}) FOR UPDATE`,
        [requestId, directorId],
      );
      const [asked] = rows;
      if (!asked) throw new Refusal('not-found');
      if (asked.account_id === directorId) throw new Refusal('own-matter');
      await client.query(`UPDATE mandate_request SET decided_at = now(), decided_by = $2, is_granted = $3 WHERE id = $1`, [requestId, directorId, isGranted]);
      if (!isGranted) return;
      await openCompany(client, { juristicId: asked.juristic_id, nameTh: asked.name_th, nameEn: asked.name_en });
      await client.query(
        `INSERT INTO company_mandate (account_id, juristic_id, name_th, name_en, ground, acts, given_by, valid_from, valid_until) VALUES ($1, $2, $3, $4, 'power-of-attorney', $5, $6, clock_timestamp(), greatest($7, clock_timestamp()))`,
        [asked.account_id, asked.juristic_id, asked.name_th, asked.name_en, asked.acts, directorId, asked.until],
      );
    });
  }

  /** Ends a mandate: its holder gives it back, or a director of the company takes it. @throws Refusal `not-found`. */
  async end(accountId: string, mandateId: string): Promise<void> {
    const [, count]: [unknown, number] = await this.source.query(
      `UPDATE company_mandate m SET valid_until = now(), ended_by = $2 WHERE id = $1 AND ${LIVE}
         AND (account_id = $2 OR (ground = 'power-of-attorney' AND EXISTS (SELECT FROM company_mandate d WHERE d.account_id = $2 AND d.juristic_id = m.juristic_id AND d.ground = 'director' AND ${DIRECTS})))`,
      [mandateId, accountId],
    );
    if (count === 0) throw new Refusal('not-found');
  }

  /** Makes sure that the company has an account, for a person who holds a mandate for it. @throws Refusal `mandate-ended` without one. */
  async prepare(client: PoolClient, accountId: string, juristicId: string): Promise<void> {
    const { rows } = await client.query<{ name_th: string; name_en: string }>(`SELECT name_th, name_en FROM company_mandate WHERE account_id = $1 AND juristic_id = $2 AND ${LIVE} LIMIT 1`, [accountId, juristicId]);
    if (!rows[0]) throw new Refusal('mandate-ended');
    await openCompany(client, { juristicId, nameTh: rows[0].name_th, nameEn: rows[0].name_en });
  }

  private async getActive(juristicId: string): Promise<RegisteredCompany> {
    const company = await this.register.find(juristicId);
    if (!company) throw new Refusal('not-found');
    if (!company.isActive) throw new Refusal('company-not-active');
    return company;
  }
}

/** Under its account a company's cases stay, whoever acts for it. Nobody can sign in with it. */
async function openCompany(client: PoolClient, { juristicId, nameTh, nameEn }: Pick<RegisteredCompany, 'juristicId' | 'nameTh' | 'nameEn'>): Promise<void> {
  await client.query(
    `INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (issuer, subject) DO UPDATE SET name_th = excluded.name_th, name_en = excluded.name_en`,
    [uuidv7(), COMPANY_ISSUER, juristicId, nameTh, nameEn],
  );
}

function isSame(one: string, other: string | null | undefined): boolean {
  const plain = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim();
  return other !== null && other !== undefined && plain(one) !== '' && plain(one) === plain(other);
}
