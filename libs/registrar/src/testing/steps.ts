import type { Actor } from '@anuyat/contract';
import type { Received, Reception } from '../reception';
import type { RunningRegistrar } from '../start-registrar';
import { deskOfficer, vaultOfficer } from './library';

/** One event through the door. */
export function send({ registrar }: Pick<RunningRegistrar, 'registrar'>, applicationId: string, type: string, actor: Actor, more: Partial<Reception> = {}): Promise<Received> {
  return registrar.receive({ applicationId, type, actor, ...more });
}

/** A lane's finding, told at once, as the clerk of notices would where no other lane is waited for: the lane waits for its answer. */
export async function ask(running: Pick<RunningRegistrar, 'registrar'>, id: string, lane: string, officer: Actor, more: Partial<Reception>): Promise<Received> {
  await send(running, id, `${lane}.asked`, officer, more);
  const data = { ...more.data, noticeId: `${id}-1`, notice: 'N1', part: 1, parts: 1 };
  return send(running, id, `${lane}.told`, { kind: 'portal', job: 'spec' }, { data });
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

const REASONS = { facts: 'ก', law: 'ข', considerations: 'ค' };

/** A lane refuses in the lawful way: its intent is told, the time to answer passes, and then it refuses. */
export async function refuse(running: Pick<RunningRegistrar, 'registrar'>, id: string, lane: string, officer: Actor, reasons: Record<string, unknown> = REASONS): Promise<Received> {
  await send(running, id, `${lane}.refusalIntended`, officer, { data: reasons });
  await send(running, id, `${lane}.hearingLapsed`, { kind: 'portal', job: 'timekeeper' });
  return send(running, id, `${lane}.refused`, officer, { data: reasons });
}
