import type { ComposedForm, DocumentView } from '@anuyat/contract';
import { ANSWER_PAPER, wordFor, type DocumentKind } from '@anuyat/licence-kit';
import type { DataSource, EntityManager } from 'typeorm';

interface FileRow {
  id: string;
  case_id: string;
  code: string;
  file_name: string;
  kind: DocumentKind;
  bytes: number;
  sha256: string;
  uploaded_at: Date;
}

/** The papers of a case, oldest first, with the titles that its form gives them. */
export async function readFiles(source: DataSource | EntityManager, caseId: string, form: Pick<ComposedForm, 'documents'>): Promise<DocumentView[]> {
  const rows: FileRow[] = await source.query(
    `SELECT id, case_id, code, file_name, kind, bytes, sha256, uploaded_at FROM document WHERE case_id = $1 AND removed_at IS NULL ORDER BY uploaded_at, id`,
    [caseId],
  );
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    code: row.code,
    title: form.documents.find(({ code }) => code === row.code)?.title ?? (row.code === ANSWER_PAPER ? wordFor('document.answer-paper') : { th: row.code, en: row.code }),
    fileName: row.file_name,
    kind: row.kind,
    bytes: row.bytes,
    sha256: row.sha256,
    uploadedAt: row.uploaded_at.toISOString(),
  }));
}
