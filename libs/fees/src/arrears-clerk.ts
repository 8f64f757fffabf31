import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import { timesLate, totalOf, withSurcharge, type FeeAmount } from '@anuyat/licence-kit';
import { findYearlyRules, type DefinitionLibrary, type Registrar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { writeBill } from './bill-writer';
import { nextReference } from './references';
import { cancelJoint } from './settlement';

interface Arrears {
  id: string;
  application_id: string;
  case_id: string;
  office: string;
  kind: 'fee' | 'supplement' | 'annual';
  lines: FeeAmount[];
  asked_by: number;
  due_at: Date;
  rates: unknown;
  code: string;
  version: number;
  is_living: boolean;
  year_from: string | null;
  due_on: string;
  times_late: number;
}

const GROWN = `
  SELECT b.id, b.application_id, b.case_id, b.office, b.kind, b.lines, b.asked_by, b.due_at, b.rates, a.code, a.version, a.state #> '{value,living}' IS NOT NULL AS is_living,
         to_char(d.year_from, 'YYYY-MM-DD') AS year_from, to_char(d.due_on, 'YYYY-MM-DD') AS due_on, d.times_late
    FROM bill_term d JOIN bill b ON b.id = d.bill_id JOIN application a ON a.id = b.application_id
   WHERE b.status = 'due' AND d.grows_on <= $1::date ORDER BY d.grows_on, b.id LIMIT $2 FOR UPDATE OF b, a SKIP LOCKED`;

const AT_ONCE = 100;

/**
 * Makes bills grow that are not paid by their day, as their law says: the bill is given up, and one with the surcharge is written in its place,
 * with a reference of its own. The first time a yearly fee is late, the licence's history says so, and its holder is told.
 */
export class ArrearsClerk {
  constructor(
    private readonly library: DefinitionLibrary,
    private readonly registrar: Pick<Registrar, 'receiveWithin'>,
  ) {}

  /** One round by the day of `now`. @returns how many bills grew. */
  async look(source: DataSource, now: Date): Promise<number> {
    return source.transaction(async (tx) => {
      const arrears: Arrears[] = await tx.query(GROWN, [bangkokDate(now), AT_ONCE]);
      for (const bill of arrears) await this.grow(tx, bill, bangkokDate(now));
      return arrears.length;
    });
  }

  private async grow(tx: EntityManager, bill: Arrears, today: string): Promise<void> {
    const late = bill.kind === 'annual' ? findYearlyRules(this.library, bill.code, bill.version)?.annual.late : this.library.getLicence(bill.code, bill.version).payment?.late;
    if (!late) throw new Error(`Bill ${bill.id} has a term, but ${bill.code} says nothing of late payments.`);
    const times = timesLate(late, bill.due_on, today);
    const lines = withSurcharge(bill.lines, late, times);
    await tx.query(`UPDATE bill SET status = 'cancelled' WHERE id = $1`, [bill.id]);
    await cancelJoint(tx, [bill.id]);
    const { application_id: applicationId, case_id: caseId, office, kind, asked_by: askedBy, due_at: dueAt, rates } = bill;
    const id = await writeBill(
      tx,
      { applicationId, caseId, office, kind, lines, ref1: await nextReference(tx, 'LP'), askedBy, dueAt, rates },
      { yearFrom: bill.year_from, dueOn: bill.due_on, timesLate: times, late },
    );
    if (!id) throw new Error(`The bill that takes the place of ${bill.id} was not written.`);
    if (kind !== 'annual' || bill.times_late > 0 || !bill.is_living) return;
    await this.registrar.receiveWithin(await clientOf(tx), {
      applicationId,
      type: 'annual.overdue',
      data: { yearFrom: bill.year_from, dueOn: bill.due_on, total: totalOf(lines) },
      actor: { kind: 'portal', job: 'arrears-clerk' },
      key: `annual.overdue:${id}`,
    });
  }
}
