import { randomUUID } from 'node:crypto';
import type { AnswersSaved, CaseCheck, CaseView, ComposedForm } from '@anuyat/contract';
import { getFactAt } from '@anuyat/licence-kit';
import { paperFor } from '../../../apps/sandbox/src/scenario/papers';
import type { Person } from './person';
import type { LoadStory } from './stories';

/** A paper that a story needs, and what file it takes. */
export interface NeededPaper {
  code: string;
  isFresh: boolean;
  makeFile(): File;
}

/** What a story's form asks, learnt once from the portal's own form. */
export interface Template {
  story: LoadStory;
  changes: Record<string, unknown>;
  papers: NeededPaper[];
}

type Schema = ComposedForm['schema'];

/** Opens a first draft of the story and reads off its form what has to be filled in. @throws when something is asked that the story does not tell. */
export async function learn(person: Person, story: LoadStory): Promise<Template> {
  const draft = await person.call<CaseView>({ method: 'POST', path: '/api/cases', body: { journey: story.journey, answers: story.quiz }, key: randomUUID() });
  const form = await person.get<ComposedForm>(`/api/cases/${draft.id}/form`);
  const asked = form.topics.flatMap(({ id, schema }) => (schema.type === 'array' ? [id] : leavesOf(schema, id)));
  const changes = Object.fromEntries(asked.flatMap((path) => {
    const value = getFactAt(story.rest, path);
    return value === undefined ? [] : [[path, value] as const];
  }));
  await person.call<AnswersSaved>({ method: 'PATCH', path: `/api/cases/${draft.id}/answers`, body: { base: draft.answersRevision, changes } });
  const check = await person.get<CaseCheck>(`/api/cases/${draft.id}/check`);
  const papers = check.documents.filter(({ isNeeded }) => isNeeded).map(({ code }) => {
    const slot = form.documents.find((document) => document.code === code);
    return { code, isFresh: Boolean(slot?.freshMonths), makeFile: () => paperFor(code, slot?.accepts ?? []) };
  });
  const missing = check.topics.flatMap(({ problems }) => problems);
  if (missing.length > 0) throw new Error(`The story of ${story.name} does not tell ${missing.map(({ path }) => path).join(', ')}.`);
  await person.call({ method: 'DELETE', path: `/api/cases/${draft.id}` });
  return { story, changes, papers };
}

function leavesOf(schema: Schema, path: string): string[] {
  if (!schema.properties) return [path];
  return Object.entries(schema.properties).flatMap(([name, field]) => leavesOf(field, `${path}.${name}`));
}
