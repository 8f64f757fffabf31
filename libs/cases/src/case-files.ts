import type { ComposedForm, DocumentView } from '@anuyat/contract';
import { ANSWER_PAPER, wordFor } from '@anuyat/licence-kit';
import { PAPERS, viewOfPaper, type PaperRow } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';

/** The papers of a case, oldest first, with the titles that its form gives them. */
export async function readFiles(source: DataSource | EntityManager, caseId: string, form: Pick<ComposedForm, 'documents'>): Promise<DocumentView[]> {
  const rows: PaperRow[] = await source.query(`${PAPERS} WHERE d.case_id = $1 AND d.removed_at IS NULL ORDER BY d.uploaded_at, d.id`, [caseId]);
  return rows.map((row) => viewOfPaper(row, titleOf(row.code, form)));
}

function titleOf(code: string, form: Pick<ComposedForm, 'documents'>): DocumentView['title'] {
  return form.documents.find((document) => document.code === code)?.title ?? (code === ANSWER_PAPER ? wordFor('document.answer-paper') : { th: code, en: code });
}
