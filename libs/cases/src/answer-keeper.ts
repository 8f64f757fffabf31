import { Refusal, type AnswersPatch, type AnswersSaved, type PersonActor } from '@anuyat/contract';
import { bangkokDate, formats } from '@anuyat/dictionary';
import { canonicalJson, findSchemaAt, setFact, textOf, validateAnswers, type CaseAnswers } from '@anuyat/licence-kit';
import { actorRecord, type DefinitionLibrary, factsOf, refused, shapeChanges } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { findConflicts, type LaterChange } from './answer-conflicts';
import { businessNameOf, mandateProblems } from './applicant';
import { CaseForms } from './case-forms';
import { lockDraft, type CaseLicence, type CaseRow } from './case-row';
import { followAnswers, needsOf } from './needs';
import { findPlace, placeCodes, placeProblems } from './placing';
import { planFacts } from './planner';

/** Characters of all answers of a case as JSON; a thousand signs and machines fit. */
const MOST_CHARACTERS = 1_000_000;
const MOST_CHANGES = 500;

/** Keeps what applicants type, field by field: nothing typed is lost, and nothing is written over without being seen. */
export class AnswerKeeper {
  private readonly forms: CaseForms;

  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {
    this.forms = new CaseForms(library);
  }

  /**
   * Merges changes into a draft's answers. Wrong and half answers are kept and told of.
   * @throws Refusal `answers-changed` when somebody else changed the same fields since `base`, with both values; then nothing is
   * kept. `answers-invalid` for what no form asks for. `not-found`, `case-already-submitted`.
   */
  save(actor: PersonActor, caseId: string, { base, changes, window }: AnswersPatch): Promise<AnswersSaved> {
    return this.source.transaction(async (tx) => {
      const row = await lockDraft(tx, actor, caseId);
      if (base > row.answers_revision) throw new Refusal('bad-request', { currentRevision: row.answers_revision, fields: [{ path: 'base', code: 'not-there-yet', message: notThereYet }] });
      const shaped = shapeChanges(this.forms.schemasOf(row), withinLimit(changes));
      const later = base < row.answers_revision ? await changesSince(tx, caseId, base) : [];
      const conflicts = findConflicts(shaped, row.answers, later, window);
      if (conflicts.length > 0) throw new Refusal('answers-changed', { conflicts, currentRevision: row.answers_revision });

      const answers = merge(row.answers, shaped);
      const { licences, moved } = this.follow(row, answers, Object.keys(shaped));
      const revision = canonicalJson(answers) === canonicalJson(row.answers) ? row.answers_revision : row.answers_revision + 1;
      if (revision > row.answers_revision) await this.write(tx, actor, { ...row, answers, licences }, revision, shaped, window);
      const problems = this.problemsOf(actor, { ...row, answers, licences }, Object.keys(shaped));
      return { answersRevision: revision, problems, ...(moved ? { licences: moved } : {}) };
    });
  }

  /** The licences follow the answers to the journey's questions, unless the case is about a licence that exists: a place that grows beyond 200 m² needs another one. */
  private follow(row: CaseRow, answers: CaseAnswers, paths: string[]): { licences: CaseLicence[]; moved?: AnswersSaved['licences'] } {
    const journey = this.forms.journeyOf(row);
    if (row.filing_kind !== 'new') return { licences: row.licences };
    if (!paths.some((path) => findSchemaAt(journey.questions, path))) return { licences: row.licences };
    const possible = this.forms.licencesOf(journey);
    const held = row.licences.filter(({ isLeftOut }) => !isLeftOut).map(({ code }) => code);
    const leftOut = row.licences.filter(({ isLeftOut }) => isLeftOut);
    const follows = followAnswers(held, leftOut.map(({ code }) => code), needsOf(journey, possible, planFacts(answers, findPlace(answers))));
    const named = (codes: string[]) => possible.filter(({ code }) => codes.includes(code)).map(({ code, texts }) => ({ code, title: textOf(texts, 'title') }));
    const added = named(follows.filter((code) => !held.includes(code)));
    const removed = named(held.filter((code) => !follows.includes(code)));
    if (added.length === 0 && removed.length === 0) return { licences: row.licences };
    const asked = possible.filter(({ code }) => follows.includes(code)).map(({ code, version }) => ({ code, version: seenOf(row, code) ?? version }));
    return { licences: [...asked, ...leftOut.filter(({ code }) => !follows.includes(code))], moved: { added, removed } };
  }

