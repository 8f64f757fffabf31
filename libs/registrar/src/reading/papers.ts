import type { DocumentView, ScanState } from '@anuyat/contract';
import type { DocumentKind, Text } from '@anuyat/licence-kit';

/** A paper of a case with what is known of its content. */
export interface PaperRow {
  id: string;
  case_id: string;
  code: string;
  file_name: string;
  kind: DocumentKind;
  bytes: number;
  sha256: string;
  uploaded_at: Date;
  issued_on: string | null;
  expires_on: string | null;
  scan: ScanState;
}

/** A content that nobody looked at counts as one that waits. */
export const PAPER_COLUMNS = `d.id, d.case_id, d.code, d.file_name, d.kind, d.bytes, d.sha256, d.uploaded_at, d.issued_on::text, d.expires_on::text, coalesce(f.scan, 'waiting') AS scan`;

/** The beginning of every query that reads papers of cases; `d` is the paper and `f` its content. */
export const PAPERS = `SELECT ${PAPER_COLUMNS} FROM document d LEFT JOIN stored_file f ON f.sha256 = d.sha256`;

export function viewOfPaper(row: PaperRow, title: Text): DocumentView {
  return {
    id: row.id,
    caseId: row.case_id,
    code: row.code,
    title,
    fileName: row.file_name,
    kind: row.kind,
    bytes: row.bytes,
    sha256: row.sha256,
    uploadedAt: row.uploaded_at.toISOString(),
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    scan: row.scan,
  };
}
