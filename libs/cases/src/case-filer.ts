import { Refusal, type PersonActor, type SubmitCase } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import type { Place } from '@anuyat/dictionary/reference';
import { clientOf, inTransaction } from '@anuyat/database';
import { getFactAt, planJourney, type CaseAnswers, type LicenceDefinition } from '@anuyat/licence-kit';
import { once, openApplications, type DefinitionLibrary, type GovernmentCalendar, type LaneOffice, type Opening, type Registrar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { applicantOf, businessNameOf, filedFor } from './applicant';
import { CaseForms } from './case-forms';
import { readFiles } from './case-files';
import { nextCaseNumber } from './case-number';
import { lockDraft, type CaseRow } from './case-row';
import { examine, type Examination } from './examination';
import { findStanding } from './order/standing';
import { officeOf, placeCodes } from './placing';
import { sealOf } from './sealing';
import { touchesOf } from './refiling/last-filing';
import { isRenewedLate } from './refiling/late-renewal';
import { tellLicence } from './refiling/tell-licence';
import { receiptDecided } from './why/day-decisions';
import { decisionsOf } from './why/decide-case';
import { digestOf, keepDecisions } from './why/decision-store';

/** What the sender of a case is told, and told again. */
export interface Filed {
  caseId: string;
  number: string;
}

/** Files cases: everything is examined once more, and then all agencies are asked in one transaction, or none. */
export class CaseFiler {
  private readonly forms: CaseForms;

  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
    private readonly registrar: Pick<Registrar, 'wakeCourier' | 'receiveWithin'>,
  ) {
    this.forms = new CaseForms(library);
  }

  /**
   * Submits a draft. The same key gives the same answer, however often it is sent.
   * @throws Refusal `case-incomplete` with every field and paper that is not right; `answers-changed` when the answers are no longer
   * those that the applicant declared true; `case-already-submitted`, `key-reused`, `not-found`.
   */
  async submit(actor: PersonActor, caseId: string, request: SubmitCase, key: string): Promise<Filed> {
    const content = { act: 'submit case', caseId, ...request };
    const filed = await inTransaction(this.source, (tx) => once(tx, { actor, key, content }, () => this.file(tx, actor, caseId, request)));
    this.registrar.wakeCourier();
    return filed;
  }

  private async file(tx: EntityManager, actor: PersonActor, caseId: string, { answersRevision }: SubmitCase): Promise<Filed> {
    const row = await lockDraft(tx, actor, caseId);
    if (answersRevision !== row.answers_revision) throw new Refusal('answers-changed', { currentRevision: row.answers_revision });
    const [clock]: { now: Date }[] = await tx.query(`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`);
    if (!clock) throw new Error('The database told no time.');
    const submittedAt = clock.now;
    const receivedAtLegal = this.calendar.receivedAtLegal(submittedAt);
    const filedOn = bangkokDate(receivedAtLegal);

    const form = this.forms.formOf(row);
    const definitions = this.inOrder(row, this.forms.definitionsOf(row));
    const files = await readFiles(tx, caseId, form);
    const touches = await touchesOf(tx, row, definitions, files);
    if (row.filing_kind === 'change' && touches.length === 0) throw new Refusal('case-incomplete', { fields: [nothingChanged] });
    const isLate = await isRenewedLate(tx, row);
    const examination = examine({ actor, answers: this.forms.answersOf(row), form, definitions, files, filedOn, filingKind: row.filing_kind, isLate, touches, rates: this.library.rates });
    const { place, asked, check, problems } = examination;
    if (!check.isReady || !place) throw new Refusal('case-incomplete', { fields: problems });

    const unasked = new Set(check.documents.filter(({ isNeeded }) => !isNeeded).map(({ code }) => code));
    await tx.query(`UPDATE document SET removed_at = now() WHERE case_id = $1 AND code = ANY($2) AND removed_at IS NULL`, [caseId, [...unasked]]);
    const sealed = { answers: asked, answersRevision, files: files.filter(({ code }) => !unasked.has(code)) };

    const applicant = filedFor(actor, applicantOf(asked, actor.name.th));
    const number = await nextCaseNumber(tx, applicant.kind, submittedAt);
    const codes = placeCodes(place) ?? {};
    const journey = this.forms.journeyOf(row);
    const decisions = decisionsOf({ journey, possible: this.forms.licencesOf(journey), definitions, facts: { ...asked, place: codes, filing: { date: filedOn, kind: row.filing_kind, touches, ...(isLate ? { late: true } : {}) } }, place, filedOn, isDraft: false, rates: this.library.rates });
    const openings = await this.openingsOf(tx, actor, caseId, { applicant, asked }, definitions.map((definition, at) => ({
      code: definition.code,
      version: definition.version,
      number: `${number}-${at + 1}`,
      offices: officesOf(definition, place, filedOn),
      data: { ...sealOf(sealed, definition), decisions: digestOf(decisions.filter(({ application }) => application === definition.code)) },
    })));
    const client = await clientOf(tx);
    const filing = [
      this.close(tx, row, definitions, examination, { number, actingFor: applicant.juristicId, applicantName: applicant.name, submittedAt, receivedAtLegal }),
      keepDecisions(tx, caseId, submittedAt, [receiptDecided(submittedAt, receivedAtLegal, this.calendar), ...decisions]),
      openApplications(
        client, this.library, this.calendar,
        { caseId, accountId: actor.accountId, actingFor: applicant.juristicId, answers: asked, place: codes, filedOn, estate: codes['estate'] ?? null, zone: codes['zone'] ?? null, filingKind: row.filing_kind, touches, submittedAt, receivedAtLegal, actor },
        openings,
      ),
    ];
    await Promise.all(filing);
    if (row.of_licence !== null) await tellLicence(tx, this.registrar, { number: row.of_licence, kind: row.filing_kind, caseId });
    return { caseId, number };
  }

  /** With what each has to wait for: the licences of the case that the law puts before it, unless the applicant holds them already. */
  private async openingsOf(
    tx: EntityManager,
    { accountId }: PersonActor,
    caseId: string,
    { applicant, asked }: { applicant: { juristicId: string | null }; asked: CaseAnswers },
    openings: Opening[],
  ): Promise<Opening[]> {
    const codes = openings.map(({ code }) => code);
    const before = openings.map(({ code, version }) => this.library.getLicence(code, version).dependsOn.filter((other) => codes.includes(other)));
    const at = { accountId, caseId, actingFor: applicant.juristicId, businessName: businessNameOf(asked), address: getFactAt(asked, 'premises.address') };
    const standing = await findStanding(tx, at, [...new Set(before.flat())], (code) => this.library.findNewestLicence(code)?.definition.kind);
    return openings.map((opening, index) => ({ ...opening, waitsFor: (before[index] ?? []).filter((code) => !standing.has(code)) }));
  }

  /** What comes first stands first, so that the numbers follow the order in which the licences are decided. */
  private inOrder(row: CaseRow, definitions: LicenceDefinition[]): LicenceDefinition[] {
    const journey = this.forms.journeyOf(row);
    const { licences } = planJourney(journey, this.forms.licencesOf(journey), row.answers);
    const stepOf = (code: string) => licences.find((licence) => licence.code === code)?.step ?? 1;
    return definitions.toSorted((a, b) => stepOf(a.code) - stepOf(b.code));
  }

  private async close(
    tx: EntityManager,
    row: CaseRow,
    definitions: LicenceDefinition[],
    { asked, place }: Examination,
    filed: { number: string; actingFor: string | null; applicantName: string; submittedAt: Date; receivedAtLegal: Date },
  ): Promise<void> {
    const codes = placeCodes(place);
    await tx.query(
      `UPDATE case_file
          SET status = 'submitted', number = $2, acting_for = $3, applicant_name = $4, business_name = $5, answers = $6, licences = $7, journey_version = $8,
              place = $9, estate = $10, zone = $11, submitted_at = $12, received_at_legal = $13, set_aside = $14, updated_at = $12
        WHERE id = $1`,
      [
        row.id, filed.number, filed.actingFor, filed.applicantName, businessNameOf(asked), JSON.stringify(asked),
        JSON.stringify(definitions.map(({ code, version }) => ({ code, version }))), this.forms.journeyOf(row).version,
        JSON.stringify(codes), codes?.['estate'] ?? null, codes?.['zone'] ?? null, filed.submittedAt, filed.receivedAtLegal,
        JSON.stringify(this.forms.asideOf(row)),
      ],
    );
  }
}

function officesOf({ lanes }: LicenceDefinition, place: Place, filedOn: string): Record<string, LaneOffice> {
  return Object.fromEntries(
    lanes.map((lane) => {
      const { office, because } = officeOf(lane, place, filedOn);
      return [lane.id, { office: office.code, agency: office.agency.code, because }];
    }),
  );
}

const nothingChanged = { path: '', code: 'nothing-changed', message: { th: 'ยังไม่มีข้อมูลหรือเอกสารใดต่างจากใบอนุญาตเดิม', en: 'Nothing differs from the licence as it is.' } };
