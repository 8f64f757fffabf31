import type { EntityManager } from 'typeorm';
import { clientOf } from '@anuyat/database';
import type { Sealer } from '../sealer';

/** Accounts whose number is sealed and not findable yet are made findable, the oldest first. Safe to run at every start. */
export async function indexPersonalIds(tx: EntityManager, sealer: Sealer): Promise<void> {
  const client = await clientOf(tx);
  const { rows } = await client.query<{ id: string; sealed: Buffer }>(
    `SELECT id, personal_id_sealed AS sealed FROM account WHERE personal_id_sealed IS NOT NULL AND personal_id_hash IS NULL ORDER BY created_at, id`,
  );
  for (const { id, sealed } of rows) {
    const number = sealer.open('personal-id', sealed);
    if (!number) continue;
    await client.query(`UPDATE account SET personal_id_hash = $2 WHERE id = $1 AND NOT EXISTS (SELECT FROM account o WHERE o.personal_id_hash = $2)`, [id, sealer.fingerprint('personal-id', number)]);
  }
}
