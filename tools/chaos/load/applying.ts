import { randomUUID } from 'node:crypto';
import type { AnswersSaved, CaseView, DocumentView, VaultPaper } from '@anuyat/contract';
import type { Journal } from './journal';
import { SaidNo, type Person } from './person';
import type { NeededPaper, Template } from './template';

/** An applicant with the papers that were given once and are taken into every case. */
export class Applicant {
  private readonly vault = new Map<string, Promise<string>>();

  constructor(
    readonly person: Person,
    private readonly journal: Journal,
  ) {}

  /** A case from the first answer to its number. @returns the case as it was answered. */
  async apply({ story, changes, papers }: Template, isFresh: boolean): Promise<CaseView> {
    const draft = await this.person.call<CaseView>({ method: 'POST', path: '/api/cases', body: { journey: story.journey, answers: story.quiz }, key: randomUUID() });
    const saved = await this.save(draft, changes);
    this.journal.note({ kind: 'draft', caseId: draft.id, answersRevision: saved });
    for (const [at, paper] of papers.entries()) await this.give(draft.id, paper, isFresh && at === 0);
    const filed = await this.person.call<CaseView>({ method: 'POST', path: `/api/cases/${draft.id}/submit`, body: { declaresTruth: true, answersRevision: saved }, key: randomUUID() });
    this.journal.note({ kind: 'filed', caseId: filed.id, number: filed.number ?? '', applications: filed.details.map(({ id }) => id) });
    return filed;
  }

  /** The window's own mark: what it saved and got no answer to is no conflict. */
  private async save(draft: CaseView, changes: Record<string, unknown>): Promise<number> {
    const body = { base: draft.answersRevision, changes, window: randomUUID() };
    return (await this.person.call<AnswersSaved>({ method: 'PATCH', path: `/api/cases/${draft.id}/answers`, body })).answersRevision;
  }

  private async give(caseId: string, paper: NeededPaper, isNew: boolean): Promise<void> {
    const path = isNew ? `/api/cases/${caseId}/documents` : `/api/cases/${caseId}/documents/from-vault`;
    const body = isNew ? upload(paper) : { code: paper.code, paperId: await this.paperInVault(paper) };
    const { id } = await this.person.call<DocumentView>({ method: 'POST', path, body }).catch(async (error: unknown) => {
      const kept = error instanceof SaidNo ? (await this.person.get<CaseView>(`/api/cases/${caseId}`)).documents.find(({ code }) => code === paper.code) : undefined;
      if (!kept) throw error;
      return kept;
    });
    if (isNew && paper.isFresh) await this.person.call({ method: 'PUT', path: `/api/cases/${caseId}/documents/${id}/dates`, body: { issuedOn: today() } });
    this.journal.note({ kind: 'document', caseId, code: paper.code, documentId: id });
  }

  private paperInVault(paper: NeededPaper): Promise<string> {
    let kept = this.vault.get(paper.code);
    if (!kept) {
      kept = this.person.call<VaultPaper>({ method: 'POST', path: '/api/vault/papers', body: upload(paper, paper.isFresh ? { issuedOn: today() } : {}) }).then(({ id }) => id);
      this.vault.set(paper.code, kept);
    }
    return kept;
  }
}

/** A file whose content is nobody else's, so that each is scanned and kept by itself. */
function upload({ code, makeFile }: NeededPaper, said: Record<string, string> = {}): FormData {
  const file = makeFile();
  const form = new FormData();
  form.set('code', code);
  for (const [name, value] of Object.entries(said)) form.set(name, value);
  form.set('file', file.type === 'application/pdf' ? new File([file, `% ${randomUUID()}\n`], file.name, { type: file.type }) : file);
  return form;
}

/** The day in Bangkok. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
}
