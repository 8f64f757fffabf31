import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import { CalculationFailed, itemiseFees, lifeCode, totalOf, withRates, type CaseAnswers } from '@anuyat/licence-kit';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { factsOf, findYearlyRules, firstYearly, payeesOf, type DefinitionLibrary, type GovernmentCalendar, type LaneOffice, type Registrar, type YearlyRules } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { writeBill } from './bill-writer';
import { collectingOffice } from './payee';
import { nextReference } from './references';

interface OwedYear {
  id: string;
  case_id: string;
  code: string;
  version: number;
  offices: Record<string, LaneOffice>;
  answers: CaseAnswers;
  place: Record<string, string | null> | null;
  year_from: string;
}

/**
 * Anniversaries of living licences that come within the days ahead, or went by, and have no bill. Those from before the licence's life began
 * were settled elsewhere, and so were, for a life begun under a version that knew of no yearly fee, those from before the first version that did was in
 * force. The answers are those of the filing that last made or changed the licence.
 */
const OWED = `
  SELECT a.id, a.case_id, a.code, a.version, a.offices, coalesce(source.answers, c.answers) AS answers, coalesce(source.place, c.place) AS place, to_char(year.day, 'YYYY-MM-DD') AS year_from
    FROM application a JOIN unnest($1::text[], $6::int[], $7::date[]) AS rule (code, version, since) ON rule.code = a.code
    JOIN licence l ON l.number = a.life_of JOIN case_file c ON c.id = a.case_id
   CROSS JOIN LATERAL (SELECT (l.valid_from + make_interval(years => n))::date AS day FROM generate_series(1, 100) n) year
    LEFT JOIN LATERAL (
      SELECT f.answers, f.place FROM licence_edition e JOIN application made ON made.id = e.by_application AND made.life_of IS NULL JOIN case_file f ON f.id = made.case_id
       WHERE e.number = a.life_of ORDER BY e.edition DESC LIMIT 1) source ON true
   WHERE a.state #> '{value,living}' IS NOT NULL AND a.id > $4 AND ($8::uuid IS NULL OR a.id = $8)
     AND year.day <= $2::date + $3::int AND year.day > (a.submitted_at AT TIME ZONE 'Asia/Bangkok')::date AND (a.version >= rule.version OR year.day > rule.since) AND (l.valid_until IS NULL OR year.day <= l.valid_until)
     AND NOT EXISTS (SELECT FROM bill_term d JOIN bill b ON b.id = d.bill_id WHERE d.application_id = a.id AND d.year_from = year.day AND b.status <> 'cancelled')
   ORDER BY a.id, year.day LIMIT $5 FOR UPDATE OF a SKIP LOCKED`;

/** A year whose fee cannot be worked out waits as an effect of its own, so that the others go on; once for each licence. */
const PUT_ASIDE = `
  INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue)
  SELECT $1, a.id, a.case_id, a.revision, 'billYear', '{}', 'cashier' FROM application a
   WHERE a.id = $2 AND NOT EXISTS (SELECT FROM outbox o WHERE o.application_id = a.id AND o.effect = 'billYear')`;

const AT_ONCE = 100;
const BEGINNING = '00000000-0000-0000-0000-000000000000';

/**
 * Writes the bills of fees that are owed every year while a licence lasts: ahead of the anniversary, once for each year, and with the event
 * that tells the holder. A year that costs nothing has no bill and waits for nobody.
 */
