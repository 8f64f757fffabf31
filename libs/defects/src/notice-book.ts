import type { DefectNoticeView } from '@anuyat/contract';
import { findDemandGround } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { NoticePart } from './defect-clerk';

interface Row {
  id: string;
  number: string;
  is_second: boolean;
  parts: NoticePart[];
  ground: string | null;
  reason: string | null;
  sent_at: Date;
  answer_by: Date;
}

/** The notices of a case, oldest first, as they were sent. The caller has checked who may look. */
export async function readDefectNotices(source: DataSource, caseId: string): Promise<DefectNoticeView[]> {
  const rows: Row[] = await source.query(`SELECT id, number, is_second, parts, ground, reason, sent_at, answer_by FROM defect_notice WHERE case_id = $1 ORDER BY position`, [caseId]);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    isSecond: row.is_second,
    ground: findDemandGround(row.ground) ?? null,
    reason: row.reason,
    parts: row.parts,
    sentAt: row.sent_at.toISOString(),
    answerBy: row.answer_by.toISOString(),
  }));
}
