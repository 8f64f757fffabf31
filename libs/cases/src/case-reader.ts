import type { ApplicationStatus, ApplicationView, CaseCheck, CasePage, CaseSummary, CaseView, ComposedForm, OpeningPlanView, PersonActor } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { getFactAt, textOf, type CaseAnswers, type Text } from '@anuyat/licence-kit';
import { applicationsOf, IS_RESTING, IS_STUCK, lineMapOf, questionsOf, readCorrections, readDossiers, timelineOf, type Dossier, type Reading } from '@anuyat/registrar';
import { successionsOf } from './carry-over';
import { CaseForms } from './case-forms';
import { readFiles } from './case-files';
import { getOwnCase, type CaseRow } from './case-row';
import { examine } from './examination';
import { touchesOf } from './refiling/last-filing';
import { isRenewedLate } from './refiling/late-renewal';
import { moveOf } from './moves';
import { isStuck, liveOpening, waitsForOf } from './order/opening-view';
import { findPlace, placeView } from './placing';
import { readStuckSteps, withStuckSteps } from './stuck-steps';

/** A case without what other duties keep of it. */
export type OwnCase = Omit<CaseView, 'bills' | 'licences' | 'notices' | 'orders' | 'hearings' | 'lateAnswers' | 'promises'>;

interface ListedCase extends Pick<CaseRow, 'id' | 'number' | 'journey' | 'journey_version' | 'licences' | 'status' | 'updated_at' | 'submitted_at' | 'is_resting' | 'is_stuck'> {
  business_name: string | null;
  business_name_en: string | null;
}

interface ListedApplication {
  id: string;
  case_id: string;
  code: string;
  version: number;
  status: ApplicationStatus;
  moved_at: Date;
}

interface Waiting {
  questions: Map<string, string>;
  bills: Map<string, string>;
}

/** Shows people their own cases, and nobody else's. */
export class CaseReader {
  private readonly forms: CaseForms;

  constructor(private readonly reading: Reading) {
    this.forms = new CaseForms(reading.library);
  }

