import { createHash } from 'node:crypto';
import { canonicalJson } from '@anuyat/licence-kit';
import type { DataSource, EntityManager } from 'typeorm';
import type { Decision } from './decision';

/** The decisions of one moment about a case or one of its applications. */
export interface DecisionRecord {
  application: string | null;
  decidedAt: Date;
  decisions: Decision[];
}

/** What the history seals: the digest of an application's decisions. */
export function digestOf(decisions: readonly Decision[]): string {
  return createHash('sha256').update(canonicalJson(decisions)).digest('hex');
}

/** Keeps what was decided at the filing, a row for the case and one for each of its licences; the rows are never changed. */
export async function keepDecisions(tx: EntityManager, caseId: string, decidedAt: Date, decisions: readonly Decision[]): Promise<void> {
  const groups = [...Map.groupBy(decisions, ({ application }) => application)];
  await tx.query(
    `INSERT INTO decision_record (case_id, application, decided_at, decisions, sha256)
     SELECT $1, r.application, $2, r.decisions, decode(r.sha256, 'hex') FROM jsonb_to_recordset($3) AS r (application text, decisions jsonb, sha256 text)`,
    [caseId, decidedAt, JSON.stringify(groups.map(([application, own]) => ({ application: application ?? '', decisions: own, sha256: digestOf(own) })))],
  );
}

/** What was decided when the case was filed; nothing for a case that was filed before decisions were kept. */
export async function readDecisions(source: DataSource | EntityManager, caseId: string): Promise<DecisionRecord[]> {
  const rows: { application: string; decided_at: Date; decisions: Decision[] }[] = await source.query(
    `SELECT application, decided_at, decisions FROM decision_record WHERE case_id = $1 ORDER BY application`,
    [caseId],
  );
  return rows.map(({ application, decided_at, decisions }) => ({ application: application === '' ? null : application, decidedAt: decided_at, decisions }));
}
