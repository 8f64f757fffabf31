import type { OwnSystemView, TaskView } from '@anuyat/contract';
import type { OfficePermission } from '@anuyat/licence-kit';

/** What the back office does next with a task, and who of its officers does it. */
export interface Step {
  type: string;
  data: Record<string, unknown>;
  officers: { accountId: string; position: string }[];
}

/** Who has to have decided it. */
const NEEDS: Record<string, OfficePermission> = { inspectionPlanned: 'inspect', inspectionRecorded: 'inspect', approvalProposed: 'review', approved: 'approve' };

/** The acts of a plain approval, as far as the review offers them. */
const plainly: [string, () => Record<string, unknown>][] = [
  ['inspectionRecorded', () => ({ result: 'passed', findings: 'ตรวจแล้วเป็นไปตามหลักเกณฑ์' })],
  ['inspectionPlanned', () => ({ plannedFor: new Date(Date.now() + 86_400_000).toISOString(), note: 'ช่วงเช้า' })],
  ['accepted', () => ({})],
  ['approvalProposed', () => ({})],
  ['approved', () => ({})],
];

/** The simple rule of the back office: what is complete is inspected, proposed and approved. undefined where nothing is to be done. */
export function nextStep({ acts, lane, office }: TaskView, { officers }: OwnSystemView): Step | undefined {
  for (const [act, data] of plainly) {
    const type = `${lane}.${act}`;
    if (!acts.some(({ event }) => event === type)) continue;
    const needed = NEEDS[act];
    const may = officers.filter((one) => one.office === office.code && (needed === undefined || one.permissions.includes(needed)));
    return { type, data: data(), officers: needed === undefined ? [] : may.map(({ accountId }) => ({ accountId, position: 'เจ้าหน้าที่ผู้พิจารณา' })) };
  }
  return undefined;
}
