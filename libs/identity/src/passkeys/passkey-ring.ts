import { Inject, Injectable } from '@nestjs/common';
import type { WebAuthnCredential } from '@simplewebauthn/server';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Refusal, type PasskeyView } from '@anuyat/contract';
import { clientOf, onClient } from '@anuyat/database';
import { SecurityRecord } from '../security/security-record';
import type { MadePasskey } from './relying-party';

interface PasskeyRow {
  id: string;
  credential_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
  is_synced: boolean;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

/** A passkey as signatures are checked with it. */
export interface KeptPasskey {
  id: string;
  credential: WebAuthnCredential;
}

const mostPasskeys = 10;

/** The passkeys of people: several each, so that one who loses one is not locked out. One that was taken off stays known, and is never taken again. */
@Injectable()
export class PasskeyRing {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(SecurityRecord) private readonly record: SecurityRecord,
  ) {}

  async list(accountId: string): Promise<PasskeyView[]> {
    const rows = await this.rowsOf(accountId);
    return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at.toISOString(), lastUsedAt: row.last_used_at?.toISOString() ?? null, isSynced: row.is_synced }));
  }

  async of(accountId: string): Promise<KeptPasskey[]> {
    const rows = await this.rowsOf(accountId);
    return rows.map((row) => ({ id: row.id, credential: { id: row.credential_id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter), transports: row.transports } }));
  }

  /** @throws Refusal `passkey-refused` when it is known already, or there are too many. */
  async add(tx: EntityManager, accountId: string, name: string, { credential, isSynced }: MadePasskey): Promise<void> {
    const client = await clientOf(tx);
    const { rowCount } = await client.query(
      `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, is_synced, name)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE (SELECT count(*) FROM passkey WHERE account_id = $2 AND removed_at IS NULL) < $9 ON CONFLICT (credential_id) DO NOTHING`,
      [uuidv7(), accountId, credential.id, Buffer.from(credential.publicKey), credential.counter, credential.transports ?? [], isSynced, name, mostPasskeys],
    );
    if (rowCount === 0) throw new Refusal('passkey-refused');
  }

  /** It was used: its counter only goes up. @throws Refusal `passkey-refused` when it was taken off meanwhile. */
  async noteUse(tx: EntityManager, id: string, counter: number): Promise<void> {
    const client = await clientOf(tx);
    const { rowCount } = await client.query(`UPDATE passkey SET counter = greatest(counter, $2), last_used_at = now() WHERE id = $1 AND removed_at IS NULL`, [id, counter]);
    if (rowCount === 0) throw new Refusal('passkey-refused');
  }

  /** @throws Refusal `not-found`. */
  async rename(accountId: string, id: string, name: string): Promise<void> {
    const { rowCount } = await onClient(this.source, (client) => client.query(`UPDATE passkey SET name = $3 WHERE id = $2 AND account_id = $1 AND removed_at IS NULL`, [accountId, id, name]));
    if (rowCount === 0) throw new Refusal('not-found');
  }

  /** @param ip from where it was asked. @throws Refusal `not-found`. */
  async remove(accountId: string, id: string, ip: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const client = await clientOf(tx);
      const { rowCount } = await client.query(`UPDATE passkey SET removed_at = now(), removed_by = $1 WHERE id = $2 AND account_id = $1 AND removed_at IS NULL`, [accountId, id]);
      if (rowCount === 0) throw new Refusal('not-found');
      await this.record.write(client, { kind: 'passkey-removed', code: 'by-hand', accountId, ip });
    });
  }

  /** Takes off all that somebody has. @returns how many. */
  async removeAll(tx: EntityManager, accountId: string, by: string): Promise<number> {
    const client = await clientOf(tx);
    const { rowCount } = await client.query(`UPDATE passkey SET removed_at = now(), removed_by = $2 WHERE account_id = $1 AND removed_at IS NULL`, [accountId, by]);
    if (rowCount) await this.record.write(client, { kind: 'passkey-removed', code: 'by-administrator', accountId, by, count: rowCount });
    return rowCount ?? 0;
  }

  private async rowsOf(accountId: string): Promise<PasskeyRow[]> {
    const { rows } = await onClient(this.source, (client) => client.query<PasskeyRow>(`SELECT id, credential_id, public_key, counter, transports, is_synced, name, created_at, last_used_at FROM passkey WHERE account_id = $1 AND removed_at IS NULL ORDER BY created_at, id`, [accountId]));
    return rows;
  }
}
