import type { Facts } from '../definition/case-answers';
import { isSafeKey } from '../forms/fact-path';

/** The fact that a rule's name reads, with `null` where there is none; through a list it is the list of the rows' facts. */
export function readFact(facts: Facts, path: string): unknown {
  return path.split('.').reduce((value: unknown, key) => step(value, key), facts) ?? null;
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((row) => step(row, key) ?? null);
  if (typeof value !== 'object' || value === null || !isSafeKey(key) || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
