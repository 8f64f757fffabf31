import { clientOf } from '@anuyat/database';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { itemiseFees, totalOf, type CaseAnswers } from '@anuyat/licence-kit';
import { factsOf, type DefinitionLibrary, type LaneOffice, type Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

interface ApplicationFacts {
  code: string;
  version: number;
  number: string;
  status: string;
  offices: Record<string, LaneOffice>;
  answers: CaseAnswers;
  place: Record<string, string | null> | null;
  filed_on: string | null;
}

/**
 * The biller of the state's offices in the sandbox: the dummy id of a state body and its two-digit suffix.
 * An office's own biller id comes with its contract with the bank.
 */
export const SANDBOX_BILLER_ID = '099300009999100';

/** Writes an application's bill when its fee is due, and cancels it when the application ends unpaid. */
export class BillClerk implements EffectProcessor {
  readonly effects = ['requestPayment', 'cancelBill'] as const;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly registrar: Registrar,
  ) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    if (row.effect === 'cancelBill') {
      await tx.query(`UPDATE bill SET status = 'cancelled' WHERE application_id = $1 AND status = 'due'`, [row.applicationId]);
      return;
    }
    const facts = await readFacts(tx, row.applicationId);
    if (facts.status !== 'awaiting-payment') return;
    const definition = this.library.getLicence(facts.code, facts.version);
    const lines = itemiseFees(definition, factsOf({ answers: facts.answers, answersRevision: 0, place: facts.place, filedOn: facts.filed_on }));
    if (lines.length === 0) return this.settleNothing(tx, row);
    const id = uuidv7();
    await tx.query(
      `INSERT INTO bill (id, application_id, case_id, office, lines, total, status, biller_id, ref1, ref2)
       VALUES ($1, $2, $3, $4, $5, $6, 'due', $7, $8, $9) ON CONFLICT (application_id) DO NOTHING`,
      [
        id, row.applicationId, row.caseId, collectingOffice(facts, definition.lanes[0]?.id), JSON.stringify(lines), totalOf(lines), SANDBOX_BILLER_ID,
        referenceOf(facts.number), id.slice(-12).toUpperCase(),
      ],
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

/** The first lane's office collects: it is the one that the law names as licensor. */
function collectingOffice({ offices }: ApplicationFacts, lane: string | undefined): string {
  const office = lane ? offices[lane]?.office : undefined;
  if (!office) throw new Error('The application has no office to pay to.');
  return office;
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
    `SELECT a.code, a.version, a.number, a.status, a.offices, c.answers, c.place,
            to_char(c.received_at_legal AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS filed_on
       FROM application a JOIN case_file c ON c.id = a.case_id WHERE a.id = $1 FOR UPDATE OF a`,
    [applicationId],
  );
  if (!facts) throw new Error(`There is no application ${applicationId}.`);
  return facts;
}
