import type { CaseAnswers } from '../definition/case-answers';

const NEVER = new Set(['__proto__', 'constructor', 'prototype']);
const ROW = /^(0|[1-9]\d{0,5})$/;

/** Whether a key may be part of a path; names that reach into a prototype may not. */
export function isSafeKey(key: string): boolean {
  return key !== '' && !NEVER.has(key);
}

/** The fact at a dotted path such as `signs.0.widthCm`; undefined where there is none. */
export function getFactAt(answers: CaseAnswers, path: string): unknown {
  let value: unknown = answers;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !isSafeKey(key) || !Object.hasOwn(value, key)) return undefined;
    if (Array.isArray(value) && !ROW.test(key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/**
 * The answers with one fact set; nothing that was given is changed. `undefined` takes the fact away.
 * Groups that are not there yet are made, and lists where the next part is a row's number.
 * @throws RangeError when the path is not one of facts, or leaves a gap in a list.
 */
export function setFact(answers: CaseAnswers, path: string, value: unknown): CaseAnswers {
  const keys = path.split('.');
  if (!keys.every(isSafeKey)) throw new RangeError(`"${path}" is not the path of a fact.`);
  return put(answers, keys, value, path) as CaseAnswers;
}

function put(target: unknown, [key, ...rest]: string[], value: unknown, path: string): unknown {
  if (key === undefined) return value;
  if (Array.isArray(target) || (target === undefined && ROW.test(key))) return putRow((target ?? []) as unknown[], key, rest, value, path);
  if (target !== undefined && target !== null && typeof target !== 'object') throw new RangeError(`"${path}" goes through a fact that has no parts.`);
  const before = { ...(target as Record<string, unknown> | undefined) };
  const current = Object.hasOwn(before, key) ? before[key] : undefined;
  if (value === undefined && current === undefined) return target ?? before;
  const after = put(current, rest, value, path);
  if (after === undefined) delete before[key];
  else before[key] = after;
  return before;
}

function putRow(rows: unknown[], key: string, rest: string[], value: unknown, path: string): unknown {
  const at = ROW.test(key) ? Number(key) : -1;
  if (at < 0 || at > rows.length) throw new RangeError(`"${path}" names no row of the list.`);
  if (value === undefined && rest.length === 0) return rows.filter((_, row) => row !== at);
  return rows.toSpliced(at, 1, put(rows[at], rest, value, path));
}
