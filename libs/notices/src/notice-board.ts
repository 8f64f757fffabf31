import type { LetterView, NoticeView } from '@anuyat/contract';
import type { DataSource, EntityManager } from 'typeorm';

const NEWEST = 50;

/** The licence whose life the notice tells of, or that has to be changed; while it is the reader's own. */
const ABOUT_LICENCE = `
  SELECT l.number FROM licence l WHERE l.account_id = n.account_id AND l.number = coalesce(a.life_of, CASE WHEN n.notice = 'licence-outdated' THEN (
    SELECT e.number FROM licence_edition e WHERE e.by_application = a.id ORDER BY e.edition DESC LIMIT 1) END)`;

/** What became of the newest letter about it. */
const ITS_LETTER = `
  SELECT jsonb_build_object('state', l.state, 'to', coalesce(l.to_masked, m.masked), 'answer', l.answer, 'at', coalesce(l.answered_at, l.ended_at, l.created_at))
    FROM letter l JOIN mail_address m ON m.id = l.address_id WHERE l.notice_id = n.id ORDER BY l.created_at DESC LIMIT 1`;

/** An applicant's newest notices. */
export async function readNotices(source: DataSource, accountId: string): Promise<NoticeView[]> {
  const rows: { id: string; case_id: string; business_name: string | null; licence_number: string | null; notice: string; title_th: string; title_en: string; words_th: string | null; words_en: string | null; at: Date; read_at: Date | null; letter: LetterView | null }[] = await source.query(
    `SELECT n.id, n.case_id, c.business_name, (${ABOUT_LICENCE}) AS licence_number, n.notice, n.title_th, n.title_en, n.words_th, n.words_en, n.at, n.read_at, (${ITS_LETTER}) AS letter
       FROM notice n JOIN case_file c ON c.id = n.case_id JOIN application a ON a.id = n.application_id
      WHERE n.account_id = $1 AND n.audience = 'applicant' ORDER BY n.at DESC, n.id DESC LIMIT $2`,
    [accountId, NEWEST],
  );
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    businessName: row.business_name,
    licenceNumber: row.licence_number,
    kind: row.notice,
    title: { th: row.title_th, en: row.title_en },
    words: row.words_th !== null && row.words_en !== null ? { th: row.words_th, en: row.words_en } : null,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    letter: row.letter && { ...row.letter, at: new Date(row.letter.at).toISOString() },
  }));
}

/** Marks what an applicant has seen. */
export async function markNoticesRead(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query(`UPDATE notice SET read_at = now() WHERE account_id = $1 AND audience = 'applicant' AND read_at IS NULL`, [accountId]);
}
