import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refusal } from '@anuyat/contract';
import { clientOf, inForce } from '@anuyat/database';
import { notePeople } from './people-notes';

interface Term {
  account_id: string;
  agency: string;
}

const LIVE = `(g.valid_until IS NULL OR g.valid_until > now())`;

/** Somebody else who looks after the agency's people now, at least as long as this term would have. */
const SUCCESSOR = `
  SELECT FROM agency_administrator g JOIN account a ON a.id = g.account_id AND a.closed_at IS NULL
    JOIN agency_administrator t ON t.id = $1
   WHERE g.agency = t.agency AND g.account_id <> t.account_id AND ${inForce('g')} AND (g.valid_until IS NULL OR g.valid_until >= t.valid_until)`;

/** Terms of those who look after an agency's people. */
@Injectable()
export class AdministratorTerms {
  /** The agency of a term that is not over. @throws Refusal `not-found`. */
  async agencyOf(tx: EntityManager, id: string): Promise<string> {
    const client = await clientOf(tx);
    const { rows } = await client.query<Term>(`SELECT g.agency FROM agency_administrator g WHERE g.id = $1 AND ${LIVE}`, [id]);
    if (!rows[0]) throw new Refusal('not-found');
    return rows[0].agency;
  }

  /**
   * Ends a term now. Ends of one agency are taken one after the other, so that two who end each other's are not each other's successor.
   * @throws Refusal `not-found`, `last-administrator` where nobody else looks after the people as long.
   */
  async end(tx: EntityManager, by: string, id: string): Promise<void> {
    const client = await clientOf(tx);
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('anuyat administrators ' || agency)) FROM agency_administrator WHERE id = $1`, [id]);
    const { rows } = await client.query<Term>(`SELECT g.account_id, g.agency FROM agency_administrator g WHERE g.id = $1 AND ${LIVE} FOR UPDATE`, [id]);
    const [term] = rows;
    if (!term) throw new Refusal('not-found');
    const { rowCount } = await client.query(SUCCESSOR, [id]);
    if (rowCount === 0) throw new Refusal('last-administrator');
    await client.query(`UPDATE agency_administrator SET valid_until = greatest(now(), valid_from), ended_by = $2 WHERE id = $1`, [id, by]);
    await notePeople(client, { agency: term.agency, what: 'administrator-ended', by, about: term.account_id });
  }
}
