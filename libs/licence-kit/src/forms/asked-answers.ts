import type { CaseAnswers, Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import type { AnswerProblemCode } from './answer-problem';
import { visibleSchema } from './visible-schema';

/** A list or text beyond these is wrong whatever its schema says, and is not looked into. */
const MOST_ROWS = 1_000;
const LONGEST_TEXT = 20_000;

/** Answers cut to what a schema speaks of, and what was wrong with the rest. */
export interface Cut {
  value: unknown;
  faults: { path: string; code: AnswerProblemCode; field: JsonSchema | undefined }[];
}

/**
 * The answers that the form asks for, and no others: without those of fields that are not asked, unknown ones and empty ones.
 * What an application is filed with, so that nothing is read that the applicant did not see.
 */
export function askedAnswers(schema: JsonSchema, answers: CaseAnswers, facts: Facts): CaseAnswers {
  return (cut(visibleSchema(schema, { ...answers, ...facts }), schema, answers).value ?? {}) as CaseAnswers;
}

/**
 * Follows the schema, never the data, so that hostile data cannot lead it astray: its depth is the schema's depth.
 * A group that is required is there afterwards, so that each of its missing fields is found.
 */
export function cut(visible: JsonSchema, whole: JsonSchema, value: unknown): Cut {
  const faults: Cut['faults'] = [];
  return { value: cutValue(visible, whole, value, '', faults), faults };
}

function cutValue(visible: JsonSchema, whole: JsonSchema, value: unknown, path: string, faults: Cut['faults']): unknown {
  if (isEmpty(value)) return undefined;
  if (visible.items && Array.isArray(value)) return cutRows(visible, whole, value, path, faults);
  if (isGroupSchema(visible) && typeof value === 'object' && !Array.isArray(value)) {
    return cutGroup(visible, whole, value as Record<string, unknown>, path, faults);
  }
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    faults.push({ path, code: visible.type === 'string' ? 'too-long' : 'wrong-kind', field: { maxLength: LONGEST_TEXT, ...visible } });
    return undefined;
  }
  return isPlain(value) ? value : unfit(value, path, visible, faults);
}

function cutGroup(visible: JsonSchema, whole: JsonSchema, group: Record<string, unknown>, path: string, faults: Cut['faults']): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(visible.properties ?? {})) {
    const at = path ? `${path}.${name}` : name;
    const given = Object.hasOwn(group, name) ? group[name] : undefined;
    const isNeeded = isGroupSchema(field) && Boolean(visible.required?.includes(name));
    const value = cutValue(field, whole.properties?.[name] ?? field, isEmpty(given) && isNeeded ? {} : given, at, faults);
    if (value !== undefined) kept[name] = value;
  }
  if (whole.additionalProperties === false) {
    for (const name of Object.keys(group)) {
      if (Object.hasOwn(whole.properties ?? {}, name) || group[name] === undefined) continue;
      faults.push({ path: path ? `${path}.${name}` : name, code: 'unknown-field', field: undefined });
    }
  }
  return kept;
}

function cutRows(visible: JsonSchema, whole: JsonSchema, rows: unknown[], path: string, faults: Cut['faults']): unknown[] | undefined {
  const most = Math.min(visible.maxItems ?? MOST_ROWS, MOST_ROWS);
  if (rows.length > most) {
    faults.push({ path, code: 'too-many', field: { ...visible, maxItems: most } });
    return undefined;
  }
  const row = visible.items ?? {};
  return Array.from(rows, (each, at) => {
    const value = cutValue(row, whole.items ?? row, isEmpty(each) && isGroupSchema(row) ? {} : each, `${path}.${at}`, faults);
    return value === undefined ? null : value;
  });
}

function unfit(value: unknown, path: string, field: JsonSchema, faults: Cut['faults']): undefined {
  faults.push({ path, code: field.type && typeof value !== 'number' ? 'wrong-kind' : 'too-large', field });
  return undefined;
}

function isGroupSchema(schema: JsonSchema): boolean {
  return schema.type === 'object' || schema.properties !== undefined;
}

/** Nothing, and text of blanks only, is no answer. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** What JSON holds, without looking inside. */
function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value) || (typeof value === 'object' && value !== null);
}
