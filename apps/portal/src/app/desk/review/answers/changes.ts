import type { DocumentView, TaskView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { answerRows } from './answer-rows';
import type { AnswerRow } from './answer-rows';
import type { AnswerValue } from './answer-value';

/** A fact that is not what it was. */
export interface ChangedFact {
  path: string;
  label: Text;
  before: AnswerValue;
  after: AnswerValue;
}

/** A paper that came or went. */
export interface ChangedDocument {
  document: DocumentView;
  isNew: boolean;
}

type Read = Pick<TaskView, 'topics' | 'answers' | 'documents'>;

/** Facts that read otherwise in the later view, in the order of the form; facts that are asked no more come last. */
export function changedFacts(before: Read, after: Read): ChangedFact[] {
  const old = new Map(rowsOf(before).map((row) => [row.path, row]));
  const now = rowsOf(after);
  const changed = now.flatMap(({ path, label, value }): ChangedFact[] => {
    const was = old.get(path)?.value ?? { kind: 'none' };
    return isSame(was, value) ? [] : [{ path, label, before: was, after: value }];
  });
  const kept = new Set(now.map(({ path }) => path));
  const gone = [...old.values()].filter(({ path, value }) => !kept.has(path) && value.kind !== 'none');
  return [...changed, ...gone.map(({ path, label, value }): ChangedFact => ({ path, label, before: value, after: { kind: 'none' } }))];
}

/** Documents that came since, and those that are gone. */
export function changedDocuments(before: Read, after: Read): ChangedDocument[] {
  const missingIn = ({ documents }: Read) => (one: DocumentView) => !documents.some(({ id, sha256 }) => id === one.id && sha256 === one.sha256);
  return [
    ...after.documents.filter(missingIn(before)).map((document) => ({ document, isNew: true })),
    ...before.documents.filter(missingIn(after)).map((document) => ({ document, isNew: false })),
  ];
}

function rowsOf({ topics, answers }: Read): AnswerRow[] {
  return topics.flatMap((topic) => answerRows(topic, answers[topic.id]));
}

function isSame(a: AnswerValue, b: AnswerValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
