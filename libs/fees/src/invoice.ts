import type { EntityManager } from 'typeorm';

/** A bill of one application, locked with it. */
export interface LockedBill {
  id: string;
  application_id: string;
  office: string;
  agency: string;
  total: number;
  status: 'due' | 'paid' | 'cancelled';
  kind: 'fee' | 'supplement' | 'annual';
  /** Of a licence's life: whether it still goes on; true for applications. */
  is_living: boolean;
  /** Whether the application still waits for its fee. */
  is_awaited: boolean;
  now: Date;
}

/** What a payment reference asks for: one bill, or several of a case together. */
export interface Invoice {
  /** Of a payment for several bills; null for a bill by itself. */
  jointId: string | null;
  total: number;
  billerId: string;
  ref2: string;
  bills: LockedBill[];
  status: 'due' | 'paid' | 'cancelled';
}

const BILLS = `
  SELECT b.id, b.application_id, b.office, a.offices, b.total, b.status, b.kind, b.biller_id, b.ref2, b.kind IN ('supplement', 'annual') OR a.status = 'awaiting-payment' OR coalesce(a.state #>> '{value,living,term}', '') IN ('renewable', 'lapsed') AS is_awaited,
         a.life_of IS NULL OR a.state #> '{value,living}' IS NOT NULL AS is_living, clock_timestamp() AS now
    FROM bill b JOIN application a ON a.id = b.application_id`;
const BY_REFERENCE = `${BILLS} WHERE b.ref1 = $1 FOR UPDATE`;
/** In the order of their ids: payments that share bills wait for each other instead of against each other. */
const OF_JOINT = `${BILLS} WHERE b.id IN (SELECT bill_id FROM joint_payment_bill WHERE joint_id = $1) ORDER BY b.id FOR UPDATE`;
const JOINT = `SELECT id, total, status, biller_id, ref2 FROM joint_payment WHERE ref1 = $1`;

interface BillColumns extends Omit<LockedBill, 'agency'> {
  biller_id: string;
  ref2: string;
  offices: Record<string, { office: string; agency: string }>;
}

interface JointColumns {
  id: string;
  total: number;
  status: Invoice['status'];
  biller_id: string;
  ref2: string;
}

/** What Ref 1 stands for, with its bills and their applications locked; they cannot be withdrawn between the look and the event. */
export async function findInvoice(tx: EntityManager, ref1: string): Promise<Invoice | undefined> {
  const [own]: BillColumns[] = await tx.query(BY_REFERENCE, [ref1]);
  if (own) return { jointId: null, total: own.total, billerId: own.biller_id, ref2: own.ref2, bills: [billOf(own)], status: statusOf(own.status, [own]) };
  const [seen]: JointColumns[] = await tx.query(JOINT, [ref1]);
  if (!seen) return undefined;
  const bills: BillColumns[] = await tx.query(OF_JOINT, [seen.id]);
  const [joint]: JointColumns[] = await tx.query(`${JOINT} FOR UPDATE`, [ref1]);
  if (!joint) return undefined;
  return { jointId: joint.id, total: joint.total, billerId: joint.biller_id, ref2: joint.ref2, bills: bills.map(billOf), status: statusOf(joint.status, bills) };
}

/** Money for an application that has ended, or for a bill that was paid by itself, is as good as for a cancelled bill. */
function statusOf(status: Invoice['status'], bills: readonly BillColumns[]): Invoice['status'] {
  return status === 'due' && bills.some((bill) => bill.status !== 'due' || !bill.is_awaited) ? 'cancelled' : status;
}

function billOf({ offices, biller_id: _, ref2: __, ...bill }: BillColumns): LockedBill {
  return { ...bill, agency: Object.values(offices).find(({ office }) => office === bill.office)?.agency ?? '' };
}
