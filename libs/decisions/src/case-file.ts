import type { CaseAnswers } from '@anuyat/licence-kit';
import type { EntityManager } from 'typeorm';

/** What of a case an application in it is opened with. */
export interface CaseFile {
  caseId: string;
  accountId: string;
  actingFor: string | null;
  answers: CaseAnswers;
  place: Record<string, string | null>;
  estate: string | null;
  zone: string | null;
}

export async function readCaseFile(tx: EntityManager, caseId: string): Promise<CaseFile> {
  const [file]: CaseFile[] = await tx.query(
    `SELECT id AS "caseId", account_id AS "accountId", acting_for AS "actingFor", answers, coalesce(place, '{}') AS place, estate, zone FROM case_file WHERE id = $1`,
    [caseId],
  );
  if (!file) throw new Error(`There is no case ${caseId}.`);
  return file;
}
