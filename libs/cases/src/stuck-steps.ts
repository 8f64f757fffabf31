import type { ApplicationView, StuckStep } from '@anuyat/contract';
import { referenceOf } from '@anuyat/outbox';
import { portalWork } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

const STUCK = `
  SELECT DISTINCT ON (s.application_id) s.application_id, s.outbox_id, s.effect, s.first_at FROM stuck_work s
   WHERE s.case_id = $1 AND s.is_stuck AND is_still_to_do(s.outbox_id) ORDER BY s.application_id, s.first_at`;

/** By application: the first step of the portal's that it cannot do. */
export async function readStuckSteps(source: DataSource, caseId: string): Promise<Map<string, StuckStep>> {
  const rows: { application_id: string; outbox_id: string; effect: string; first_at: Date }[] = await source.query(STUCK, [caseId]);
  return new Map(rows.map((row) => [row.application_id, { what: portalWork(row.effect), since: row.first_at.toISOString(), reference: referenceOf(row.outbox_id) }]));
}

export function withStuckSteps(applications: readonly ApplicationView[], steps: ReadonlyMap<string, StuckStep>): ApplicationView[] {
  return applications.map((application) => {
    const stuck = steps.get(application.id);
    return stuck ? { ...application, stuck } : application;
  });
}
