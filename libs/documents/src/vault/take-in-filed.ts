import type { PersonActor } from '@anuyat/contract';
import { asPortal } from '@anuyat/database';
import { ANSWER_PAPER } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import { reachOf } from './vault-row';

/** Each paper once: what its owner later takes out of the vault does not come back by itself. */
const TAKE_IN = `
  WITH fresh AS (
    UPDATE document d SET in_vault = true FROM case_file c
     WHERE c.id = d.case_id AND c.status <> 'draft' AND d.removed_at IS NULL AND NOT d.in_vault AND (c.account_id = $1 OR c.acting_for = ANY($2))
    RETURNING c.account_id, c.acting_for, d.code, d.file_name, d.sha256, d.issued_on, d.expires_on, d.uploaded_at
  )
  INSERT INTO vault_paper (id, account_id, juristic_id, code, file_name, sha256, issued_on, expires_on, added_at)
  SELECT DISTINCT ON (COALESCE(acting_for, account_id::text), code, sha256) gen_random_uuid(), account_id, acting_for, code, file_name, sha256, issued_on, expires_on, uploaded_at
    FROM fresh WHERE code <> $3
   ORDER BY COALESCE(acting_for, account_id::text), code, sha256, uploaded_at
      ON CONFLICT (COALESCE(juristic_id, account_id::text), code, sha256) WHERE removed_at IS NULL DO NOTHING`;

/** Takes the papers of submitted cases into the vaults of those in whose name they were filed. */
export async function takeInFiled(source: DataSource, actor: PersonActor): Promise<void> {
  await asPortal(() => source.query(TAKE_IN, [...reachOf(actor), ANSWER_PAPER]));
}
