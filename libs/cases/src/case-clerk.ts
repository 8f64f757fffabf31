import { Refusal, type OpenCase, type PersonActor } from '@anuyat/contract';
import { formats } from '@anuyat/dictionary';
import { setFact, validateAnswers, type CaseAnswers, type JourneyDefinition } from '@anuyat/licence-kit';
import { once, actorRecord, type DefinitionLibrary, shapeAnswers } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { businessNameOf, companyFacts } from './applicant';
import { CaseForms } from './case-forms';
import { lockDraft, type CaseLicence } from './case-row';
import { chooseLicences, needsOf } from './needs';
import { findPlace, placeCodes, placeProblems } from './placing';
import { questionsOf } from './journey-questions';
import { planFacts } from './planner';

/** Opens drafts from journeys, and throws drafts away. */
export class CaseClerk {
  private readonly forms: CaseForms;

  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {
    this.forms = new CaseForms(library);
  }

  /**
   * Opens a draft for the licences that the answers make necessary, or those of them that the applicant chose.
   * @param key with the same key the same draft is given again.
   * @returns the case's id.
   * @throws Refusal `answers-invalid`, `bad-request` for an unknown journey, `key-reused`.
   */
  async open(actor: PersonActor, request: OpenCase, key?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const act = () => this.write(tx, actor, request);
      return key === undefined ? act() : once(tx, { actor, key, content: { act: 'open case', ...request } }, act);
    });
  }

  /**
   * Removes a draft of one's own for good.
   * @returns digests of its papers' contents, which nothing may refer to any more.
   * @throws Refusal `not-found`, `case-already-submitted`.
   */
  async discard(actor: PersonActor, caseId: string): Promise<string[]> {
    return this.source.transaction(async (tx) => {
      await lockDraft(tx, actor, caseId);
      const papers: { sha256: string }[] = await tx.query(`SELECT DISTINCT sha256 FROM document WHERE case_id = $1`, [caseId]);
      await tx.query(`DELETE FROM document WHERE case_id = $1`, [caseId]);
      await tx.query(`DELETE FROM answer_change WHERE case_id = $1`, [caseId]);
      await tx.query(`DELETE FROM case_file WHERE id = $1`, [caseId]);
      return papers.map(({ sha256 }) => sha256);
    });
  }

  /** The applicant has read what changed in the licences of a draft. @throws Refusal `not-found`, `case-already-submitted`. */
  async seeVersions(actor: PersonActor, caseId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await lockDraft(tx, actor, caseId);
      const licences = row.licences.map((licence) => ({ ...licence, version: this.library.findNewestLicence(licence.code)?.definition.version ?? licence.version }));
      await tx.query(`UPDATE case_file SET licences = $2 WHERE id = $1`, [caseId, JSON.stringify(licences)]);
    });
  }

  private async write(tx: EntityManager, actor: PersonActor, request: OpenCase): Promise<string> {
    const journey = this.getJourney(request.journey);
    const given = shapeAnswers([journey.questions], request.answers);
    const { licences, problems } = this.licencesFor(journey, given, request.licences);
    if (problems.length > 0) throw new Refusal('answers-invalid', { fields: problems });

    const id = uuidv7();
    const known = Object.entries(companyFacts(actor, given));
    const answers = known.reduce<CaseAnswers>((so, [path, value]) => setFact(so, path, value), given);
    const place = placeCodes(findPlace(answers));
    await tx.query(
      `INSERT INTO case_file (id, account_id, applicant_name, journey, journey_version, licences, answers, answers_revision, business_name, place, estate, zone)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10, $11)`,
      [
        id, actor.accountId, actor.name.th, journey.code, journey.version, JSON.stringify(licences), JSON.stringify(answers), businessNameOf(answers),
        place === null ? null : JSON.stringify(place), place?.['estate'] ?? null, place?.['zone'] ?? null,
      ],
    );
    await tx.query(`INSERT INTO answer_change (case_id, revision, changes, actor) VALUES ($1, 1, $2, $3)`, [id, JSON.stringify(answers), JSON.stringify(actorRecord(actor))]);
    return id;
  }

  private licencesFor(journey: JourneyDefinition, answers: CaseAnswers, chosen: string[] | undefined) {
    const possible = this.forms.licencesOf(journey);
    const facts = planFacts(answers, findPlace(answers));
    const problems = [...validateAnswers(questionsOf(journey), answers, facts, formats), ...placeProblems(answers)];
    if (problems.length > 0) return { problems, licences: [] };
    const { needed, unanswered } = needsOf(journey, possible, facts);
    if (unanswered.length > 0) return { licences: [], problems: unanswered.map((path) => ({ path, code: 'missing', message: unansweredQuestion })) };
    const asked = chooseLicences(needed, chosen, possible);
    const licences = possible
      .filter(({ code }) => needed.includes(code))
      .map(({ code, version }): CaseLicence => (asked.includes(code) ? { code, version } : { code, version, isLeftOut: true }));
    return { problems: [], licences };
  }

  private getJourney(code: string): JourneyDefinition {
    const found = this.library.findNewestJourney(code);
    if (!found) throw new Refusal('bad-request', { fields: [{ path: 'journey', code: 'unknown-journey', message: unknownJourney }] });
    return found.definition;
  }
}

const unansweredQuestion = { th: 'ตอบข้อนี้ก่อน จึงจะทราบว่าต้องขออนุญาตเรื่องใด', en: 'Answer this first; it decides which licences are needed.' };
const unknownJourney = { th: 'ไม่มีเส้นทางธุรกิจนี้', en: 'There is no such journey.' };
