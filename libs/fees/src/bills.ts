import type { BillView } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf } from '@anuyat/licence-kit';
import { findYearlyRules, type DefinitionLibrary } from '@anuyat/registrar';
import { billPayment } from 'promptparse/generate';
import type { DataSource } from 'typeorm';

interface BillRow {
  id: string;
  case_id: string;
  application_id: string;
  code: string;
  version: number;
  life_of: string | null;
  office: string;
  lines: { code: string; satang: number }[];
  total: number;
  status: BillView['status'];
  kind: BillView['kind'];
  refunds: BillView['refunds'] | null;
  due_at: Date | null;
  times_late: number | null;
  year_from: string | null;
  paid_at: Date | null;
  biller_id: string;
  ref1: string;
  ref2: string;
  receipt_number: string | null;
}

/** The stand-in for a bank, and the portal that it leads back to. */
export interface SandboxBank {
  url: string;
  portalUrl: string;
}

/** The bills of a case, itemised, with what a bank's app needs to pay them. */
export async function readBills(source: DataSource, library: DefinitionLibrary, which: { caseId: string } | { billId: string } | { applicationId: string }, sandbox?: SandboxBank): Promise<BillView[]> {
  const rows: BillRow[] = await source.query(
    `SELECT b.id, b.case_id, b.application_id, a.code, a.version, a.life_of, b.office, b.lines, b.total, b.status, b.due_at, b.paid_at,
            b.biller_id, b.ref1, b.ref2, b.receipt_number, b.kind, r.refunds,
            d.times_late, to_char(d.year_from, 'YYYY-MM-DD') AS year_from
       FROM bill b JOIN application a ON a.id = b.application_id LEFT JOIN bill_term d ON d.bill_id = b.id
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('amount', f.amount, 'recordedAt', f.recorded_at, 'given', CASE WHEN s.how IS NULL THEN NULL ELSE
                  jsonb_build_object('way', w.way, 'reference', coalesce(w.reference, ''), 'on', coalesce(w.given_on, (s.at AT TIME ZONE 'Asia/Bangkok')::date)) END) ORDER BY f.recorded_at) AS refunds
           FROM fee_refund f LEFT JOIN fee_refund_settlement s ON s.refund_id = f.id LEFT JOIN fee_refund_way w ON w.refund_id = f.id
          WHERE f.application_id = b.application_id AND b.status = 'paid' AND b.kind = 'fee' AND coalesce(s.how, '') <> 'replaced'
            AND (a.life_of IS NULL OR b.asked_by = (SELECT max(x.asked_by) FROM bill x WHERE x.application_id = b.application_id AND x.status = 'paid' AND x.kind = 'fee' AND x.asked_by < f.by_revision))) r ON true
      WHERE (b.case_id = $1 AND a.life_of IS NULL) OR b.id = $2 OR b.application_id = $3 ORDER BY b.created_at, b.id`,
    ['caseId' in which ? which.caseId : null, 'billId' in which ? which.billId : null, 'applicationId' in which ? which.applicationId : null],
  );
  return rows.map((row) => viewOf(row, library, sandbox));
}

function viewOf(row: BillRow, library: DefinitionLibrary, sandbox: SandboxBank | undefined): BillView {
  const yearly = row.kind === 'annual' ? findYearlyRules(library, row.code, row.version) : undefined;
  const { texts, payment } = yearly?.definition ?? library.getLicence(row.code, row.version);
  const late = row.kind === 'annual' ? yearly?.annual.late : payment?.late;
  return {
    id: row.id,
    caseId: row.case_id,
    applicationId: row.application_id,
    code: row.code,
    licenceNumber: row.life_of,
    licence: textOf(texts, 'title'),
    payee: getOffice(row.office).title,
    lines: row.lines.map(({ code, satang }) => ({ code, title: textOf(texts, `fees.${code}`), amount: satang })),
    total: row.total,
    status: row.status,
    kind: row.kind,
    refunds: (row.refunds ?? []).map((refund) => ({ ...refund, recordedAt: new Date(refund.recordedAt).toISOString() })),
    dueAt: row.due_at?.toISOString() ?? null,
    yearFrom: row.year_from,
    late: late && row.times_late !== null ? { percent: late.percent, per: late.per, times: row.times_late, citation: late.citation ?? null, isVerified: late.source.isVerified } : null,
    paidAt: row.paid_at?.toISOString() ?? null,
    billerId: row.biller_id,
    ref1: row.ref1,
    ref2: row.ref2,
    qr: billPayment({ billerId: row.biller_id, amount: row.total / 100, ref1: row.ref1, ref2: row.ref2 }),
    receiptNumber: row.receipt_number,
    ...(sandbox && row.status === 'due' ? { sandboxPayUrl: payUrl(sandbox, row) } : {}),
  };
}

/** A page of the sandbox's bank that pays what the references ask for. */
export function payUrl({ url, portalUrl }: SandboxBank, { biller_id, ref1, ref2, total, case_id, life_of }: Pick<BillRow, 'biller_id' | 'ref1' | 'ref2' | 'total' | 'case_id' | 'life_of'>): string {
  const order = new URLSearchParams({ billerId: biller_id, ref1, ref2, amount: (total / 100).toFixed(2), back: life_of === null ? `${portalUrl}/my/cases/${case_id}` : `${portalUrl}/my/licences/${encodeURIComponent(life_of)}` });
  return `${url}/bank/pay?${order.toString()}`;
}
