import type { PersonActor, ScanState, VaultPaper } from '@anuyat/contract';
import type { DocumentKind, Text } from '@anuyat/licence-kit';

/** A paper of a vault with its content and the reader's cases that have it. */
export interface VaultRow {
  id: string;
  juristic_id: string | null;
  code: string;
  file_name: string;
  sha256: string;
  kind: DocumentKind;
  bytes: number;
  scan: ScanState;
  issued_on: string | null;
  expires_on: string | null;
  added_at: Date;
  used_by: VaultPaper['usedBy'];
  is_waited_for: boolean;
}

/** Papers of one's own and of the businesses that one acts for: `$1` the account, `$2` their juristic ids. */
export const VAULT_PAPERS = `
  SELECT v.id, v.juristic_id, v.code, v.file_name, v.sha256, v.issued_on::text, v.expires_on::text, v.added_at, f.kind, f.bytes, f.scan,
         coalesce((SELECT jsonb_agg(jsonb_build_object('caseId', c.id, 'number', c.number, 'businessName', c.business_name) ORDER BY c.id DESC)
                     FROM case_file c WHERE c.account_id = $1 AND EXISTS (SELECT 1 FROM document d WHERE d.case_id = c.id AND d.sha256 = v.sha256 AND d.code = v.code AND d.removed_at IS NULL)), '[]') AS used_by,
         EXISTS (SELECT 1 FROM document d JOIN case_file c ON c.id = d.case_id
                  WHERE d.sha256 = v.sha256 AND d.code = v.code AND d.removed_at IS NULL AND c.status = 'submitted'
                    AND (c.account_id = v.account_id OR c.acting_for = v.juristic_id)) AS is_waited_for
    FROM vault_paper v JOIN stored_file f ON f.sha256 = v.sha256
   WHERE v.removed_at IS NULL AND ((v.juristic_id IS NULL AND v.account_id = $1) OR v.juristic_id = ANY($2))`;

/** What {@link VAULT_PAPERS} takes. */
export function reachOf(actor: PersonActor): [string, string[]] {
  return [actor.accountId, actor.companies.map(({ juristicId }) => juristicId)];
}

export function viewOfVaultPaper(row: VaultRow, title: Text, actor: PersonActor): VaultPaper {
  const business = actor.companies.find(({ juristicId }) => juristicId === row.juristic_id);
  return {
    id: row.id,
    code: row.code,
    title,
    fileName: row.file_name,
    kind: row.kind,
    bytes: row.bytes,
    sha256: row.sha256,
    scan: row.scan,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    addedAt: row.added_at.toISOString(),
    business: business ? { juristicId: business.juristicId, name: business.name } : null,
    usedBy: row.used_by,
    isWaitedFor: row.is_waited_for,
  };
}
