import { IS_RENEWED_LATE } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import type { CaseRow } from '../case-row';

/** Whether the case renews a licence whose last day is over; the law may let that cost more. */
export async function isRenewedLate(source: DataSource | EntityManager, { id, filing_kind: kind }: Pick<CaseRow, 'id' | 'filing_kind'>): Promise<boolean> {
  if (kind !== 'renewal') return false;
  const [found]: { is_late: boolean }[] = await source.query(`SELECT ${IS_RENEWED_LATE} AS is_late FROM case_file c WHERE c.id = $1`, [id]);
  return found?.is_late === true;
}
