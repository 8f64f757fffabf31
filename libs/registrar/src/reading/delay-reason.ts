import type { EntityManager } from 'typeorm';
import type { HistoryLine } from './dossier';

/** Why an office says that it is late. */
export interface DelayReason {
  reason: string;
  expectedOn: string | null;
  by: Record<string, unknown>;
}

const REASON = `
  SELECT h.data ->> 'reason' AS reason, h.data ->> 'expectedOn' AS "expectedOn", h.actor AS by
    FROM history h
   WHERE h.application_id = $1 AND h.type = $2 || '.delayExplained' AND h.revision < $3
     AND h.revision > coalesce((SELECT max(n.revision) FROM history n WHERE n.application_id = $1 AND n.type = $2 || '.delayNoticed' AND n.revision < $3), 0)
   ORDER BY h.revision DESC LIMIT 1`;

/** The reason that the notice of this revision carries: the newest that was written since the notice before. Every notice needs its own. */
export async function findDelayReason(tx: Pick<EntityManager, 'query'>, applicationId: string, lane: string, revision: number): Promise<DelayReason | undefined> {
  const [found]: DelayReason[] = await tx.query(REASON, [applicationId, lane, revision]);
  return found;
}

/** The same, read off a history. */
export function delayReasonIn(lines: readonly HistoryLine[], lane: string, revision: number): string | undefined {
  const before = lines.filter((line) => line.revision < revision);
  const last = before.findLast(({ type }) => type === `${lane}.delayNoticed`)?.revision ?? 0;
  const explained = before.findLast((line) => line.type === `${lane}.delayExplained` && line.revision > last);
  return typeof explained?.data['reason'] === 'string' ? explained.data['reason'] : undefined;
}
