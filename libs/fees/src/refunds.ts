import { Refusal, type PersonActor, type RefundDue } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf } from '@anuyat/licence-kit';
import { actorRecord, type DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

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
}

const REFUNDS = `
  SELECT r.id, a.code, a.version, r.case_id, c.number AS case_number, a.number AS application_number, c.applicant_name, r.office, r.amount, r.paid, r.fee, r.recorded_at,
         s.note, s.actor, s.at AS given_at
    FROM fee_refund r JOIN application a ON a.id = r.application_id JOIN case_file c ON c.id = r.case_id LEFT JOIN fee_refund_settlement s ON s.refund_id = r.id
   WHERE (s.how IS NULL OR ($1 AND s.how = 'given-back')) ORDER BY r.recorded_at DESC, r.id LIMIT 200`;

/** Fees that became less after they were paid, newest first; what was given back is left out unless it is asked for. */
export async function readRefunds(source: DataSource, library: DefinitionLibrary, { withGiven }: { withGiven: boolean }): Promise<RefundDue[]> {
  const rows: RefundRow[] = await source.query(REFUNDS, [withGiven]);
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    applicationNumber: row.application_number,
    licence: textOf(library.getLicence(row.code, row.version).texts, 'title'),
    applicant: row.applicant_name,
    office: getOffice(row.office).title,
    amount: row.amount,
    paid: row.paid,
    fee: row.fee,
    recordedAt: row.recorded_at.toISOString(),
    given: row.given_at ? { note: row.note ?? '', by: row.actor?.name ?? { th: '', en: '' }, at: row.given_at.toISOString() } : null,
  }));
}

/**
 * Writes down how a refund was given back, with who says so; once.
 * @throws Refusal `not-found` for one that is not due, `key-reused` for one that was settled otherwise.
 */
export async function settleRefund(source: DataSource, library: DefinitionLibrary, actor: PersonActor, id: string, note: string): Promise<void> {
  const refund = (await readRefunds(source, library, { withGiven: true })).find((one) => one.id === id);
  if (!refund) throw new Refusal('not-found');
  if (refund.given && refund.given.note !== note) throw new Refusal('key-reused');
  await source.query(`INSERT INTO fee_refund_settlement (refund_id, how, note, actor) VALUES ($1, 'given-back', $2, $3) ON CONFLICT DO NOTHING`, [id, note, JSON.stringify(actorRecord(actor))]);
}
