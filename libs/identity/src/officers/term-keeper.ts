import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { Refusal, type ChangeTerm } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { getOffice } from '@anuyat/dictionary/reference';
import type { OfficePermission } from '@anuyat/licence-kit';
import { beginningOf, endOf } from './days';
import { notePeople } from './people-notes';

interface TermRow {
  account_id: string;
  office: string;
  permissions: OfficePermission[];
}

const BEGIN = `
  INSERT INTO office_membership (account_id, office, permissions, given_by, valid_from, valid_until)
  VALUES ($1, $2, $3, $4, greatest(${beginningOf('$5')}, now()), CASE WHEN $6::text IS NULL THEN NULL ELSE greatest(${endOf('$6')}, now()) END)`;

/** Permissions that nobody else of the office holds, now and after a last day that is set. */
const LEFT_WITHOUT = `
  SELECT permission FROM unnest($3::text[]) AS permission
   WHERE NOT EXISTS (
     SELECT FROM office_membership m JOIN account a ON a.id = m.account_id AND a.closed_at IS NULL
      WHERE m.office = $1 AND m.permissions @> ARRAY[permission] AND m.id <> $4 AND (m.account_id <> $2 OR m.valid_until IS NULL)
        AND m.valid_from <= coalesce(${endOf('$5')}, now()) AND (m.valid_until IS NULL OR m.valid_until > greatest(now(), coalesce(${endOf('$5')}, now()))))`;

/** Terms of office: who works where, with which permissions, from when to when. A term that is changed ends, and another begins. */
@Injectable()
export class TermKeeper {
  /** The agency of a term's office. @throws Refusal `not-found`. */
  async agencyOf(tx: EntityManager, termId: string): Promise<string> {
    return getOffice((await getTerm(await clientOf(tx), termId)).office).agency.code;
  }

  /** @throws Refusal `not-found`, `last-officer` unless it is sure, `bad-request` when it ends before it begins. */
  async change(tx: EntityManager, by: string, termId: string, { permissions, from, until, isSure = false }: ChangeTerm): Promise<void> {
    if (until && until < from) throw new Refusal('bad-request');
    const client = await clientOf(tx);
    const term = await getTerm(client, termId);
    const lost = until ? term.permissions : term.permissions.filter((permission) => !permissions.includes(permission));
    if (!isSure) await assertOthers(client, termId, term, lost, until ?? null);
    await this.close(client, by, termId);
    await client.query(
      BEGIN,
      [term.account_id, term.office, permissions, by, from, until ?? null],
    );
    await notePeople(client, { agency: getOffice(term.office).agency.code, what: 'term-changed', by, about: term.account_id, office: term.office, permissions });
  }

  /** Ends a term now. @throws Refusal `not-found`, `last-officer` unless it is sure. */
  async end(tx: EntityManager, by: string, termId: string, isSure: boolean): Promise<void> {
    const client = await clientOf(tx);
    const term = await getTerm(client, termId);
    if (!isSure) await assertOthers(client, termId, term, term.permissions, null);
    await this.close(client, by, termId);
    await notePeople(client, { agency: getOffice(term.office).agency.code, what: 'term-ended', by, about: term.account_id, office: term.office });
  }

  private async close(client: PoolClient, by: string, termId: string): Promise<void> {
    await client.query(`UPDATE office_membership SET valid_until = greatest(now(), valid_from), ended_by = $2 WHERE id = $1`, [termId, by]);
  }
}

async function getTerm(client: PoolClient, id: string): Promise<TermRow> {
  const { rows } = await client.query<TermRow>(`SELECT account_id, office, permissions FROM office_membership WHERE id = $1 AND (valid_until IS NULL OR valid_until > now()) FOR UPDATE`, [id]);
  if (!rows[0]) throw new Refusal('not-found');
  return rows[0];
}

/**
 * Somebody else of the office has to be left for each permission, now and after a last day that is set. Ends of one office are taken one
 * after the other, so that two who go at once are not each other's reason. @throws Refusal `last-officer`.
 */
async function assertOthers(client: PoolClient, termId: string, { account_id: account, office }: TermRow, lost: readonly string[], lastDay: string | null): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('anuyat office ' || $1))`, [office]);
  const { rows } = await client.query<{ permission: OfficePermission }>(
    LEFT_WITHOUT,
    [office, account, lost, termId, lastDay],
  );
  if (rows.length > 0) throw new Refusal('last-officer');
}
