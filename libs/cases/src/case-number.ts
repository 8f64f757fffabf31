import { bangkokDate } from '@anuyat/dictionary';
import type { EntityManager } from 'typeorm';

/** Who files: a citizen, a juristic person, or a foreigner. */
const LETTERS: Record<string, string> = { person: 'C', juristic: 'J', foreigner: 'F' };

/**
 * The next number of the day, such as `C690121-000042`: who files, the day in Thailand as BE year, month and day, and a running
 * number that has no end and no gaps, for it is counted in the transaction that files. Six digits at least, more when they are used up.
 */
export async function nextCaseNumber(tx: EntityManager, applicantKind: string, at: Date): Promise<string> {
  const series = seriesOf(applicantKind, at);
  const [counter]: { last: number }[] = await tx.query(
    `INSERT INTO case_counter (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = case_counter.last + 1 RETURNING last`,
    [series],
  );
  if (!counter) throw new Error('The counter gave no number.');
  return `${series}-${String(counter.last).padStart(6, '0')}`;
}

function seriesOf(applicantKind: string, at: Date): string {
  const letter = LETTERS[applicantKind];
  if (!letter) throw new Error(`There is no series for "${applicantKind}".`);
  const [year = '', month = '', day = ''] = bangkokDate(at).split('-');
  return `${letter}${String(Number(year) + 543).slice(-2)}${month}${day}`;
}