  /** Newest first. @param after the last page's `next`. */
  async list(actor: PersonActor, { after, limit }: { after?: string; limit: number }): Promise<CasePage> {
    const { source } = this.reading;
    const rows: ListedCase[] = await source.query(
      `SELECT id, number, journey, journey_version, licences, status, updated_at, submitted_at, business_name, answers #>> '{business,nameEn}' AS business_name_en, ${IS_RESTING} AS is_resting, ${IS_STUCK} AS is_stuck
         FROM case_file c WHERE account_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [actor.accountId, after ?? null, limit + 1],
    );
    const page = rows.slice(0, limit);
    const applications: ListedApplication[] = await source.query(
      `SELECT id, case_id, code, version, status, moved_at FROM application WHERE case_id = ANY($1) AND life_of IS NULL ORDER BY number`,
      [page.map(({ id }) => id)],
    );
    const waiting = await this.waitingFor(applications);
    const items = page.map((row) => this.summaryOf(row, applications.filter(({ case_id }) => case_id === row.id), waiting));
    return { items, next: rows.length > limit ? page.at(-1)?.id ?? null : null };
  }

  /** @returns the case's number, or its id while it is a draft. @throws Refusal `not-found`, also for another's case. */
  async requireOwn(actor: PersonActor, caseId: string): Promise<string> {
    return (await getOwnCase(this.reading.source, actor, caseId)).number ?? caseId;
  }

  /** @throws Refusal `not-found`. */
  async read(actor: PersonActor, caseId: string): Promise<OwnCase> {
    const { source, library } = this.reading;
    const row = await getOwnCase(source, actor, caseId);
    const dossiers = await readDossiers(source, { caseId });
    const details = this.inOrder(withStuckSteps(applicationsOf(dossiers, this.reading, actor), row.is_stuck ? await readStuckSteps(source, caseId) : new Map()));
    const timeline = timelineOf(dossiers, library);
    const questions = questionsOf(dossiers, library);
    const open = questions.find(({ isOpen }) => isOpen);
    const bill = await this.findDueBills([caseId]);
    const lastMove = timeline[0]?.at ?? '';
    const updatedAt = row.updated_at.toISOString();
    return {
      id: row.id,
      number: row.number,
      journey: this.journeyTitle(row),
      businessName: nameOf(row.answers),
      status: row.status,
      move: moveOf({ caseId, status: row.status, isResting: row.is_resting, isPortalStuck: row.is_stuck, applications: this.withStuck(details), questionId: open?.id, billId: bill.get(caseId) }),
      applications: details.map(({ id, code, title, status }) => ({ id, code, title, status })),
      updatedAt: lastMove > updatedAt ? lastMove : updatedAt,
      submittedAt: row.submitted_at?.toISOString() ?? null,
      place: placeView(findPlace(row.answers)),
      answers: row.answers,
      answersRevision: row.answers_revision,
      documents: await readFiles(source, caseId, this.forms.formOf(row)),
      lanesMap: lineMapOf(details),
      opening: details.length === 0 ? null : this.openingOf(details, dossiers),
      details,
      timeline,
      questions: questions.map(({ isOpen: _, ...question }) => question),
      corrections: await readCorrections(source, library, caseId, dossiers),
      may: row.status === 'draft' ? ['edit', 'submit', 'discard'] : [],
      ...this.carriedOver(row),
    };
  }

  private carriedOver(row: CaseRow): Pick<CaseView, 'carriedOver'> {
    const licences = row.status === 'draft' ? successionsOf(this.forms.successionsOf(row)) : [];
    const setAside = row.status === 'draft' ? this.forms.asideOf(row) : row.set_aside;
    return licences.length + setAside.length > 0 ? { carriedOver: { licences, setAside } } : {};
  }

  /** With what each waits for. */
  private inOrder(details: ApplicationView[]): ApplicationView[] {
    return details.map((own) => {
      const waitsFor = waitsForOf(this.reading.library.getLicence(own.code, own.version), own, details);
      return waitsFor ? { ...own, waitsFor } : own;
    });
  }

  private withStuck<A extends { code: string; version: number; status: ApplicationStatus }>(applications: readonly A[]): (A & { isStuck: boolean })[] {
    return applications.map((own) => ({ ...own, isStuck: isStuck(this.reading.library.getLicence(own.code, own.version).dependsOn, own.status, applications) }));
  }

  private openingOf(details: readonly ApplicationView[], dossiers: readonly Dossier[]): OpeningPlanView {
    const { library, calendar } = this.reading;
    const endedOn = (id: string) => {
      const last = dossiers.find(({ application }) => application.id === id)?.history.at(-1);
      return last ? bangkokDate(last.at) : undefined;
    };
    return liveOpening(details.map(({ code, version }) => library.getLicence(code, version)), details, endedOn, { today: bangkokDate(new Date()), holidays: calendar.dates });
  }

  /** The one form of all licences that the case asks for. @throws Refusal `not-found`. */
  async form(actor: PersonActor, caseId: string): Promise<ComposedForm> {
    return this.forms.formOf(await getOwnCase(this.reading.source, actor, caseId));
  }

  /** What stands between the case and its submission, and what it will cost. @throws Refusal `not-found`. */
  async check(actor: PersonActor, caseId: string): Promise<CaseCheck> {
    const { source, calendar } = this.reading;
    const row = await getOwnCase(source, actor, caseId);
    const form = this.forms.formOf(row);
    const definitions = this.forms.definitionsOf(row);
    const filedOn = bangkokDate(row.received_at_legal ?? calendar.receivedAtLegal(new Date()));
    const files = await readFiles(source, caseId, form);
    return examine({ actor, answers: this.forms.answersOf(row), form, definitions, files, filedOn, filingKind: row.filing_kind, isLate: await isRenewedLate(source, row), touches: await touchesOf(source, row, definitions, files), rates: this.reading.library.rates }).check;
  }

  /** What of the listed cases waits for the applicant: the question and the bill that have waited longest. */
  private async waitingFor(applications: ListedApplication[]): Promise<Waiting> {
    const asked = applications.filter(({ status }) => status === 'awaiting-answer').map(({ id }) => id);
    const due = applications.filter(({ status }) => status === 'awaiting-payment').map(({ case_id }) => case_id);
    const questions = asked.length > 0 ? questionsOf(await readDossiers(this.reading.source, { ids: asked }), this.reading.library) : [];
    const caseOf = new Map(applications.map(({ id, case_id }) => [id, case_id]));
    const open = questions.filter(({ isOpen }) => isOpen).sort((a, b) => b.askedAt.localeCompare(a.askedAt));
    return {
      questions: new Map(open.map(({ id, applicationId }) => [caseOf.get(applicationId) ?? '', id])),
      bills: due.length > 0 ? await this.findDueBills(due) : new Map(),
    };
  }

  /** By case; of several the oldest. */
  private async findDueBills(caseIds: string[]): Promise<Map<string, string>> {
    const rows: { id: string; case_id: string }[] = await this.reading.source.query(
      `SELECT DISTINCT ON (case_id) id, case_id FROM bill WHERE case_id = ANY($1) AND status = 'due' ORDER BY case_id, created_at, id`,
      [caseIds],
    );
    return new Map(rows.map(({ id, case_id }) => [case_id, id]));
  }

  private summaryOf(row: ListedCase, applications: ListedApplication[], waiting: Waiting): CaseSummary {
    const named = this.withStuck(applications).map(({ id, code, version, status, isStuck }) => ({ id, code, status, isStuck, title: textOf(this.reading.library.getLicence(code, version).texts, 'title') }));
    const updatedAt = [row.updated_at, ...applications.map(({ moved_at }) => moved_at)].reduce((a, b) => (a > b ? a : b));
    return {
      id: row.id,
      number: row.number,
      journey: this.journeyTitle(row),
      businessName: row.business_name === null ? null : { th: row.business_name, en: row.business_name_en ?? row.business_name },
      status: row.status,
      move: moveOf({ caseId: row.id, status: row.status, isResting: row.is_resting, isPortalStuck: row.is_stuck, applications: named, questionId: waiting.questions.get(row.id), billId: waiting.bills.get(row.id) }),
      applications: named.map(({ isStuck: _, ...application }) => application),
      updatedAt: updatedAt.toISOString(),
      submittedAt: row.submitted_at?.toISOString() ?? null,
    };
  }

  private journeyTitle(row: Pick<CaseRow, 'journey' | 'journey_version' | 'licences' | 'status'>): { code: string; title: Text } {
    return { code: row.journey, title: textOf(this.forms.journeyOf(row).texts, 'title') };
  }
}

function nameOf(answers: CaseAnswers): Text | null {
  const th = getFactAt(answers, 'business.nameTh') ?? getFactAt(answers, 'applicant.nameTh');
  const en = getFactAt(answers, 'business.nameEn');
  return typeof th === 'string' && th !== '' ? { th, en: typeof en === 'string' && en !== '' ? en : th } : null;
}
