import type { CaseAnswers } from '@anuyat/licence-kit';
import type { FormlyFieldConfig } from '@ngx-formly/core';

/** One answer that changed; a field in a row is told as its whole list. */
export interface AnswerChange {
  path: string;
  value: unknown;
}

/** The id of a field's control in the page, so that an error summary can lead to it. */
export function fieldId(path: string): string {
  return `f-${path.replaceAll('.', '-')}`;
}

/** The dotted path of a formly field, with the numbers of rows. */
export function pathOf(field: FormlyFieldConfig): string {
  const parent = field.parent ? pathOf(field.parent) : '';
  const key = field.key === undefined || field.key === '' ? '' : String(field.key);
  return [parent, key].filter((part) => part !== '').join('.');
}

/** The answer at a path; nothing where there is none. */
export function answerAt(answers: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), answers);
}

/** The answers with one changed; nothing of the old tree is touched, and `undefined` takes the answer away. */
export function withAnswer(answers: CaseAnswers, path: string, value: unknown): CaseAnswers {
  return put(answers, path.split('.'), value) as CaseAnswers;
}

function put(at: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(at) || (isEmpty(at) && /^\d+$/.test(key))) {
    const list: unknown[] = Array.isArray(at) ? [...at] : [];
    while (list.length < Number(key)) list.push({});
    list[Number(key)] = put(list[Number(key)], rest, value);
    return list;
  }
  const group: Record<string, unknown> = { ...(typeof at === 'object' && at !== null ? (at as Record<string, unknown>) : {}) };
  const next = put(group[key], rest, value);
  if (next === undefined || next === null) delete group[key];
  else group[key] = next;
  return group;
}

function isEmpty(at: unknown): boolean {
  return at === undefined || at === null;
}

/** What of a change is told: inside a list the list as a whole, for its rows have no names of their own. */
export function toldChange(answers: CaseAnswers, path: string): AnswerChange {
  const keys = path.split('.');
  const row = keys.findIndex((key) => /^\d+$/.test(key));
  const told = row < 0 ? path : keys.slice(0, row).join('.');
  return { path: told, value: answerAt(answers, told) ?? null };
}

/** A copy of answers that a form may change as it likes. Answers are plain JSON. */
export function copied<T>(answers: T): T {
  return JSON.parse(JSON.stringify(answers)) as T;
}
