import { Refusal, type FieldProblem, type GiveBack, type PersonActor, type RefundDue, type RefundWay } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { bangkokDate, isIsoDate } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf } from '@anuyat/licence-kit';
import { actorRecord, type DefinitionLibrary, type Registrar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';

interface RefundRow {
  id: string;
  code: string;
  version: number;
  case_id: string;
  case_number: string | null;
  application_number: string | null;
  applicant_name: string;
  office: string;
  amount: number;
  paid: number;
  fee: number;
  recorded_at: Date;
  note: string | null;
  actor: { name?: { th: string; en: string } } | null;
  given_at: Date | null;
  way: RefundWay | null;
  reference: string | null;
  given_on: string | null;
}

const REFUNDS = `
  SELECT r.id, a.code, a.version, r.case_id, c.number AS case_number, a.number AS application_number, c.applicant_name, r.office, r.amount, r.paid, r.fee, r.recorded_at,
         s.note, s.actor, s.at AS given_at, w.way, w.reference, to_char(w.given_on, 'YYYY-MM-DD') AS given_on
    FROM fee_refund r JOIN application a ON a.id = r.application_id JOIN case_file c ON c.id = r.case_id
    LEFT JOIN fee_refund_settlement s ON s.refund_id = r.id LEFT JOIN fee_refund_way w ON w.refund_id = r.id
   WHERE (s.how IS NULL OR ($1 AND s.how = 'given-back')) AND ($2::text[] IS NULL OR r.office = ANY($2)) AND ($3::uuid IS NULL OR r.id = $3)
   ORDER BY s.how IS NOT NULL, r.recorded_at DESC, r.id LIMIT 200`;

/** Which refunds are meant; without offices everybody's. */
export interface RefundFilter {
  withGiven: boolean;
  offices?: readonly string[];
  id?: string;
}

/** Fees that became less after they were paid: those that are due first, and the newest of them; those given back only where asked for. */
export async function readRefunds(source: DataSource | EntityManager, library: DefinitionLibrary, { withGiven, offices, id }: RefundFilter): Promise<RefundDue[]> {
  const rows: RefundRow[] = await source.query(REFUNDS, [withGiven, offices ?? null, id ?? null]);
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    applicationNumber: row.application_number,
    licence: textOf(library.getLicence(row.code, row.version).texts, 'title'),
    applicant: row.applicant_name,
    office: getOffice(row.office).title,
    officeCode: row.office,
    amount: row.amount,
    paid: row.paid,
    fee: row.fee,
    recordedAt: row.recorded_at.toISOString(),
    given: row.given_at ? { way: row.way, reference: row.reference ?? '', on: row.given_on ?? bangkokDate(row.given_at), note: row.note ?? '', by: row.actor?.name ?? { th: '', en: '' }, at: row.given_at.toISOString() } : null,
  }));
}

/** Writes down how refunds were given back. Whether the actor may is asked before. */
export class RefundClerk {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly registrar: Pick<Registrar, 'receiveWithin' | 'wakeCourier'>,
  ) {}

  /**
   * Writes down that a refund was given back, by which way, under which reference and on which day, with who says so; once. It is a line of the
   * application's history, and the applicant is told.
   * @throws Refusal `not-found` for one that is not due of these offices, `key-reused` for one that was settled otherwise, `answers-invalid`
   *   with the fields that are not right.
   */
  async giveBack(actor: PersonActor, id: string, given: GiveBack, offices?: readonly string[]): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [row]: { application_id: string }[] = await tx.query(`SELECT r.application_id FROM fee_refund r JOIN application a ON a.id = r.application_id WHERE r.id = $1 FOR UPDATE OF a`, [id]);
      const [refund] = row ? await readRefunds(tx, this.library, { withGiven: true, id, ...(offices ? { offices } : {}) }) : [];
      if (!row || !refund) throw new Refusal('not-found');
      if (refund.given) {
        if (refund.given.reference !== given.reference.trim() || refund.given.on !== given.on || refund.given.way !== given.way) throw new Refusal('key-reused');
        return;
      }
      const fields = problemsOf(given, bangkokDate(new Date(refund.recordedAt)), bangkokDate(new Date()));
      if (fields.length > 0) throw new Refusal('answers-invalid', { fields });
      await this.write(tx, actor, { id, amount: refund.amount, applicationId: row.application_id }, given);
    });
    this.registrar.wakeCourier();
  }

  private async write(tx: EntityManager, actor: PersonActor, refund: { id: string; amount: number; applicationId: string }, { way, reference, on, note = '' }: GiveBack): Promise<void> {
    await tx.query(`INSERT INTO fee_refund_settlement (refund_id, how, note, actor) VALUES ($1, 'given-back', $2, $3)`, [refund.id, note.trim(), JSON.stringify(actorRecord(actor))]);
    await tx.query(`INSERT INTO fee_refund_way (refund_id, way, reference, given_on) VALUES ($1, $2, $3, $4)`, [refund.id, way, reference.trim(), on]);
    await this.registrar.receiveWithin(await clientOf(tx), {
      applicationId: refund.applicationId,
      type: 'fee.refunded',
      data: { refundId: refund.id, amount: refund.amount, way, reference: reference.trim(), on },
      actor: { kind: 'portal', job: 'refund-clerk' },
      key: `fee.refunded:${refund.id}`,
    });
  }
}

function problemsOf({ on }: GiveBack, recordedOn: string, today: string): FieldProblem[] {
  const problem = (code: string, th: string, en: string): FieldProblem[] => [{ path: 'on', code, message: { th, en } }];
  if (!isIsoDate(on)) return problem('no-such-day', 'ไม่มีวันนี้ในปฏิทิน', 'There is no such day.');
  if (on > today) return problem('in-the-future', 'ต้องไม่เป็นวันในอนาคต', 'It cannot be in the future.');
  return on < recordedOn ? problem('before-it-was-due', 'ต้องไม่ก่อนวันที่บันทึกว่าต้องคืน', 'It cannot be before the refund was recorded.') : [];
}
