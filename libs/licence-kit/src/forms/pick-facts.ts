import type { CaseAnswers } from '../definition/case-answers';
import { canonicalJson } from './canonical-json';
import { isSafeKey } from './fact-path';

interface Wanted {
  isAll: boolean;
  below: Map<string, Wanted>;
}

/**
 * Only the facts under the given prefixes, such as `premises` or `signs.widthCm`; nothing else of the answers is in it.
 * A prefix goes through the rows of a list without a number.
 */
export function pickFacts(answers: CaseAnswers, reads: readonly string[]): CaseAnswers {
  const wanted: Wanted = { isAll: false, below: new Map() };
  for (const prefix of reads) want(wanted, prefix.split('.'));
  return (pick(answers, wanted) ?? {}) as CaseAnswers;
}

/** The text whose digest says whether any fact under the prefixes changed. */
export function answersDigest(answers: CaseAnswers, reads: readonly string[]): string {
  return canonicalJson(pickFacts(answers, reads));
}

function want(wanted: Wanted, [key, ...rest]: string[]): void {
  if (key === undefined) {
    wanted.isAll = true;
    return;
  }
  const next = wanted.below.get(key) ?? { isAll: false, below: new Map() };
  wanted.below.set(key, next);
  want(next, rest);
}

function pick(value: unknown, wanted: Wanted): unknown {
  if (wanted.isAll) return value;
  if (Array.isArray(value)) return value.map((row) => pick(row, wanted) ?? {});
  if (typeof value !== 'object' || value === null) return undefined;
  const picked: Record<string, unknown> = {};
  for (const [key, below] of wanted.below) {
    if (!isSafeKey(key) || !Object.hasOwn(value, key)) continue;
    const part = pick((value as Record<string, unknown>)[key], below);
    if (part !== undefined) picked[key] = part;
  }
  return Object.keys(picked).length > 0 ? picked : undefined;
}
