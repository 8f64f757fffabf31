import type { StaffNoticeView } from '@anuyat/contract';
import type { DataSource, EntityManager } from 'typeorm';

const NEWEST = 20;

/** Of what was told again only the newest. The task is named only to who works in its office now, and did not step aside. */
const NOTICES = `
  SELECT n.id, n.notice, n.title_th, n.title_en, n.at, n.read_at, a.number, t.id AS task_id
    FROM (SELECT DISTINCT ON (application_id, lane, notice) * FROM notice WHERE account_id = $1 AND audience = 'staff' ORDER BY application_id, lane, notice, at DESC, id DESC) n
    JOIN application a ON a.id = n.application_id
    LEFT JOIN task t ON t.application_id = n.application_id AND t.lane = n.lane AND t.office = ANY($2::text[]) AND NOT ($1::uuid = ANY(t.barred))
   ORDER BY n.at DESC, n.id DESC LIMIT $3`;

interface Row {
  id: string;
  notice: StaffNoticeView['kind'];
  title_th: string;
  title_en: string;
  at: Date;
  read_at: Date | null;
  number: string;
  task_id: string | null;
}

/** The newest of what somebody was told as a supervisor, or as who looks after an agency's people. */
export async function readStaffNotices(source: DataSource, accountId: string, offices: readonly string[]): Promise<StaffNoticeView[]> {
  const rows: Row[] = await source.query(NOTICES, [accountId, offices, NEWEST]);
  return rows.map(({ id, notice, title_th: th, title_en: en, at, read_at: readAt, number, task_id: taskId }) => ({
    id, kind: notice, title: { th, en }, number, taskId, at: at.toISOString(), readAt: readAt?.toISOString() ?? null,
  }));
}

/** Marks all of them as seen. */
export async function markStaffNoticesRead(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query(`UPDATE notice SET read_at = now() WHERE account_id = $1 AND audience = 'staff' AND read_at IS NULL`, [accountId]);
}
