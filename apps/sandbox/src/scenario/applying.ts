import type { AnswersSaved, CaseCheck, CaseView, ComposedForm, DocumentView } from '@anuyat/contract';
import { getFactAt } from '@anuyat/licence-kit';
import { paperFor } from './papers';
import type { Story } from './stories';
import type { Visitor } from './visitor';

/** Opens a draft and fills in everything that its form asks, papers included. */
export async function draftCase(applicant: Visitor, story: Story): Promise<CaseView> {
  const draft = await applicant.post<CaseView>('/api/cases', { journey: story.journey, answers: story.quiz });
  const form = await applicant.get<ComposedForm>(`/api/cases/${draft.id}/form`);
  const asked = form.topics.flatMap(({ id, schema }) => (schema.type === 'array' ? [id] : leavesOf(schema, id)));
  const changes = Object.fromEntries(
    asked.flatMap((path) => {
      const value = getFactAt(story.rest, path);
      return value === undefined ? [] : [[path, value] as const];
    }),
  );
  await applicant.patch<AnswersSaved>(`/api/cases/${draft.id}/answers`, { base: draft.answersRevision, changes });
  const check = await applicant.get<CaseCheck>(`/api/cases/${draft.id}/check`);
  for (const { code } of check.documents.filter(({ isNeeded, files }) => isNeeded && files.length === 0)) {
    const slot = form.documents.find((document) => document.code === code);
    const { id } = await applicant.upload<DocumentView>(`/api/cases/${draft.id}/documents`, code, paperFor(code, slot?.accepts ?? []));
    if (slot?.freshMonths) await applicant.put<DocumentView>(`/api/cases/${draft.id}/documents/${id}/dates`, { issuedOn: today() });
  }
  return applicant.get<CaseView>(`/api/cases/${draft.id}`);
}

/** Submits a draft; what still stands in its way is told field by field. */
export function submitDraft(applicant: Visitor, draft: CaseView): Promise<CaseView> {
  return applicant.post<CaseView>(`/api/cases/${draft.id}/submit`, { declaresTruth: true, answersRevision: draft.answersRevision });
}

/** The day in Bangkok, `YYYY-MM-DD`. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Bangkok' });
}

type Schema = ComposedForm['schema'];

/** Paths of the facts that are saved as one: single fields and whole lists. */
function leavesOf(schema: Schema, path: string): string[] {
  if (!schema.properties) return [path];
  return Object.entries(schema.properties).flatMap(([name, field]) => leavesOf(field, `${path}.${name}`));
}

