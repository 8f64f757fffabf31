import { Refusal } from '@anuyat/contract';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

interface DueBill {
  id: string;
  total: number;
  biller_id: string;
  case_number: string;
}

const DUE = `
  SELECT b.id, b.total, b.biller_id, c.number AS case_number
    FROM bill b JOIN application a ON a.id = b.application_id JOIN case_file c ON c.id = b.case_id
   WHERE b.case_id = $1 AND b.status = 'due' AND (b.kind = 'supplement' OR a.status = 'awaiting-payment') ORDER BY b.id`;

const SAME = `
  SELECT j.id FROM joint_payment j
   WHERE j.case_id = $1 AND j.status = 'due' AND (SELECT array_agg(bill_id ORDER BY bill_id) FROM joint_payment_bill WHERE joint_id = j.id) = $2::uuid[]`;

/**
 * Asks for everything that is due of a case in one payment. What becomes due later gets a payment of its own, or another of these; a bill can
 * still be paid by itself, and then this one is no longer asked for.
 * @returns the payment's id, the same while the same bills are due.
 * @throws Refusal `nothing-to-join` where fewer than two bills are due.
 */
export async function openJointPayment(source: DataSource, caseId: string): Promise<string> {
  return source.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`joint payment ${caseId}`]);
    const bills: DueBill[] = await tx.query(DUE, [caseId]);
    const [first] = bills;
    if (!first || bills.length < 2 || bills.some(({ biller_id }) => biller_id !== first.biller_id)) throw new Refusal('nothing-to-join');
    const ids = bills.map(({ id }) => id);
    const [same]: { id: string }[] = await tx.query(SAME, [caseId, ids]);
    if (same) return same.id;
    return write(tx, caseId, first, bills);
  });
}

async function write(tx: EntityManager, caseId: string, { biller_id, case_number }: DueBill, bills: readonly DueBill[]): Promise<string> {
  const id = uuidv7();
  const [before]: { n: number }[] = await tx.query(`SELECT count(*)::int AS n FROM joint_payment WHERE case_id = $1`, [caseId]);
  await tx.query(
    `INSERT INTO joint_payment (id, case_id, total, status, biller_id, ref1, ref2) VALUES ($1, $2, $3, 'due', $4, $5, $6)`,
    [id, caseId, bills.reduce((sum, { total }) => sum + total, 0), biller_id, referenceOf(case_number, (before?.n ?? 0) + 1), id.slice(-12).toUpperCase()],
  );
  await tx.query(`INSERT INTO joint_payment_bill (joint_id, bill_id) SELECT $1, unnest($2::uuid[])`, [id, bills.map((bill) => bill.id)]);
  return id;
}

/** The case's number with a letter, so that it can be no application's. @throws where it is longer than the 20 characters of a Ref 1. */
function referenceOf(caseNumber: string, at: number): string {
  const reference = `${caseNumber.toUpperCase().replace(/[^A-Z0-9]/g, '')}J${at}`;
  if (reference.length > 20) throw new Error(`The number ${caseNumber} is too long to be paid by.`);
  return reference;
}