export class DuesClerk implements EffectProcessor {
  readonly effects = ['billYear'] as const;
  /** Where the last round ended, so that every licence has its turn. */
  private after = BEGINNING;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly registrar: Pick<Registrar, 'receiveWithin'>,
    private readonly calendar: Pick<GovernmentCalendar, 'dueAt'>,
  ) {}

  /** One round by the day of `now`. A fee that cannot be worked out holds up nobody else's. @returns how many bills were written. */
  async bill(source: DataSource, now: Date): Promise<number> {
    return source.transaction(async (tx) => {
      const years = await this.owed(tx, now, this.after, null);
      this.after = years.length === AT_ONCE ? (years.at(-1)?.id ?? BEGINNING) : BEGINNING;
      let written = 0;
      for (const year of years) written += await this.billWhenDue(tx, year, now).catch((error: unknown) => putAside(tx, year, error));
      return written;
    });
  }

  /** Tries again what was put aside. @throws FeeFailed while the fee still cannot be worked out. */
  async perform(tx: EntityManager, { applicationId }: OutboxRow): Promise<void> {
    const now = new Date();
    for (const year of await this.owed(tx, now, BEGINNING, applicationId)) await this.billWhenDue(tx, year, now);
  }

  private async owed(tx: EntityManager, now: Date, after: string, life: string | null): Promise<OwedYear[]> {
    const lives = this.library.newestLicences().flatMap(({ definition }) => {
      const code = lifeCode(definition.code);
      const first = firstYearly(this.library, code);
      const ahead = this.library.versionsOf(code).map((version) => version.definition.annual?.billedDaysBefore ?? 0);
      return first ? [{ code, ...first, ahead: Math.max(...ahead) }] : [];
    });
    if (lives.length === 0) return [];
    const rules = [lives.map(({ version }) => version), lives.map(({ since }) => bangkokDate(since))];
    return tx.query(OWED, [lives.map(({ code }) => code), bangkokDate(now), Math.max(...lives.map(({ ahead }) => ahead)), after, AT_ONCE, ...rules, life]);
  }

  private async billWhenDue(tx: EntityManager, year: OwedYear, now: Date): Promise<number> {
    const yearly = findYearlyRules(this.library, year.code, year.version);
    return yearly && daysAhead(year.year_from, now) <= yearly.annual.billedDaysBefore ? this.billOne(tx, year, yearly) : 0;
  }

  private async billOne(tx: EntityManager, year: OwedYear, { definition, annual }: YearlyRules): Promise<number> {
    const facts = factsOf({ answers: year.answers, answersRevision: 0, place: year.place, filedOn: year.year_from, filingKind: 'renewal' });
    const charged = { ...facts, rates: this.library.rates.on(definition, payeesOf(definition, year.offices), year.year_from) };
    const lines = itemiseFees({ code: definition.code, fees: annual.fees, ...(definition.rates ? { rates: definition.rates } : {}) }, charged);
    if (lines.length === 0) return 0;
    const dueAt = this.calendar.dueAt(new Date(Date.parse(`${year.year_from}T12:00:00+07:00`) - DAY_MS), 1, 'calendar');
    const id = await writeBill(
      tx,
      {
        applicationId: year.id, caseId: year.case_id, office: collectingOffice(year.offices, definition.lanes[0]?.id), kind: 'annual', lines, ref1: await nextReference(tx, 'YF'), askedBy: 0, dueAt,
        rates: withRates(definition, charged)['rates'] ?? {},
      },
      { yearFrom: year.year_from, dueOn: bangkokDate(dueAt), timesLate: 0, late: annual.late },
    );
    if (!id) return 0;
    await this.registrar.receiveWithin(await clientOf(tx), {
      applicationId: year.id,
      type: 'annual.billed',
      data: { yearFrom: year.year_from, dueOn: bangkokDate(dueAt), total: totalOf(lines), ...(definition.version === year.version ? {} : { byVersion: definition.version }) },
      actor: { kind: 'portal', job: 'dues-clerk' },
      key: `annual.billed:${id}`,
    });
    return 1;
  }
}

/** Worked out before anything is written of it. */
async function putAside(tx: EntityManager, { id }: OwedYear, error: unknown): Promise<number> {
  if (!(error instanceof CalculationFailed)) throw error;
  await tx.query(PUT_ASIDE, [uuidv7(), id]);
  return 0;
}

const DAY_MS = 86_400_000;

function daysAhead(day: string, now: Date): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${bangkokDate(now)}T00:00:00Z`)) / DAY_MS);
}
