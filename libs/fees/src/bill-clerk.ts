import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { itemiseFees, withRates, type CaseAnswers, type Facts } from '@anuyat/licence-kit';
import { factsOf, IS_RENEWED_LATE, IS_RESTING, payeesOf, type DefinitionLibrary, type FilingKind, type GovernmentCalendar, type LaneOffice, type Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { writeBill } from './bill-writer';
import { collectingOffice } from './payee';
import { nextReference } from './references';
import { cancelJoint } from './settlement';

interface ApplicationFacts {
  code: string;
  version: number;
  number: string;
  status: string;
  offices: Record<string, LaneOffice>;
  answers: CaseAnswers;
  place: Record<string, string | null> | null;
  filed_on: string | null;
  filing_kind: FilingKind;
  is_late: boolean;
  /** It renews or changes a licence that stands revoked. */
  is_resting: boolean;
  /** The licence that is renewed by paying; null for an application. */
  life_of: string | null;
  /** The event that last asked a licence's holder to pay, while it is still to be paid. */
  asked_by: number | null;
  term: string | null;
  today: string;
  pay_by: Date | null;
}

/**
 * Of a licence's life: the answers that it now stands on, which are those of the last filing that changed it; the event that last asked for
 * money, unless it was paid or taken back since; and until when.
 */
const LIFE_OF_BILL = `
  LEFT JOIN LATERAL (
    SELECT f.answers, f.place FROM licence_edition e JOIN application made ON made.id = e.by_application AND made.life_of IS NULL JOIN case_file f ON f.id = made.case_id
     WHERE e.number = a.life_of ORDER BY e.edition DESC LIMIT 1) source ON a.life_of IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT h.revision FROM history h WHERE h.application_id = a.id AND h.effects @> '[{"type": "requestPayment"}]' ORDER BY h.revision DESC LIMIT 1) asked
       ON a.state #>> '{value,living,term}' IN ('renewable', 'lapsed')
  LEFT JOIN LATERAL (
    SELECT t.due_at FROM timer t WHERE t.application_id = a.id AND t.stopped_at IS NULL AND t.fired_at IS NULL AND t.name IN ('term.end', 'term.late')
     ORDER BY t.due_at LIMIT 1) due ON a.life_of IS NOT NULL`;

/** Writes an application's bill when its fee is due, and cancels it when the application ends unpaid. */
export class BillClerk implements EffectProcessor {
  readonly effects = ['requestPayment', 'cancelPayment', 'cancelBill'] as const;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly registrar: Registrar,
    private readonly calendar: Pick<GovernmentCalendar, 'dueAt'>,
  ) {}

  async performAll(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) await this.perform(tx, row);
  }

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    if (row.effect !== 'requestPayment') return cancelBills(tx, row);
    const facts = await readFacts(tx, row.applicationId);
    if (facts.is_resting) return;
    if (facts.life_of === null ? facts.status !== 'awaiting-payment' : facts.asked_by !== row.revision) return;
    const definition = this.library.getLicence(facts.code, facts.version);
    const charged = { ...feeFacts(facts), rates: this.library.rates.on(definition, payeesOf(definition, facts.offices), facts.life_of === null ? facts.filed_on ?? facts.today : facts.today) };
    const lines = itemiseFees(definition, charged);
    if (lines.length === 0) return this.settleNothing(tx, row);
    await cancelBills(tx, { ...row, effect: 'cancelPayment' });
    const { payment } = definition;
    const dueAt = facts.life_of === null && payment ? this.calendar.dueAt(new Date(), payment.days, 'calendar') : facts.pay_by;
    await writeBill(
      tx,
      {
        applicationId: row.applicationId, caseId: row.caseId, office: collectingOffice(facts.offices, definition.lanes[0]?.id), kind: 'fee', lines,
        ref1: facts.life_of === null && !(await wasBilled(tx, row.applicationId)) ? referenceOf(facts.number) : await nextReference(tx, facts.life_of === null ? 'AB' : 'RN'),
        askedBy: row.revision, dueAt, rates: withRates(definition, charged)['rates'] ?? {},
      },
      payment && dueAt ? { yearFrom: null, dueOn: bangkokDate(dueAt), timesLate: 0, late: payment.late } : undefined,
    );
  }

  /** An answer that another application's office asked for has made the fee nothing since the last approval: there is nothing to wait for. */
  private async settleNothing(tx: EntityManager, row: OutboxRow): Promise<void> {
    await this.registrar.receiveWithin(await clientOf(tx), {
      applicationId: row.applicationId,
      type: 'fee.paid',
      data: { total: 0 },
      actor: { kind: 'portal', job: 'bill-clerk' },
      key: `nothing-due:${row.id}`,
    });
  }
}

/** A bill that was asked for after this event stays; a year that was owed before the licence ended stays owed. */
async function cancelBills(tx: EntityManager, { applicationId, revision, effect }: OutboxRow): Promise<void> {
  const until = effect === 'cancelPayment' ? revision : null;
  await tx.query(`UPDATE bill SET status = 'cancelled' WHERE application_id = $1 AND status = 'due' AND (kind = 'fee' AND ($2::int IS NULL OR asked_by < $2) OR kind = 'annual' AND $2::int IS NULL AND due_at > clock_timestamp())`, [applicationId, until]);
  const bills: { id: string }[] = await tx.query(`SELECT id FROM bill WHERE application_id = $1 AND status = 'cancelled'`, [applicationId]);
  await cancelJoint(tx, bills.map(({ id }) => id));
}

/** A renewal is reckoned on the day of its bill, an application on the day of its filing. */
function feeFacts({ answers, place, filed_on, filing_kind, is_late: isLate, life_of, term, today }: ApplicationFacts): Facts {
  if (life_of === null) return factsOf({ answers, answersRevision: 0, place, filedOn: filed_on, filingKind: filing_kind, isLate });
  const facts = factsOf({ answers, answersRevision: 0, place, filedOn: today, filingKind: 'renewal' });
  return { ...facts, filing: { ...(facts['filing'] as Facts), late: term === 'lapsed' } };
}

async function wasBilled(tx: EntityManager, applicationId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`SELECT 1 FROM bill WHERE application_id = $1 LIMIT 1`, [applicationId]);
  return rows.length > 0;
}

/**
 * The application's number as Ref 1 of a Thai QR bill payment.
 * @throws when it has more than the 20 letters and digits that fit: cut off, it could be another's.
 */
function referenceOf(number: string): string {
  const reference = number.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (reference.length > 20) throw new Error(`The number ${number} is too long to be paid by.`);
  return reference;
}

async function readFacts(tx: EntityManager, applicationId: string): Promise<ApplicationFacts> {
  const [facts]: ApplicationFacts[] = await tx.query(
    `SELECT a.code, a.version, a.number, a.status, a.offices, a.life_of, a.state #>> '{value,living,term}' AS term, c.filing_kind, ${IS_RENEWED_LATE} AS is_late, a.life_of IS NULL AND ${IS_RESTING} AS is_resting,
            coalesce(source.answers, c.answers) AS answers, coalesce(source.place, c.place) AS place, asked.revision AS asked_by, due.due_at AS pay_by,
            to_char(clock_timestamp() AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS today,
            to_char(c.received_at_legal AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS filed_on
       FROM application a JOIN case_file c ON c.id = a.case_id ${LIFE_OF_BILL} WHERE a.id = $1 FOR UPDATE OF a`,
    [applicationId],
  );
  if (!facts) throw new Error(`There is no application ${applicationId}.`);
  return facts;
}
