import { DefectClerk } from '@anuyat/defects';
import type { RunningRegistrar } from '@anuyat/registrar';

/** Ends the shared time of a case, so that what its offices found is told at once, as the worker would when the time is over. */
export async function tellNotices({ source, library, registrar }: Pick<RunningRegistrar, 'source' | 'library' | 'registrar'>, caseId: string): Promise<void> {
  await source.query(`UPDATE timer t SET due_at = now() - interval '1 second' FROM application a WHERE a.id = t.application_id AND a.case_id = $1 AND t.name = t.lane || '.window'`, [caseId]);
  const [application]: { id: string }[] = await source.query(`SELECT id FROM application WHERE case_id = $1 LIMIT 1`, [caseId]);
  if (!application) throw new Error(`The case ${caseId} has no application.`);
  const clerk = new DefectClerk(library, registrar);
  await source.transaction((tx) => clerk.perform(tx, { id: application.id, applicationId: application.id, caseId, revision: 1, effect: 'gatherDefects', params: {}, queue: 'defects' }));
  registrar.wakeCourier();
}
