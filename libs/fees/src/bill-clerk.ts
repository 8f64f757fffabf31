import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { itemiseFees, type CaseAnswers } from '@anuyat/licence-kit';
import { factsOf, type DefinitionLibrary, type LaneOffice } from '@anuyat/registrar';
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

  constructor(private readonly library: DefinitionLibrary) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    if (row.effect === 'cancelBill') {
      await tx.query(`UPDATE bill SET status = 'cancelled' WHERE application_id = $1 AND status = 'due'`, [row.applicationId]);
      return;
    }
    const facts = await readFacts(tx, row.applicationId);
    if (facts.status !== 'awaiting-payment') return;
    const definition = this.library.getLicence(facts.code, facts.version);
    const lines = itemiseFees(definition, factsOf({ answers: facts.answers, answersRevision: 0, place: facts.place, filedOn: facts.filed_on }));
    const total = lines.reduce((sum, { satang }) => sum + satang, 0);
    const id = uuidv7();
    await tx.query(
      `INSERT INTO bill (id, application_id, case_id, office, lines, total, status, biller_id, ref1, ref2)
       VALUES ($1, $2, $3, $4, $5, $6, 'due', $7, $8, $9) ON CONFLICT (application_id) DO NOTHING`,
      [id, row.applicationId, row.caseId, collectingOffice(facts, definition.lanes[0]?.id), JSON.stringify(lines), total, SANDBOX_BILLER_ID, referenceOf(facts.number), id.slice(-12).toUpperCase()],
    );
  }
}

/** The first lane's office collects: it is the one that the law names as licensor. */
function collectingOffice({ offices }: ApplicationFacts, lane: string | undefined): string {
  const office = lane ? offices[lane]?.office : undefined;
  if (!office) throw new Error('The application has no office to pay to.');
  return office;
}

/** At most 20 letters and digits, as Thai QR bill payment allows for Ref 1. */
function referenceOf(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 20);
}

async function readFacts(tx: EntityManager, applicationId: string): Promise<ApplicationFacts> {
  const [facts]: ApplicationFacts[] = await tx.query(
    `SELECT a.code, a.version, a.number, a.status, a.offices, c.answers, c.place,
            to_char(c.received_at_legal AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS filed_on
       FROM application a JOIN case_file c ON c.id = a.case_id WHERE a.id = $1 FOR SHARE OF a`,
    [applicationId],
  );
  if (!facts) throw new Error(`There is no application ${applicationId}.`);
  return facts;
}
