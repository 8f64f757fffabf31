import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Refusal, type RegisterSystem } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { findOffice } from '@anuyat/dictionary/reference';
import { readMachineKey, thumbprintOf } from '@anuyat/http';
import { beginningOf, endOf } from '../officers/days';
import { notePeople, type PeopleNote } from '../officers/people-notes';

/** Under which issuer the accounts of systems stand; no provider has it, so nobody signs in as one. */
const SYSTEM_ISSUER = 'anuyat:system';
const UNIQUE_VIOLATION = '23505';
/** A key is given for two years at most. */
const LONGEST_DAYS = 731;

interface SystemRow {
  agency: string;
  name_th: string;
  registered_by: string;
  confirmed_at: Date | null;
  suspended_at: Date | null;
}

const REGISTER = `
  INSERT INTO agency_system (id, agency, contact, offices, key, key_thumbprint, valid_from, valid_until, webhook_url, registered_by)
  VALUES ($1, $2, $3, $4, $5, $6, ${beginningOf('$7')}, ${endOf('$8')}, $9, $10)`;

/** What looks after an agency's people does about its own systems: everything is noted, and what was registered is never changed, only ended. */
@Injectable()
export class SystemRegister {
  /**
   * Works from the moment at which somebody else confirms it.
   * @throws Refusal `bad-request` for another agency's office, a key that is none, or days in the wrong order; `key-taken`.
   */
  async register(tx: EntityManager, by: string, agency: string, system: RegisterSystem): Promise<{ id: string }> {
    const { name, contact, offices, from, until, webhookUrl } = system;
    const key = readMachineKey(system.key);
    const isWrong = offices.some((code) => findOffice(code)?.agency.code !== agency) || until < from || (Date.parse(until) - Date.parse(from)) / 86_400_000 > LONGEST_DAYS;
    if (!key || isWrong) throw new Refusal('bad-request');
    const [id, client] = [uuidv7(), await clientOf(tx)];
    try {
      await client.query(`INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1::uuid, $2, $1::text, $3, $4)`, [id, SYSTEM_ISSUER, name.th, name.en]);
      await client.query(REGISTER, [id, agency, contact, [...new Set(offices)], JSON.stringify(key), thumbprintOf(key), from, until, webhookUrl ?? null, by]);
    } catch (error) {
      throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new Refusal('key-taken') : error;
    }
    await note(client, { agency, what: 'system-registered', by, about: id });
    return { id };
  }

  /** The agency of a system that was not ended. @throws Refusal `not-found`. */
  async agencyOf(tx: EntityManager, id: string): Promise<string> {
    return (await lock(await clientOf(tx), id)).agency;
  }

  /** From now on it works. @throws Refusal `own-registration`, `not-found`, `event-not-accepted` when it was confirmed. */
  async confirm(tx: EntityManager, by: string, id: string): Promise<void> {
    const client = await clientOf(tx);
    const { agency, registered_by: registrar, confirmed_at: confirmed } = await lock(client, id);
    if (registrar === by) throw new Refusal('own-registration');
    if (confirmed) throw new Refusal('event-not-accepted');
    await client.query(`UPDATE agency_system SET confirmed_by = $2, confirmed_at = now() WHERE id = $1`, [id, by]);
    await note(client, { agency, what: 'system-confirmed', by, about: id });
  }

  /** It does nothing until it is resumed. */
  async suspend(tx: EntityManager, by: string, id: string): Promise<void> {
    const client = await clientOf(tx);
    const { agency, suspended_at: suspended } = await lock(client, id);
    if (suspended) return;
    await client.query(`UPDATE agency_system SET suspended_by = $2, suspended_at = now() WHERE id = $1`, [id, by]);
    await note(client, { agency, what: 'system-suspended', by, about: id });
  }

  async resume(tx: EntityManager, by: string, id: string): Promise<void> {
    const client = await clientOf(tx);
    const { agency, suspended_at: suspended } = await lock(client, id);
    if (!suspended) return;
    await client.query(`UPDATE agency_system SET suspended_by = NULL, suspended_at = NULL WHERE id = $1`, [id]);
    await note(client, { agency, what: 'system-resumed', by, about: id });
  }

  /** For good, and at once; what it had taken goes back to its offices. */
  async end(tx: EntityManager, by: string, id: string): Promise<void> {
    const client = await clientOf(tx);
    const { agency } = await lock(client, id);
    await client.query(`UPDATE agency_system SET ended_by = $2, ended_at = now() WHERE id = $1`, [id, by]);
    await client.query(`DELETE FROM system_message WHERE system_id = $1`, [id]);
    await note(client, { agency, what: 'system-ended', by, about: id });
  }
}

async function lock(client: PoolClient, id: string): Promise<SystemRow> {
  const { rows } = await client.query<SystemRow>(
    `SELECT s.agency, a.name_th, s.registered_by, s.confirmed_at, s.suspended_at FROM agency_system s JOIN account a ON a.id = s.id WHERE s.id = $1 AND s.ended_at IS NULL FOR UPDATE OF s`,
    [id],
  );
  if (!rows[0]) throw new Refusal('not-found');
  return rows[0];
}

const note = (client: PoolClient, about: PeopleNote): Promise<void> => notePeople(client, about);
