import type { OutboxRow } from '@anuyat/outbox';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** What an office's supervisors are told of one of its tasks. */
export type CallFor = 'demand-waits' | 'task-late' | 'delay-unexplained' | 'stepped-aside';

const CALL = `INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue) VALUES ($1, $2, $3, $4, 'tellStaff', $5, 'notices')`;

/** Has the supervisors of a lane's office told, by an effect of its own: who they are now is looked up when it is done. */
export async function callSupervisors(tx: EntityManager, { applicationId, caseId, revision, params }: OutboxRow, notice: CallFor): Promise<void> {
  await tx.query(CALL, [uuidv7(), applicationId, caseId, revision, JSON.stringify({ notice, lane: params['lane'] })]);
}

const EVENT = `SELECT type FROM history WHERE application_id = $1 AND revision = $2`;

/** An escalated task is told once when it is late, and with each delay notice that went out without a reason. */
export async function callForLateness(tx: EntityManager, row: OutboxRow, isUnexplained: boolean): Promise<void> {
  const [event]: { type: string }[] = await tx.query(EVENT, [row.applicationId, row.revision]);
  if (event?.type.endsWith('.overdue')) await callSupervisors(tx, row, 'task-late');
  else if (event?.type.endsWith('.delayNoticed') && isUnexplained) await callSupervisors(tx, row, 'delay-unexplained');
}
