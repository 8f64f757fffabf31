import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { placeText, type DefinitionLibrary, type FilingKind, type GovernmentCalendar, type LaneOffice, type Reception, type Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { grantedConditions } from './granted-conditions';
import { KEEP_EDITION, newPaperKey } from './editions';
import { LifeOpener } from './life-opener';
import { licenceNumber } from './licence-number';
import { Reissuer } from './reissuer';
import { validUntil } from './validity';

interface ApplicationFacts {
  code: string;
  version: number;
  status: string;
  offices: Record<string, LaneOffice>;
  account_id: string;
  applicant_name: string;
  business_name: string | null;
  place: Record<string, string | null>;
  filing_kind: FilingKind;
  of_licence: string | null;
  now: Date;
}

/** Issues licences: number, row and event are one transaction, so that numbers have no gaps and no licence has two. */
export class Issuer implements EffectProcessor {
  readonly effects = ['issueLicence'] as const;
  private readonly lives: LifeOpener;
  private readonly reissuer: Reissuer;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly registrar: Registrar,
    calendar: GovernmentCalendar,
  ) {
    this.lives = new LifeOpener(library, calendar);
    this.reissuer = new Reissuer(registrar);
  }

  perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    return this.performAll(tx, [row]);
  }

  /** Series by series: two that issue many at once would wait for each other's series otherwise. */
  async performAll(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
    const found = [];
    for (const row of rows) found.push({ row, facts: await readFacts(tx, row.applicationId) });
    const due = found.filter(({ facts }) => facts.status === 'issuing').map(({ row, facts }) => ({ row, facts, definition: this.library.getLicence(facts.code, facts.version) }));
    const series = ({ facts, definition }: (typeof due)[number]): string => `${licensingOffice(definition, facts.offices)}:${codeOf(definition)}`;
    const issued: Reception[] = [];
    for (const { row, facts, definition } of due.toSorted((a, b) => series(a).localeCompare(series(b)))) {
      const known = facts.of_licence === null ? undefined : await this.reissuer.reissue(tx, row, { ...facts, number: facts.of_licence }, definition);
      if (known !== 'rests') issued.push(issuedAs(row, known?.number ?? (await this.issueNew(tx, row, facts, definition))));
    }
    if (issued.length > 0) await this.registrar.receiveAllWithin(await clientOf(tx), issued);
  }

  private async issueNew(tx: EntityManager, row: OutboxRow, facts: ApplicationFacts, definition: LicenceDefinition): Promise<string> {
    const issuedOn = bangkokDate(facts.now);
    const office = licensingOffice(definition, facts.offices);
    const number = await nextNumber(tx, codeOf(definition), office, issuedOn);
    const place = placeText(facts.place);
    await tx.query(
      `INSERT INTO licence (number, application_id, case_id, account_id, code, version, office, holder, business_name, place_th, place_en,
                            conditions, issued_on, valid_from, edition_on, valid_until, paper_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $13, $14, $15)`,
      [
        number, row.applicationId, row.caseId, facts.account_id, codeOf(definition), facts.version, office, facts.applicant_name, facts.business_name,
        place.th, place.en, JSON.stringify(await grantedConditions(tx, row.applicationId, definition)), issuedOn, validUntil(definition.validity, issuedOn),
        newPaperKey(),
      ],
    );
    await tx.query(KEEP_EDITION, [number, 'issued', row.applicationId]);
    await this.lives.open(tx, number);
    return number;
  }
}

/** The event that tells the application of its licence. */
function issuedAs(row: OutboxRow, number: string): Reception {
  return { applicationId: row.applicationId, type: 'licence.issued', data: { number }, actor: { kind: 'portal', job: 'issuer' }, key: `issue:${row.id}` };
}

/** What is issued: a change issues anew what it changes. */
function codeOf({ changeOf, code }: LicenceDefinition): string {
  return changeOf ?? code;
}

/** The first lane's office signs: it is the one that the law names as licensor. */
function licensingOffice(definition: LicenceDefinition, offices: Record<string, LaneOffice>): string {
  const lane = definition.lanes[0]?.id;
  const office = lane ? offices[lane]?.office : undefined;
  if (!office) throw new Error(`Licence "${definition.code}" has no office to sign it.`);
  return office;
}

/** A counter row moved in the issuing transaction: a sequence would leave holes after a failed issue. */
async function nextNumber(tx: EntityManager, code: string, office: string, issuedOn: string): Promise<string> {
  const year = Number(issuedOn.slice(0, 4)) + 543;
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO number_series AS s (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [`licence:${office}:${code}:${year}`],
  );
  if (!row) throw new Error('The number series gave nothing.');
  return licenceNumber(code, office, year, row.last);
}

async function readFacts(tx: EntityManager, applicationId: string): Promise<ApplicationFacts> {
  const [facts]: ApplicationFacts[] = await tx.query(
    `SELECT a.code, a.version, a.status, a.offices, a.account_id, c.applicant_name, c.business_name, c.place, c.filing_kind, c.of_licence, clock_timestamp() AS now
       FROM application a JOIN case_file c ON c.id = a.case_id WHERE a.id = $1 FOR UPDATE OF a`,
    [applicationId],
  );
  if (!facts) throw new Error(`There is no application ${applicationId}.`);
  return facts;
}
