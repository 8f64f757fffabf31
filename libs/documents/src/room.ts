import { Refusal, type PersonActor } from '@anuyat/contract';
import type { EntityManager } from 'typeorm';

/** What one account may hold in drafts and vaults; what was filed belongs to its case and is not counted. */
export const MOST_FILES = 500;
export const MOST_BYTES = 2 * 1024 ** 3;

const HELD = `
  SELECT count(*)::int AS files, coalesce(sum(bytes), 0)::float8 AS bytes FROM (
    SELECT d.bytes FROM document d JOIN case_file c ON c.id = d.case_id WHERE c.account_id = $1 AND c.submitted_at IS NULL AND d.removed_at IS NULL
    UNION ALL SELECT s.bytes FROM vault_paper v JOIN stored_file s ON s.sha256 = v.sha256 WHERE v.account_id = $1 AND v.removed_at IS NULL) held`;

/** Before a file is kept. @throws Refusal `room-full` for who holds as many files or bytes as one account may. */
export async function assertRoom(tx: EntityManager, { accountId }: PersonActor, bytes: number, most = { files: MOST_FILES, bytes: MOST_BYTES }): Promise<void> {
  const [held]: { files: number; bytes: number }[] = await tx.query(HELD, [accountId]);
  if (held && (held.files >= most.files || held.bytes + bytes > most.bytes)) throw new Refusal('room-full');
}
