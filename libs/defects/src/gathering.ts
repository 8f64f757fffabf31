import type { GatheringView } from '@anuyat/contract';
import { asPortal, clientOf } from '@anuyat/database';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { isChecking, readLanes } from './lanes-of-case';

/** For how many what a lane found waits, and until when at the latest; undefined where nothing is gathered any more. It counts lanes of other offices, whose people it does not name. */
export async function readGathering(source: DataSource, library: DefinitionLibrary, caseId: string): Promise<GatheringView | undefined> {
  return asPortal(() => source.transaction(async (tx) => {
    const lanes = await readLanes(await clientOf(tx), library, caseId);
    const checking = lanes.filter((lane) => isChecking(lane) && lane.isInWindow);
    if (checking.length === 0) return undefined;
    const [row]: { until: Date | null }[] = await tx.query(
      `SELECT max(t.due_at) AS until FROM timer t JOIN application a ON a.id = t.application_id
        WHERE a.case_id = $1 AND t.name = t.lane || '.window' AND t.stopped_at IS NULL AND t.fired_at IS NULL`,
      [caseId],
    );
    return { waitsFor: checking.length, found: lanes.filter(({ state }) => state === 'found').length, until: row?.until?.toISOString() ?? null };
  }));
}