  private async write(tx: EntityManager, actor: PersonActor, { id, answers, licences }: CaseRow, revision: number, changes: Record<string, unknown>, window?: string): Promise<void> {
    const text = JSON.stringify(answers);
    if (text.length > MOST_CHARACTERS) throw new Refusal('body-too-large', { detail: tooMuch });
    const place = placeCodes(findPlace(answers));
    await tx.query(
      `UPDATE case_file SET answers = $2, answers_revision = $3, licences = $4, place = $5, estate = $6, zone = $7, business_name = $8, updated_at = now() WHERE id = $1`,
      [id, text, revision, JSON.stringify(licences), place === null ? null : JSON.stringify(place), place?.['estate'] ?? null, place?.['zone'] ?? null, businessNameOf(answers)],
    );
    const kept = Object.fromEntries(Object.entries(changes).map(([path, value]) => [path, value ?? null]));
    await tx.query(`INSERT INTO answer_change (case_id, revision, changes, actor) VALUES ($1, $2, $3, $4)`, [
      id, revision, JSON.stringify(kept), JSON.stringify({ ...actorRecord(actor), ...(window ? { window } : {}) }),
    ]);
  }

  private problemsOf(actor: PersonActor, row: CaseRow, paths: string[]): AnswersSaved['problems'] {
    const topics = new Set(paths.map((path) => path.split('.', 1)[0]));
    const facts = factsOf({ answers: row.answers, answersRevision: 0, place: placeCodes(findPlace(row.answers)), filedOn: bangkokDate(new Date()), filingKind: row.filing_kind });
    const problems = [
      ...validateAnswers(this.forms.formOf(row).schema, this.forms.answersOf(row), facts, formats),
      ...placeProblems(row.answers),
      ...mandateProblems(actor, row.answers),
    ];
    return problems.filter(({ path }) => topics.has(path.split('.', 1)[0]));
  }
}

/** The version that the applicant last saw: what changed since is told until they have read it. */
function seenOf({ licences }: CaseRow, code: string): number | undefined {
  return licences.find((licence) => licence.code === code && !licence.isLeftOut)?.version;
}

async function changesSince(tx: EntityManager, caseId: string, base: number): Promise<LaterChange[]> {
  const rows: { changes: Record<string, unknown>; window: string | null }[] = await tx.query(
    `SELECT changes, actor ->> 'window' AS window FROM answer_change WHERE case_id = $1 AND revision > $2 ORDER BY revision`,
    [caseId, base],
  );
  return rows.map(({ changes, window }) => ({ changes, ...(window === null ? {} : { window }) }));
}

function merge(answers: CaseAnswers, changes: Record<string, unknown>): CaseAnswers {
  return Object.entries(changes).reduce<CaseAnswers>((so, [path, value]) => {
    try {
      return setFact(so, path, value);
    } catch (error) {
      if (error instanceof RangeError) throw new Refusal('answers-invalid', { fields: [refused(path, 'wrong-shape').problem] });
      throw error;
    }
  }, answers);
}

function withinLimit(changes: Record<string, unknown>): Record<string, unknown> {
  if (Object.keys(changes).length > MOST_CHANGES) throw new Refusal('body-too-large', { detail: tooMuch });
  return changes;
}

const notThereYet = { th: 'คำตอบยังไม่ถึงรุ่นนี้ โปรดโหลดหน้าใหม่', en: 'The answers have not come to this revision. Reload the page.' };
const tooMuch = { th: 'ข้อมูลของเรื่องนี้มากเกินกว่าที่ระบบเก็บได้', en: 'This is more than a case can keep.' };
