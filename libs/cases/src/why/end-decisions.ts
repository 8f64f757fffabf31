import type { Citation } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { Decision } from './decision';

/** What the end of a filing rests on: the revocation that is final, and why it is. */
export interface EndInputs {
  licence: string;
  order: string;
  how: 'not-appealed' | 'upheld' | 'not-admitted';
  appeal?: string;
  finalAt: string;
}

const ENDED = `
  SELECT a.code, a.version, h.data, h.at FROM application a JOIN history h ON h.application_id = a.id AND h.type = 'licence.gone'
   WHERE a.case_id = $1 AND a.life_of IS NULL ORDER BY a.number, h.revision`;

const act = (section: string): Citation => ({ law: { th: 'พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539', en: 'Administrative Procedure Act B.E. 2539' }, section });

/** Which filings of a case the portal ended because the revocation of their licence is final, from their own history. */
export async function endsDecided(source: DataSource, caseId: string): Promise<{ decision: Decision; decidedAt: Date }[]> {
  const rows: { code: string; version: number; data: Record<string, unknown>; at: Date }[] = await source.query(ENDED, [caseId]);
  return rows.map(({ code, version, data, at }) => ({
    decision: { kind: 'end', application: code, subject: 'licence-gone', rule: 'licence.gone', source: { code, version }, inputs: data, outcome: at.toISOString(), citations: [act('42'), act('44')] },
    decidedAt: at,
  }));
}
