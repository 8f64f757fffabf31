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

/** The register of issued licences. Whether one is valid is worked out at the reading, never stored as a promise. */
export class LicenceRegister {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {}

  async ofCase(caseId: string): Promise<LicenceView[]> {
    return (await this.query(`WHERE case_id = $1 ORDER BY issued_at, number`, caseId)).map((row) => this.viewOf(row));
  }

  async ofAccount(accountId: string): Promise<LicenceView[]> {
    return (await this.query(`WHERE account_id = $1 ORDER BY issued_at DESC, number`, accountId)).map((row) => this.viewOf(row));
  }

  async find(number: string): Promise<LicenceRow | undefined> {
    return (await this.query(`WHERE number = $1`, number))[0];
  }

  /** What anybody may know of a licence. `paperKey` is what the paper's own QR code says. */
  async verify(number: string, paperKey?: string): Promise<LicenceVerification> {
    const row = await this.find(number);
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

  private async query(where: 'WHERE case_id = $1 ORDER BY issued_at, number' | 'WHERE account_id = $1 ORDER BY issued_at DESC, number' | 'WHERE number = $1', value: string): Promise<LicenceRow[]> {
    return this.source.query(`SELECT ${COLUMNS} FROM licence ${where}`, [value]);
  }
}

function sameKey(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
