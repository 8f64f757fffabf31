import type { Actor } from '@anuyat/contract';
import type { Received, Reception } from '../reception';
import type { RunningRegistrar } from '../start-registrar';
import { deskOfficer, vaultOfficer } from './library';

/** One event through the door. */
export function send({ registrar }: Pick<RunningRegistrar, 'registrar'>, applicationId: string, type: string, actor: Actor, more: Partial<Reception> = {}): Promise<Received> {
  return registrar.receive({ applicationId, type, actor, ...more });
}

/** Both lanes approve: the card waits for its fee, or is being issued where there is none. */
export async function approveCard(running: Pick<RunningRegistrar, 'registrar'>, id: string): Promise<Received> {
  await send(running, id, 'vault.accepted', vaultOfficer);
  await send(running, id, 'vault.inspectionPlanned', vaultOfficer, { data: { plannedFor: '2026-12-01T03:00:00Z' } });
  await send(running, id, 'vault.inspectionRecorded', vaultOfficer, { data: { result: 'passed', findings: 'เรียบร้อย' } });
  await send(running, id, 'vault.approved', vaultOfficer);
  await send(running, id, 'desk.accepted', deskOfficer);
  return send(running, id, 'desk.approved', deskOfficer);
}
