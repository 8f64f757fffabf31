import { maskEmail } from '../mask-email';
import type { MailKeys } from '../mail-keys';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** A confirmed address for one of the sandbox's people, once: what somebody changed or stopped stays so. */
export async function seedAddress(tx: EntityManager, keys: MailKeys, { accountId, address, language }: { accountId: string; address: string; language: 'th' | 'en' }): Promise<void> {
  await tx.query(
    `INSERT INTO mail_address (id, account_id, address, masked, mark, language, confirmed_at)
     SELECT $1, $2, $3, $4, $5, $6, now() WHERE NOT EXISTS (SELECT FROM mail_address WHERE account_id = $2)`,
    [uuidv7(), accountId, address, maskEmail(address), keys.markOf(address), language],
  );
}
