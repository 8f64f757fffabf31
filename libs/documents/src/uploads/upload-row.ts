import type { DocumentView, PersonActor, UploadView, VaultPaper } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import type { DataSource } from 'typeorm';
import type { Seal } from '../store/content-store';

/** What became of an upload: a paper of a case, or of a vault. */
export type UploadResult = DocumentView | VaultPaper;

/** An upload as the table has it. */
export interface UploadRow {
  id: string;
  case_id: string | null;
  code: string;
  business: string | null;
  issued_on: string | null;
  expires_on: string | null;
  file_name: string;
  bytes: number;
  received: number;
  sha256: string | null;
  metadata: string;
  result: UploadResult | null;
  expires_at: Date;
}

/** A sealed piece of an upload. */
export interface Piece {
  starts_at: number;
  bytes: number;
  sha256: string;
  seal: Seal;
}

/** An upload lives for so long after its last byte. */
export const LIFETIME = `interval '24 hours'`;

/** Uploads of the account `$1` that are not past. */
export const UPLOADS = `
  SELECT id, case_id, code, business, issued_on::text, expires_on::text, file_name, bytes, received, sha256, metadata, result, expires_at
    FROM upload WHERE account_id = $1 AND expires_at > now()`;

/** @throws Refusal `not-found` for another’s, for none, and for one that is past. */
export async function getUpload(source: DataSource, { accountId }: PersonActor, id: string): Promise<UploadRow> {
  const [row]: UploadRow[] = await source.query(`${UPLOADS} AND id = $2`, [accountId, id]);
  if (!row) throw new Refusal('not-found');
  return row;
}

export function piecesOf(source: DataSource, uploadId: string): Promise<Piece[]> {
  return source.query(`SELECT starts_at, bytes, sha256, seal FROM upload_piece WHERE upload_id = $1 ORDER BY starts_at`, [uploadId]);
}

export function viewOfUpload(row: UploadRow): UploadView {
  const { id, case_id: caseId, code, business, file_name: fileName, bytes, received, sha256, expires_at: expiresAt } = row;
  return { id, caseId, code, business, fileName, bytes, received, sha256, expiresAt: expiresAt.toISOString() };
}
