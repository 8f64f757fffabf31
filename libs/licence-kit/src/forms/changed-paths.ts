import type { CaseAnswers } from '../definition/case-answers';
import { canonicalJson } from './canonical-json';

/**
 * Paths of the facts that differ, in order: `premises.areaSqm`, `signs.0.widthCm`. A list of another length, and a fact that
 * became a group or ceased to be one, is named as a whole. A key without a value equals no key.
 */
export function changedPaths(before: CaseAnswers, after: CaseAnswers): string[] {
  const changed: string[] = [];
  compare(before, after, '', changed);
  return changed.sort();
}

function compare(before: unknown, after: unknown, path: string, changed: string[]): void {
  if (before === after) return;
  if (isGroup(before) && isGroup(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(own(before, key), own(after, key), path ? `${path}.${key}` : key, changed);
    }
  } else if (isGroup(before) && after === undefined) {
    compare(before, {}, path, changed);
  } else if (isGroup(after) && before === undefined) {
    compare({}, after, path, changed);
  } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((row, at) => compare(row, after[at], `${path}.${at}`, changed));
  } else if (asText(before) !== asText(after)) {
    changed.push(path);
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(group: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(group, key) ? group[key] : undefined;
}

function asText(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalJson(value);
}
