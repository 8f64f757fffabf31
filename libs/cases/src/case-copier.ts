import { Refusal, type PersonActor } from '@anuyat/contract';
import { setFact, type CaseAnswers } from '@anuyat/licence-kit';
import { actorRecord, once, shapeChange, type DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CaseForms } from './case-forms';
import { lockOwnCase, type CaseRow } from './case-row';

const OVER = ['returned', 'refused', 'withdrawn'];

const COPY_CASE = `
  INSERT INTO case_file (id, account_id, applicant_name, journey, journey_version, licences, answers, answers_revision, business_name, place, estate, zone)
  SELECT $2, account_id, $3, journey, $4, $5, $6, 1, business_name, place, estate, zone FROM case_file WHERE id = $1`;

const COPY_PAPERS = `
  INSERT INTO document (id, case_id, code, file_name, kind, bytes, sha256, uploaded_by, issued_on, expires_on)
  SELECT gen_random_uuid(), $2, code, file_name, kind, bytes, sha256, uploaded_by, issued_on, expires_on FROM document WHERE case_id = $1 AND removed_at IS NULL ORDER BY uploaded_at`;

const LATE = `SELECT data -> 'changes' AS changes FROM late_answer WHERE case_id = $1 AND jsonb_typeof(data -> 'changes') = 'object' ORDER BY at, id`;

/**
 * Files again what was returned, refused or withdrawn: a new draft with every answer and every paper of the old case, and with the
 * answers that came too late for it (Licensing Facilitation Act B.E. 2558 s.9). The old case stays as it is.
 */
export class CaseCopier {
  private readonly forms: CaseForms;

  constructor(
    private readonly source: DataSource,
    library: DefinitionLibrary,
  ) {
    this.forms = new CaseForms(library);
  }

  /**
   * @param key with the same key the same draft is given again.
   * @returns the new draft's id.
   * @throws Refusal `not-found`; `bad-request` while nothing of the case has ended without its licence, and for a change of a licence, which is asked for
   *   at the licence; `key-reused`.
   */
  async fileAgain(actor: PersonActor, caseId: string, key?: string): Promise<string> {
    return this.source.transaction((tx) => {
      const act = (): Promise<string> => this.copy(tx, actor, caseId);
      return key === undefined ? act() : once(tx, { actor, key, content: { act: 'file again', caseId } }, act);
    });
  }

  private async copy(tx: EntityManager, actor: PersonActor, caseId: string): Promise<string> {
    const row = await lockOwnCase(tx, actor, caseId);
    const applications: { code: string; status: string }[] = await tx.query(`SELECT code, status FROM application WHERE case_id = $1`, [caseId]);
    const again = applications.filter(({ status }) => OVER.includes(status)).map(({ code }) => code);
    if (again.length === 0) throw new Refusal('bad-request', { detail: nothingEnded });
    if (row.filing_kind === 'change') throw new Refusal('bad-request', { detail: changedElsewhere });
    const id = uuidv7();
    const journey = this.forms.journeyOf({ ...row, status: 'draft' });
    const answers = await this.withLateAnswers(tx, row);
    await tx.query(COPY_CASE, [caseId, id, actor.name.th, journey.version, JSON.stringify(licencesOf(row, again)), JSON.stringify(answers)]);
    await tx.query(COPY_PAPERS, [caseId, id]);
    await tx.query(`INSERT INTO answer_change (case_id, revision, changes, actor) VALUES ($1, 1, $2, $3)`, [id, JSON.stringify(answers), JSON.stringify(actorRecord(actor))]);
    return id;
  }

  /** The case's answers as the applicant last wanted them; a late answer that no form takes stays where it is kept. */
  private async withLateAnswers(tx: EntityManager, row: CaseRow): Promise<CaseAnswers> {
    const late: { changes: Record<string, unknown> }[] = await tx.query(LATE, [row.id]);
    const forms = this.forms.schemasOf(row);
    return late.flatMap(({ changes }) => Object.entries(changes)).reduce((so, [path, value]) => {
      const shaped = shapeChange(forms, path, value);
      return 'value' in shaped ? setFact(so, path, shaped.value) : so;
    }, row.answers);
  }
}

/** What was granted, or is still under way, is not asked for twice. */
function licencesOf({ licences }: CaseRow, again: readonly string[]): CaseRow['licences'] {
  return licences.map(({ code, version }) => (again.includes(code) ? { code, version } : { code, version, isLeftOut: true }));
}

const nothingEnded = {
  th: 'ยื่นใหม่ได้เมื่อมีคำขอในเรื่องนี้ถูกคืน ไม่อนุญาต หรือถอนแล้ว',
  en: 'You can file again once an application of this case was returned, refused or withdrawn.',
};

const changedElsewhere = {
  th: 'การขอแก้ไขใบอนุญาตเริ่มใหม่ได้ที่หน้าใบอนุญาต ซึ่งกรอกข้อมูลล่าสุดไว้ให้แล้ว',
  en: 'A change is asked for again on the licence’s page, where the newest answers are filled in.',
};
