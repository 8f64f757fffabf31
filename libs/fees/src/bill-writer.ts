import { growsOn, totalOf, type FeeAmount, type LatePayment } from '@anuyat/licence-kit';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { SANDBOX_BILLER_ID } from './payee';

/** A bill before it is written. */
export interface NewBill {
  applicationId: string;
  caseId: string;
  office: string;
  kind: 'fee' | 'supplement' | 'annual';
  lines: readonly FeeAmount[];
  ref1: string;
  /** Revision of the event that asked for it. */
  askedBy: number;
  dueAt: Date | null;
  rates: unknown;
}

/** Until when a bill is paid in time, and how late it is already. */
export interface Term {
  /** Of a yearly fee: the anniversary; else null. ISO dates. */
  yearFrom: string | null;
  dueOn: string;
  timesLate: number;
  late: LatePayment;
}

const INSERT = `
  INSERT INTO bill (id, application_id, case_id, office, lines, total, status, biller_id, ref1, ref2, asked_by, due_at, rates, kind)
  VALUES ($1, $2, $3, $4, $5, $6, 'due', $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`;

/** Writes a bill, with its term where its law sets one. @returns its id; undefined where it was written before. */
export async function writeBill(tx: EntityManager, bill: NewBill, term?: Term): Promise<string | undefined> {
  const id = uuidv7();
  const { applicationId, caseId, office, lines, ref1, askedBy, dueAt, rates, kind } = bill;
  const [written]: { id: string }[] = await tx.query(INSERT, [
    id, applicationId, caseId, office, JSON.stringify(lines), totalOf(lines), SANDBOX_BILLER_ID, ref1, id.slice(-12).toUpperCase(), askedBy, dueAt, JSON.stringify(rates), kind,
  ]);
  if (!written) return undefined;
  if (term) {
    const { yearFrom, dueOn, timesLate, late } = term;
    await tx.query(`INSERT INTO bill_term (bill_id, application_id, year_from, due_on, times_late, grows_on) VALUES ($1, $2, $3, $4, $5, $6)`, [id, applicationId, yearFrom, dueOn, timesLate, growsOn(late, dueOn, timesLate)]);
  }
  return id;
}
