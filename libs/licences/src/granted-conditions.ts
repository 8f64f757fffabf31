import type { LicenceDefinition, Text } from '@anuyat/licence-kit';
import { actOf } from '@anuyat/licence-kit';
import type { EntityManager } from 'typeorm';
import { conditionsOf } from './conditions';

/** A line of the history, as far as conditions are in it. */
export interface ConditionLine {
  type: string;
  conditions?: string[] | null;
}

const LINES = `
  SELECT type, data -> 'conditions' AS conditions FROM history
   WHERE application_id = $1 AND type ~ '\\.(approvalProposed|approved|reopened)$' ORDER BY revision`;

/**
 * The conditions that a licence is granted under: those of its type, then those that officers set when they approved, by lane
 * (Administrative Procedure Act B.E. 2539 s.39). An officer's words are kept as they were written, in the one language they are in.
 */
export async function grantedConditions(tx: EntityManager, applicationId: string, definition: LicenceDefinition): Promise<Text[]> {
  const lines: ConditionLine[] = await tx.query(LINES, [applicationId]);
  return [...conditionsOf(definition), ...conditionsSet(lines).map((words) => ({ th: words, en: words }))];
}

/** What officers set, in the order of the lanes' first approvals. What was proposed holds where it is confirmed without other conditions; a lane that looks again sets them anew. */
export function conditionsSet(lines: readonly ConditionLine[]): string[] {
  const byLane = new Map<string, { proposed: string[]; granted: string[] }>();
  for (const { type, conditions } of lines) {
    const lane = type.slice(0, type.lastIndexOf('.'));
    const known = byLane.get(lane) ?? { proposed: [], granted: [] };
    const set = conditions ?? [];
    const act = actOf(type);
    byLane.set(lane, act === 'reopened' ? { proposed: [], granted: [] } : act === 'approved' ? { ...known, granted: set.length > 0 ? set : known.proposed } : { proposed: set, granted: [] });
  }
  return [...byLane.values()].flatMap(({ granted }) => granted);
}
