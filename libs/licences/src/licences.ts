import { timingSafeEqual } from 'node:crypto';
import type { Matter } from '@anuyat/access';
import type { LicenceStanding, LicenceVerification, LicenceView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf, type Text } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

/** Events after which a licence may stand otherwise. */
const STANDING_EVENTS = [
  'register.suspended', 'register.suspendedAtOnce', 'register.suspensionEnded', 'register.lifted', 'register.revoked', 'register.annulled', 'cancelled', 'term.ended', 'licence.renewed',
  'renewal.opened',
];

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
  valid_from: string;
  valid_until: string | null;
  edition: number;
  status: LicenceStanding;
  /** The application that is its life; null until one was opened. */
  life_id: string | null;
  since: Date | null;
  paper_key: string;
}

/** A licence for the policy: its holder's and its office's, which look after it for as long as it is there. */
export function matterOf({ account_id, office }: Pick<LicenceRow, 'account_id' | 'office'>): Matter {
  return { accountId: account_id, state: 'open', offices: [office] };
}

/** The columns of a licence `l` with its life `a`. */
export const LICENCE_COLUMNS = `l.number, l.application_id, l.case_id, l.account_id, l.code, l.version, l.office, l.holder, l.business_name, l.place_th, l.place_en, l.conditions,
  to_char(l.issued_on, 'YYYY-MM-DD') AS issued_on, to_char(l.valid_from, 'YYYY-MM-DD') AS valid_from, to_char(l.valid_until, 'YYYY-MM-DD') AS valid_until, l.edition,
  l.paper_key, a.id AS life_id, coalesce(a.status, l.status) AS status, since.at AS since`;

/** When a licence came to stand as it does: the last event after which it did, and before which it did not. */
export const LICENCE_WITH_LIFE = `
  licence l LEFT JOIN application a ON a.life_of = l.number
  LEFT JOIN LATERAL (SELECT h.at FROM history h WHERE h.application_id = a.id AND h.type = ANY('{${STANDING_EVENTS.join(',')}}') ORDER BY h.revision DESC LIMIT 1) since ON true`;

const OF_CASE = `SELECT ${LICENCE_COLUMNS} FROM ${LICENCE_WITH_LIFE} WHERE l.case_id = $1 ORDER BY l.issued_at, l.number`;
const OF_ACCOUNT = `SELECT ${LICENCE_COLUMNS} FROM ${LICENCE_WITH_LIFE} WHERE l.account_id = $1 ORDER BY l.issued_at DESC, l.number`;
const BY_NUMBER = `SELECT ${LICENCE_COLUMNS} FROM ${LICENCE_WITH_LIFE} WHERE l.number = $1`;
const OLDER_PAPERS = `SELECT paper_key FROM licence_edition WHERE number = $1`;

/** The register of issued licences, each as its life has it stand. What has run out counts as expired even before its clock has rung. */
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
    const { applicationId: _, caseId: __, lifeId: ___, ...view } = this.viewOf(row);
    return {
      isFound: true,
      ...(paperKey === undefined ? {} : await this.paperOf(row, paperKey)),
      checkedAt,
      licence: { ...view, place: row.place_th, conditions: row.conditions },
    };
  }

  viewOf(row: LicenceRow): LicenceView {
    const { kind, texts } = this.library.getLicence(row.code, row.version);
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
      status: row.status,
      since: row.since?.toISOString() ?? null,
      edition: row.edition,
      lifeId: row.life_id,
      ...(hasRunOut(row) ? { status: 'expired', since: `${row.valid_until ?? ''}T23:59:59.999+07:00` } : {}),
    };
  }

  /** A paper of an older edition was made by the office all the same; it only is not the newest. */
  private async paperOf({ number, paper_key }: LicenceRow, given: string): Promise<Pick<LicenceVerification, 'isPaperGenuine' | 'isPaperOutdated'>> {
    if (sameKey(given, paper_key)) return { isPaperGenuine: true };
    const older: { paper_key: string }[] = await this.source.query(OLDER_PAPERS, [number]);
    const isOutdated = older.filter((paper) => sameKey(given, paper.paper_key)).length > 0;
    return isOutdated ? { isPaperGenuine: true, isPaperOutdated: true } : { isPaperGenuine: false };
  }
}

/** Held on to by a pending renewal, a licence stands as `expiring` past its last day; else the last day counts, however late its clock rings. */
function hasRunOut({ status, valid_until, life_id }: LicenceRow): boolean {
  const isOver = valid_until !== null && valid_until < bangkokDate(new Date());
  return isOver && (status === 'valid' || status === 'suspended' || life_id === null);
}

function sameKey(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
