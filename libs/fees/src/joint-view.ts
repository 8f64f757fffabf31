import type { BillView, JointPaymentPart, JointPaymentView } from '@anuyat/contract';
import type { DefinitionLibrary } from '@anuyat/registrar';
import { billPayment } from 'promptparse/generate';
import type { DataSource } from 'typeorm';
import { payUrl, readBills, type SandboxBank } from './bills';

interface JointRow {
  id: string;
  case_id: string;
  total: number;
  status: JointPaymentView['status'];
  biller_id: string;
  ref1: string;
  ref2: string;
  paid_at: Date | null;
  bill_ids: string[];
}

const JOINT = `
  SELECT j.id, j.case_id, j.total, j.status, j.biller_id, j.ref1, j.ref2, j.paid_at,
         (SELECT array_agg(bill_id ORDER BY bill_id) FROM joint_payment_bill WHERE joint_id = j.id) AS bill_ids
    FROM joint_payment j JOIN case_file c ON c.id = j.case_id WHERE j.id = $1 AND c.account_id = $2`;

/** A payment for several bills, split by office; undefined for another's. */
export async function findJointPayment(source: DataSource, library: DefinitionLibrary, { id, accountId }: { id: string; accountId: string }, sandbox?: SandboxBank): Promise<JointPaymentView | undefined> {
  const [row]: JointRow[] = await source.query(JOINT, [id, accountId]);
  if (!row) return undefined;
  const bills = (await readBills(source, library, { caseId: row.case_id })).filter((bill) => row.bill_ids.includes(bill.id));
  return {
    id: row.id,
    caseId: row.case_id,
    parts: partsOf(bills),
    total: row.total,
    status: row.status,
    paidAt: row.paid_at?.toISOString() ?? null,
    billerId: row.biller_id,
    ref1: row.ref1,
    ref2: row.ref2,
    qr: billPayment({ billerId: row.biller_id, amount: row.total / 100, ref1: row.ref1, ref2: row.ref2 }),
    ...(sandbox && row.status === 'due' ? { sandboxPayUrl: payUrl(sandbox, { ...row, life_of: null }) } : {}),
  };
}

function partsOf(bills: readonly BillView[]): JointPaymentPart[] {
  return [...Map.groupBy(bills, ({ payee }) => payee.th).values()].map((group) => ({
    payee: group[0]?.payee ?? { th: '', en: '' },
    bills: group.map(({ id, licence, lines, total, receiptNumber }) => ({ id, licence, lines, total, receiptNumber })),
    total: group.reduce((sum, { total }) => sum + total, 0),
  }));
}
