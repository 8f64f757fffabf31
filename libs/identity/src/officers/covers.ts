import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Refusal, type CoverView, type NameCover } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { findOffice } from '@anuyat/dictionary/reference';
import type { Text } from '@anuyat/licence-kit';
import { beginningOf, dayOf, endOf, lastDayBefore } from './days';
import { notePeople } from './people-notes';

interface CoverRow {
  id: string;
  absent: string;
  absent_name: Text;
  stand_in: string;
  stand_in_name: Text;
  from: string;
  until: string;
}

const NAME = `
  INSERT INTO absence_cover (id, absent, stand_in, agency, valid_from, valid_until, named_by)
  VALUES ($1, $2, $3, $4, greatest(${beginningOf('$5')}, now()), greatest(${endOf('$6')}, now()), $7)`;

const LIST = `
  SELECT v.id, v.absent, jsonb_build_object('th', a.name_th, 'en', a.name_en) AS absent_name, v.stand_in, jsonb_build_object('th', s.name_th, 'en', s.name_en) AS stand_in_name,
         ${dayOf('v.valid_from')} AS "from", ${lastDayBefore('v.valid_until')} AS until
    FROM absence_cover v JOIN account a ON a.id = v.absent JOIN account s ON s.id = v.stand_in
   WHERE v.valid_until > now() AND (v.agency = $1 OR $2::uuid IN (v.absent, v.stand_in)) ORDER BY v.valid_from, v.id`;

/** The longest that somebody's work is done by another; who is away longer is replaced. */
const mostDays = 366;

/** Who does whose work while they are away. Rights pass for that time and no further: who stands in names nobody else for it. */
@Injectable()
export class Covers {
  /** @returns the agency. @throws Refusal `bad-request` for wrong days or oneself, `not-found` when either has no office in a common agency. */
  async name(tx: EntityManager, by: string, { absent = by, standIn, from, until }: NameCover, only?: string): Promise<string> {
    const length = (Date.parse(until) - Date.parse(from)) / 86_400_000;
    if (absent === standIn || length < 0 || length > mostDays) throw new Refusal('bad-request');
    const client = await clientOf(tx);
    const agencies = await Promise.all([agenciesOf(client, absent), agenciesOf(client, standIn)]);
    const agency = agencies[0]?.find((one) => agencies[1]?.includes(one) && (only === undefined || one === only));
    if (!agency) throw new Refusal('not-found');
    await client.query(
      NAME,
      [uuidv7(), absent, standIn, agency, from, until, by],
    );
    await notePeople(client, { agency, what: 'cover-named', by, about: absent });
    return agency;
  }

  /** Ends it now: the absent officer, or whoever looks after one of the agencies. @throws Refusal `not-found`. */
  async end(tx: EntityManager, by: string, id: string, looksAfter: readonly string[]): Promise<void> {
    const client = await clientOf(tx);
    const { rows } = await client.query<{ absent: string; agency: string }>(
      `UPDATE absence_cover SET valid_until = greatest(now(), valid_from), ended_by = $2 WHERE id = $1 AND valid_until > now() AND (absent = $2 OR agency = ANY($3)) RETURNING absent, agency`,
      [id, by, looksAfter],
    );
    if (!rows[0]) throw new Refusal('not-found');
    await notePeople(client, { agency: rows[0].agency, what: 'cover-ended', by, about: rows[0].absent });
  }

  /** Those that are not over: of an agency, or in which a person has a part. */
  async list(client: PoolClient, of: { agency: string } | { accountId: string }): Promise<CoverView[]> {
    const { rows } = await client.query<CoverRow>(
      LIST,
      'agency' in of ? [of.agency, null] : [null, of.accountId],
    );
    return rows.map((row) => ({ id: row.id, absent: { accountId: row.absent, name: row.absent_name }, standIn: { accountId: row.stand_in, name: row.stand_in_name }, from: row.from, until: row.until }));
  }
}

/** In which agencies somebody works, or will. */
async function agenciesOf(client: PoolClient, accountId: string): Promise<string[]> {
  const { rows } = await client.query<{ office: string }>(`SELECT DISTINCT office FROM office_membership WHERE account_id = $1 AND (valid_until IS NULL OR valid_until > now()) ORDER BY office`, [accountId]);
  return [...new Set(rows.flatMap(({ office }) => findOffice(office)?.agency.code ?? []))];
}
