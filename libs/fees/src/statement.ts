import type { OfficeStatement, StatementDay, StatementEntry } from '@anuyat/contract';
import { bangkokDate, csvOf } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

/**
 * Everything that moved for offices `$1` between `$2` and `$3`: money that settled a bill, money whose reference is a bill of theirs and that
 * settled none, and refunds on the day on which they were written down. What is for several offices and settled none is the administrators'.
 */
const ENTRIES = `
  SELECT l.at, 'received' AS kind, l.office, l.amount::bigint AS amount, l.receipt_number AS receipt, l.transaction_id AS reference, b.application_id, NULL AS remark
    FROM fee_ledger l JOIN bill b ON b.id = l.bill_id WHERE l.office = ANY($1) AND l.at >= $2 AND l.at < $3
  UNION ALL
  SELECT p.at, 'unmatched', b.office, coalesce(k.amount, p.amount), NULL, p.transaction_id, b.application_id, coalesce(r.how, coalesce(k.outcome, p.outcome))
    FROM payment p JOIN bill b ON b.ref1 = p.ref1
    LEFT JOIN LATERAL (SELECT amount, outcome FROM payment_correction WHERE transaction_id = p.transaction_id ORDER BY id DESC LIMIT 1) k ON true
    LEFT JOIN payment_resolution r ON r.transaction_id = p.transaction_id
   WHERE b.office = ANY($1) AND p.at >= $2 AND p.at < $3 AND p.outcome <> 'matched' AND coalesce(k.outcome, p.outcome) <> 'matched'
  UNION ALL
  SELECT s.at, 'refunded', f.office, f.amount::bigint, NULL, coalesce(w.reference, ''), f.application_id, w.way
    FROM fee_refund f JOIN fee_refund_settlement s ON s.refund_id = f.id LEFT JOIN fee_refund_way w ON w.refund_id = f.id
   WHERE f.office = ANY($1) AND s.how = 'given-back' AND s.at >= $2 AND s.at < $3`;

const DAYS = `
  SELECT to_char(e.at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS day, e.kind, count(*)::int AS entries, sum(e.amount)::text AS amount FROM (${ENTRIES}) e GROUP BY 1, 2 ORDER BY 1`;

const LINES = `
  SELECT e.at, e.kind, e.office, e.amount::text AS amount, e.receipt, e.reference, e.remark, a.number AS application, a.code, a.version, c.applicant_name AS payer
    FROM (${ENTRIES}) e JOIN application a ON a.id = e.application_id JOIN case_file c ON c.id = a.case_id ORDER BY e.at, e.reference`;

const OWED = `
  SELECT coalesce(sum(f.amount), 0)::text AS amount, count(*)::int AS entries FROM fee_refund f
   WHERE f.office = ANY($1) AND NOT EXISTS (SELECT FROM fee_refund_settlement s WHERE s.refund_id = f.id)`;

interface LineRow {
  at: Date;
  kind: StatementEntry['kind'];
  office: string;
  amount: string;
  receipt: string | null;
  reference: string;
  remark: string | null;
  application: string | null;
  code: string;
  version: number;
  payer: string;
}

const HEADINGS = ['day', 'kind', 'office', 'office_title', 'receipt', 'reference', 'application', 'licence', 'payer', 'received_baht', 'unmatched_baht', 'refunded_baht', 'remark'];

/** What was received, could not be matched, and was given back for offices in a month of the Christian calendar, by day; amounts in satang. */
export async function readStatement(source: DataSource, offices: readonly string[], month: string): Promise<OfficeStatement> {
  const rows: { day: string; kind: StatementEntry['kind']; entries: number; amount: string }[] = await source.query(DAYS, [offices, ...boundsOf(month)]);
  const [owed]: { amount: string; entries: number }[] = await source.query(OWED, [offices]);
  const days = [...new Set(rows.map(({ day }) => day))].map((day): StatementDay => ({ day, ...sumsOf(rows.filter((row) => row.day === day)) }));
  return {
    month,
    offices: offices.map((code) => ({ code, title: getOffice(code).title })),
    days,
    totals: sumsOf(rows),
    refundsDue: { entries: owed?.entries ?? 0, amount: Number(owed?.amount ?? 0) },
  };
}

/** The month entry by entry, as CSV; no cell of it is a formula. Baht with two decimals, each kind in a column of its own. */
export async function statementCsv(source: DataSource, library: DefinitionLibrary, offices: readonly string[], month: string): Promise<string> {
  const rows: LineRow[] = await source.query(LINES, [offices, ...boundsOf(month)]);
  return csvOf(HEADINGS, rows.map((row) => [
    bangkokDate(row.at), row.kind, row.office, getOffice(row.office).title.th, row.receipt ?? '', row.reference, row.application ?? '',
    textOf(library.getLicence(row.code, row.version).texts, 'title').th, row.payer, ...(['received', 'unmatched', 'refunded'] as const).map((kind) => (kind === row.kind ? baht(row.amount) : '')), row.remark ?? '',
  ]));
}

function sumsOf(rows: readonly { kind: StatementEntry['kind']; entries: number; amount: string }[]): Omit<StatementDay, 'day'> {
  const of = (kind: StatementEntry['kind']): StatementEntry => {
    const own = rows.filter((row) => row.kind === kind);
    return { kind, entries: own.reduce((sum, { entries }) => sum + entries, 0), amount: own.reduce((sum, { amount }) => sum + Number(amount), 0) };
  };
  return { received: of('received'), unmatched: of('unmatched'), refunded: of('refunded') };
}

/** From the first moment of the month to that of the next, Bangkok time. */
function boundsOf(month: string): [from: string, until: string] {
  const [year = 0, at = 0] = month.split('-').map(Number);
  const next = at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
  return [`${month}-01T00:00:00+07:00`, `${next}-01T00:00:00+07:00`];
}

function baht(satang: string): string {
  return (Number(satang) / 100).toFixed(2);
}
