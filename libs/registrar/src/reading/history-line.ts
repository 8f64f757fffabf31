import type { StoredState } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';

/** A line of the history as readers need it. */
export interface HistoryLine {
  applicationId: string;
  revision: number;
  type: string;
  at: Date;
  actor: { kind: 'person' | 'portal'; name?: { th: string; en: string }; job?: string; accountId?: string };
  data: Record<string, unknown>;
  state: StoredState;
}

/** The histories of some applications, oldest line first. */
export async function readHistories(source: DataSource, applicationIds: string[]): Promise<Map<string, HistoryLine[]>> {
  const lines: HistoryLine[] = await source.query(
    `SELECT application_id AS "applicationId", revision, type, at, actor, data, state FROM history
      WHERE application_id = ANY($1) ORDER BY application_id, revision`,
    [applicationIds],
  );
  return Map.groupBy(lines, ({ applicationId }) => applicationId);
}
