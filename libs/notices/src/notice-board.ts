import type { NoticeView } from '@anuyat/contract';
import type { DataSource, EntityManager } from 'typeorm';

const NEWEST = 50;

/** An applicant's newest notices. */
export async function readNotices(source: DataSource, accountId: string): Promise<NoticeView[]> {
  const rows: { id: string; case_id: string; business_name: string | null; notice: string; title_th: string; title_en: string; words_th: string | null; words_en: string | null; at: Date; read_at: Date | null }[] = await source.query(
    `SELECT n.id, n.case_id, c.business_name, n.notice, n.title_th, n.title_en, n.words_th, n.words_en, n.at, n.read_at
       FROM notice n JOIN case_file c ON c.id = n.case_id
      WHERE n.account_id = $1 ORDER BY n.at DESC, n.id DESC LIMIT $2`,
    [accountId, NEWEST],
  );
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    businessName: row.business_name,
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
