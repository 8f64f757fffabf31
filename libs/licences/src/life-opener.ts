import { lifeCode } from '@anuyat/licence-kit';
import { openApplications, type DefinitionLibrary, type GovernmentCalendar, type LaneOffice } from '@anuyat/registrar';
import { clientOf } from '@anuyat/database';
import type { DataSource, EntityManager } from 'typeorm';

interface Unopened {
  number: string;
  code: string;
  case_id: string;
  account_id: string;
  issued_on: string;
  valid_from: string;
  valid_until: string | null;
  offices: Record<string, LaneOffice>;
  lane_office: string;
  place: Record<string, string | null> | null;
  estate: string | null;
  zone: string | null;
  now: Date;
}

const UNOPENED = `
  SELECT l.number, l.code, l.case_id, l.account_id, to_char(l.issued_on, 'YYYY-MM-DD') AS issued_on, to_char(l.valid_from, 'YYYY-MM-DD') AS valid_from,
         to_char(l.valid_until, 'YYYY-MM-DD') AS valid_until, a.offices, l.office AS lane_office, c.place, c.estate, c.zone,
         date_trunc('milliseconds', clock_timestamp()) AS now
    FROM licence l JOIN application a ON a.id = l.application_id JOIN case_file c ON c.id = l.case_id`;

const MISSING = `${UNOPENED} WHERE NOT EXISTS (SELECT FROM application life WHERE life.life_of = l.number) ORDER BY l.number LIMIT $1 FOR UPDATE OF l SKIP LOCKED`;
const ONE = `${UNOPENED} WHERE l.number = $1`;

const AT_ONCE = 100;

/**
 * Opens the lives of issued licences: with their issue, and for those that were issued before the portal knew of lives. A life is an
 * application of its own kind at the office that issued the licence, under the newest rules of its type.
 */
export class LifeOpener {
  constructor(
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
  ) {}

  /** In the issuing transaction. A type whose lives were never published has none, until {@link openMissing} finds it published. */
  async open(tx: EntityManager, number: string): Promise<void> {
    const [licence]: Unopened[] = await tx.query(ONE, [number]);
    if (licence) await this.openOne(tx, licence);
  }

  /** @returns how many lives were opened. */
  async openMissing(source: DataSource): Promise<number> {
    return source.transaction(async (tx) => {
      const missing: Unopened[] = await tx.query(MISSING, [AT_ONCE]);
      let opened = 0;
      for (const licence of missing) opened += await this.openOne(tx, licence);
      return opened;
    });
  }

  private async openOne(tx: EntityManager, licence: Unopened): Promise<number> {
    const life = this.library.findNewestLicence(lifeCode(licence.code))?.definition;
    const office = Object.values(licence.offices).find(({ office: code }) => code === licence.lane_office);
    if (!life || !office) return 0;
    const { number, valid_from: validFrom, valid_until: validUntil } = licence;
    await openApplications(
      await clientOf(tx), this.library, this.calendar,
      {
        caseId: licence.case_id, accountId: licence.account_id, answers: {}, place: licence.place ?? {}, filedOn: licence.issued_on,
        estate: licence.estate, zone: licence.zone, submittedAt: licence.now, receivedAtLegal: licence.now, actor: { kind: 'portal', job: 'issuer' },
      },
      [{
        code: life.code,
        version: life.version,
        number,
        offices: Object.fromEntries(life.lanes.map(({ id }) => [id, { office: office.office, agency: office.agency, because: office.because }])),
        data: { number, validFrom, ...(validUntil ? { validUntil } : {}) },
        lifeOf: number,
      }],
    );
    return 1;
  }
}
