import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { itemiseFees, totalOf, withRates, type CaseAnswers, type Facts, type FeeAmount } from '@anuyat/licence-kit';
import { factsOf, IS_RENEWED_LATE, payeesOf, type DefinitionLibrary, type FilingKind, type LaneOffice } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { writeBill } from './bill-writer';
import { collectingOffice } from './payee';
import { nextReference } from './references';
import { cancelJoint } from './settlement';

interface Charged {
  code: string;
  version: number;
  offices: Record<string, LaneOffice>;
  answers: CaseAnswers;
  place: Record<string, string | null> | null;
  filed_on: string;
  filing_kind: FilingKind;
  is_late: boolean;
}

const CHARGED = `
  SELECT a.code, a.version, a.offices, c.answers, c.place, c.filing_kind, ${IS_RENEWED_LATE} AS is_late, to_char(c.received_at_legal AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS filed_on
    FROM application a JOIN case_file c ON c.id = a.case_id WHERE a.id = $1 FOR UPDATE OF a`;

/** Refunds that nobody has given back yet give way to what is recorded now. */
const REPLACE_REFUNDS = `
  INSERT INTO fee_refund_settlement (refund_id, how, note, actor)
  SELECT r.id, 'replaced', '', $2 FROM fee_refund r LEFT JOIN fee_refund_settlement s ON s.refund_id = r.id WHERE r.application_id = $1 AND s.refund_id IS NULL`;

const GIVE_UP_SUPPLEMENTS = `UPDATE bill SET status = 'cancelled' WHERE application_id = $1 AND kind = 'supplement' AND status = 'due' AND asked_by < $2 RETURNING id`;

const PAID = `SELECT lines FROM bill WHERE application_id = $1 AND status = 'paid' ORDER BY created_at`;

const GIVEN_BACK = `
  SELECT coalesce(sum(r.amount), 0)::int AS amount FROM fee_refund r JOIN fee_refund_settlement s ON s.refund_id = r.id
   WHERE r.application_id = $1 AND s.how = 'given-back'`;

const actor = { kind: 'portal', job: 'difference-clerk' } as const;

/**
 * Settles a fee that a correction changed after it was paid: what is missing is billed, what is too much is recorded as a refund that is
 * due. Reckoned from everything that was paid and given back so far, so that several corrections come to the same as one.
 */
export class DifferenceClerk implements EffectProcessor {
  readonly effects = ['settleDifference'] as const;

  constructor(private readonly library: DefinitionLibrary) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const [charged]: Charged[] = await tx.query(CHARGED, [row.applicationId]);
    if (!charged || (await isSettledLater(tx, row))) return;
    const definition = this.library.getLicence(charged.code, charged.version);
    const facts = this.factsOf(charged);
    const lines = itemiseFees(definition, facts);
    const [givenUp]: [{ id: string }[]] = await tx.query(GIVE_UP_SUPPLEMENTS, [row.applicationId, row.revision]);
    await cancelJoint(tx, givenUp.map(({ id }) => id));
    await tx.query(REPLACE_REFUNDS, [row.applicationId, JSON.stringify(actor)]);
    const bills: { lines: FeeAmount[] }[] = await tx.query(PAID, [row.applicationId]);
    const [back]: { amount: number }[] = await tx.query(GIVEN_BACK, [row.applicationId]);
    const [fee, paid] = [totalOf(lines), totalOf(bills.flatMap((bill) => bill.lines)) - (back?.amount ?? 0)];
    const office = collectingOffice(charged.offices, definition.lanes[0]?.id);
    if (fee > paid) await bill(tx, row, { office, lines: differenceOf(lines, bills.flatMap((one) => one.lines), back?.amount ?? 0), rates: withRates(definition, facts)['rates'] ?? {} });
    if (fee < paid) {
      await tx.query(`INSERT INTO fee_refund (id, application_id, case_id, office, amount, paid, fee, by_revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`, [
        uuidv7(), row.applicationId, row.caseId, office, paid - fee, paid, fee, row.revision,
      ]);
    }
  }

  private factsOf({ code, version, offices, answers, place, filed_on, filing_kind, is_late: isLate }: Charged): Facts {
    const facts = factsOf({ answers, answersRevision: 0, place, filedOn: filed_on, filingKind: filing_kind, isLate });
    const definition = this.library.getLicence(code, version);
    return { ...facts, rates: this.library.rates.on(definition, payeesOf(definition, offices), filed_on) };
  }
}

/** What was settled by a later step already knows these answers. */
async function isSettledLater(tx: EntityManager, { applicationId, revision }: OutboxRow): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM bill WHERE application_id = $1 AND kind = 'supplement' AND asked_by >= $2 UNION ALL SELECT 1 FROM fee_refund WHERE application_id = $1 AND by_revision >= $2 LIMIT 1`,
    [applicationId, revision],
  );
  return rows.length > 0;
}

async function bill(tx: EntityManager, { applicationId, caseId, revision }: OutboxRow, { office, lines, rates }: { office: string; lines: FeeAmount[]; rates: unknown }): Promise<void> {
  await writeBill(tx, { applicationId, caseId, office, kind: 'supplement', lines, ref1: await nextReference(tx, 'SB'), askedBy: revision, dueAt: null, rates });
}

/** What is missing line by line; a line that fell is set off against the others, and what was given back is asked for again with the first. */
function differenceOf(lines: readonly FeeAmount[], paid: readonly FeeAmount[], givenBack: number): FeeAmount[] {
  const codes = [...new Set([...lines, ...paid].map(({ code }) => code))];
  const sum = (all: readonly FeeAmount[], code: string): number => totalOf(all.filter((line) => line.code === code));
  return codes
    .map((code, at) => ({ code, satang: sum(lines, code) - sum(paid, code) + (at === 0 ? givenBack : 0) }))
    .filter(({ satang }) => satang !== 0);
}
