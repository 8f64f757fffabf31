import type { DocumentView } from '@anuyat/contract';
import type { DocumentKind, Text } from '@anuyat/licence-kit';

/** A paper as the table has it. */
export interface DocumentRow {
  id: string;
  case_id: string;
  code: string;
  file_name: string;
  kind: DocumentKind;
  bytes: number;
  sha256: string;
  uploaded_at: Date;
}

export function viewOf(row: DocumentRow, title: Text): DocumentView {
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
  };
}
