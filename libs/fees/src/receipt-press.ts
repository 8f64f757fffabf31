import { readsAs, type Standing } from '@anuyat/access';
import type { PersonActor } from '@anuyat/contract';
import { bangkokDate, formatDate, formatMoney, bahtInWords } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf } from '@anuyat/licence-kit';
import { findYearlyRules, type DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { receiptTemplate } from './receipt-template';

/** What sets a text as PDF; the portal's one typesetter. */
export interface Setter {
  set(text: string, inputs: readonly Record<string, string>[], createdAt: Date): Buffer;
}

interface ReceiptRow {
  code: string;
  version: number;
  kind: 'fee' | 'supplement' | 'annual';
  office: string;
  account_id: string;
  applicant_name: string;
  application_number: string | null;
  lines: { code: string; satang: number }[];
  total: number;
  paid_at: Date;
  receipt_number: string;
  transaction_id: string;
}

const RECEIPT = `
  SELECT a.code, a.version, b.kind, b.office, a.account_id, c.applicant_name, a.number AS application_number, b.lines, b.total, b.paid_at, b.receipt_number,
         coalesce(l.transaction_id, '') AS transaction_id
    FROM bill b JOIN application a ON a.id = b.application_id JOIN case_file c ON c.id = b.case_id
    LEFT JOIN fee_ledger l ON l.bill_id = b.id
   WHERE b.id = $1 AND b.status = 'paid' AND b.receipt_number IS NOT NULL`;

/** Prints receipts: Thai with English below, numbered by office and year, the same bytes whenever it is printed. */
export class ReceiptPress {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly setter: Setter,
  ) {}

  /** The receipt of a bill that was paid; undefined for one that was not, and for whoever neither paid nor collects it. */
  async find(billId: string, reader: PersonActor): Promise<{ number: string; paper: Buffer; as: Standing } | undefined> {
    const [row]: ReceiptRow[] = await this.source.query(RECEIPT, [billId]);
    if (!row) return undefined;
    const as = readsAs(reader, 'receipt', { accountId: row.account_id, state: 'ended', offices: [row.office] });
    if (!as) return undefined;
    const paper = this.setter.set(receiptTemplate, [{ receipt: JSON.stringify(this.wordsOf(row)) }], row.paid_at);
    return { number: row.receipt_number, paper, as };
  }

  private wordsOf(row: ReceiptRow) {
    const yearly = row.kind === 'annual' ? findYearlyRules(this.library, row.code, row.version) : undefined;
    const { texts } = yearly?.definition ?? this.library.getLicence(row.code, row.version);
    const day = bangkokDate(row.paid_at);
    const office = getOffice(row.office);
    return {
      number: row.receipt_number,
      office: office.title,
      agency: office.agency.title,
      day: { th: formatDate(day, 'th'), en: formatDate(day, 'en') },
      payer: row.applicant_name,
      licence: textOf(texts, 'title'),
      application: row.application_number ?? '',
      lines: row.lines.map(({ code, satang }) => ({ title: textOf(texts, `fees.${code}`), amount: formatMoney(satang, 'th', 'always') })),
      total: formatMoney(row.total, 'th', 'always'),
      words: bahtInWords(row.total),
      transaction: row.transaction_id,
    };
  }
}
