import type { NoticeView } from '@anuyat/contract';
import type { DataSource, EntityManager } from 'typeorm';

const NEWEST = 50;

/** An applicant's newest notices. */
export async function readNotices(source: DataSource, accountId: string): Promise<NoticeView[]> {
  const rows: { id: string; case_id: string; notice: string; title_th: string; title_en: string; words_th: string | null; words_en: string | null; at: Date; read_at: Date | null }[] = await source.query(
    `SELECT id, case_id, notice, title_th, title_en, words_th, words_en, at, read_at FROM notice WHERE account_id = $1 ORDER BY at DESC, id DESC LIMIT $2`,
    [accountId, NEWEST],
  );
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    kind: row.notice,
    title: { th: row.title_th, en: row.title_en },
    words: row.words_th !== null && row.words_en !== null ? { th: row.words_th, en: row.words_en } : null,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }));
}

/** Marks what an applicant has seen. */
export async function markNoticesRead(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query(`UPDATE notice SET read_at = now() WHERE account_id = $1 AND read_at IS NULL`, [accountId]);
}
