import { timingSafeEqual } from 'node:crypto';
import type { LicenceVerification, LicenceView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf, type Text } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

/** An issued licence as the table holds it. */
export interface LicenceRow {
  number: string;
  application_id: string;
  case_id: string;
  account_id: string;
  code: string;
  version: number;
  office: string;
  holder: string;
  business_name: string | null;
  place_th: string;
  place_en: string;
  conditions: Text[];
  issued_on: string;
  valid_until: string | null;
  status: 'valid' | 'suspended' | 'revoked';
  paper_key: string;
}

const COLUMNS = `number, application_id, case_id, account_id, code, version, office, holder, business_name, place_th, place_en, conditions,
  to_char(issued_on, 'YYYY-MM-DD') AS issued_on, to_char(valid_until, 'YYYY-MM-DD') AS valid_until, status, paper_key`;

const OF_CASE = `SELECT ${COLUMNS} FROM licence WHERE case_id = $1 ORDER BY issued_at, number`;
const OF_ACCOUNT = `SELECT ${COLUMNS} FROM licence WHERE account_id = $1 ORDER BY issued_at DESC, number`;
const BY_NUMBER = `SELECT ${COLUMNS} FROM licence WHERE number = $1`;

/** The register of issued licences. Whether one is valid is worked out at the reading, never stored as a promise. */
export class LicenceRegister {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {}

  async ofCase(caseId: string): Promise<LicenceView[]> {
    const rows: LicenceRow[] = await this.source.query(OF_CASE, [caseId]);
    return rows.map((row) => this.viewOf(row));
  }

  async ofAccount(accountId: string): Promise<LicenceView[]> {
    const rows: LicenceRow[] = await this.source.query(OF_ACCOUNT, [accountId]);
    return rows.map((row) => this.viewOf(row));
  }

  async find(number: string): Promise<LicenceRow | undefined> {
    const [row]: LicenceRow[] = await this.source.query(BY_NUMBER, [number]);
    return row;
  }

  /** What anybody may know of a licence, by its number however it is typed. `paperKey` is what the paper's own QR code says. */
  async verify(number: string, paperKey?: string): Promise<LicenceVerification> {
    const row = await this.find(number.trim().toUpperCase());
    const checkedAt = new Date().toISOString();
    if (!row) return { isFound: false, checkedAt };
    const { applicationId: _, caseId: __, ...view } = this.viewOf(row);
    return {
      isFound: true,
      ...(paperKey === undefined ? {} : { isPaperGenuine: sameKey(paperKey, row.paper_key) }),
      checkedAt,
      licence: { ...view, place: row.place_th, conditions: row.conditions },
    };
  }

  viewOf(row: LicenceRow): LicenceView {
    const { kind, texts } = this.library.getLicence(row.code, row.version);
    const isOver = row.valid_until !== null && row.valid_until < bangkokDate(new Date());
    return {
      number: row.number,
      applicationId: row.application_id,
      caseId: row.case_id,
      code: row.code,
      kind,
      title: textOf(texts, 'output'),
      holder: row.holder,
      businessName: row.business_name ? { th: row.business_name, en: row.business_name } : null,
      issuedBy: getOffice(row.office),
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      status: row.status === 'valid' && isOver ? 'expired' : row.status,
    };
  }
}

function sameKey(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
