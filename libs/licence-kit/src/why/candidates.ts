import type { Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import { getFactAt } from '../forms/fact-path';
import { findSchemaAt } from '../forms/schema-paths';
import { measuresIn, turningPoints } from './bounds-in';
import type { Change, Reach } from './change';

/** Values that a fact may have beside those that its schema lists, such as the estates of a province. */
export type Choices = (path: string, field: JsonSchema) => readonly unknown[];

/** Finer than this no number is told, where its field does not say. */
const FINEST = 0.01;

/** The changes of one fact that may turn the rules; each keeps to what its field allows. */
export function candidatesFor(path: string, rules: readonly string[], schema: JsonSchema, facts: Facts, choices: Choices = () => []): Change[] {
  const field = findSchemaAt(schema, path);
  if (!field || field.const !== undefined) return [];
  const from = getFactAt(facts, path) ?? null;
  const given: Change[] = choices(path, field).map((to) => ({ path, from, to }));
  const missing: Change[] = from !== null && isOptional(schema, path) ? [{ path, from, to: null }] : [];
  return [...ownCandidates(path, field, from, rules, facts), ...given, ...missing].filter(({ to }) => JSON.stringify(to) !== JSON.stringify(from));
}

function ownCandidates(path: string, field: JsonSchema, from: unknown, rules: readonly string[], facts: Facts): Change[] {
  if (field.enum) return field.enum.map((to) => ({ path, from, to }));
  switch (field.type) {
    case 'boolean':
      return [true, false].map((to) => ({ path, from, to }));
    case 'number':
    case 'integer':
      return numbers(path, field, from, rules, facts);
    case 'array':
      return lists(path, field, Array.isArray(from) ? from : [], rules);
    case 'string':
      return [...new Set([...literals(rules), ...(field.format === 'date' ? days(rules, facts, path) : [])])].map((to) => ({ path, from, to }));
    default:
      return from === null && field.properties ? [{ path, from, to: sampleOf(field) }] : [];
  }
}

/** Some answer that a group may have: enough to say that it is given. */
function sampleOf(field: JsonSchema): unknown {
  if (field.properties) return Object.fromEntries(Object.entries(field.properties).filter(([name]) => field.required?.includes(name)).map(([name, part]) => [name, sampleOf(part)]));
  return field.enum?.[0] ?? (field.type === 'number' || field.type === 'integer' ? (field.minimum ?? 1) : field.type === 'boolean' ? true : '1');
}

/** The smallest step of a number's field. */
export function stepOf({ type, multipleOf }: JsonSchema): number {
  return multipleOf ?? (type === 'integer' ? 1 : FINEST);
}

/** The step in which amounts are told, where nothing turns at a bound. */
export function wholeStep({ multipleOf }: JsonSchema): number {
  return multipleOf ?? 1;
}

/** Whether a number may stand in its field. */
export function isAllowed(value: number, { minimum = -Infinity, exclusiveMinimum = -Infinity, maximum = Infinity }: JsonSchema): boolean {
  return value >= minimum && value > exclusiveMinimum && value <= maximum;
}

function numbers(path: string, field: JsonSchema, from: unknown, rules: readonly string[], facts: Facts): Change[] {
  const value = typeof from === 'number' ? from : 0;
  const step = stepOf(field);
  const changes = turningPoints(rules, facts, path, value).flatMap(({ value: point, isSmooth }): Change[] => {
    if (isSmooth) return [-1, 0, 1].map((by) => ({ path, from, to: tidy((Math.round(point / wholeStep(field)) + by) * wholeStep(field)) }));
    const under = tidy(Math.floor(point / step + 1e-9) * step);
    const over = tidy(Math.ceil(point / step - 1e-9) * step);
    const isOnGrid = under === over;
    const at = (to: number, as: Reach, bound: number): Change => ({ path, from, to, reach: { as, value: bound } });
    const seen = typeof from === 'number' ? from : -Infinity;
    return [
      ...(isOnGrid && seen > point ? [at(under, 'at-most', point)] : []),
      ...(isOnGrid && seen <= point ? [at(under, 'at-least', point)] : []),
      ...(seen >= point ? [at(isOnGrid ? tidy(under - step) : under, 'less-than', point)] : []),
      ...(seen <= point ? [at(isOnGrid ? tidy(over + step) : over, 'more-than', point)] : []),
    ];
  });
  return changes.filter(({ to }) => isAllowed(to as number, field));
}

/** Away with the dust of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toFixed(6));
}

function lists(path: string, field: JsonSchema, from: unknown[], rules: readonly string[]): Change[] {
  const { minItems = 0, maxItems = Infinity, items } = field;
  const offered = items?.enum ?? (items?.type === 'string' ? literals(rules) : []);
  const without = from.map((_, row) => from.toSpliced(row, 1));
  const more = items?.enum || items?.type === 'string' ? offered.filter((value) => !from.includes(value)).map((value) => [...from, value]) : from.length > 0 ? [[...from, from.at(-1)]] : [];
  const lengths = rules.flatMap((rule) => measuresIn(rule).literals).filter((literal) => Number.isInteger(literal) && Number(literal) <= 50).map(Number);
  const sized = items?.properties && from.length > 0 ? lengths.flatMap((n) => [n - 1, n, n + 1]).filter((n) => n >= 0).map((n) => resized(from, n)) : [];
  return [...without, ...more, ...sized].filter(({ length }) => length >= minItems && length <= maxItems).map((to) => ({ path, from, to }));
}

function resized(rows: unknown[], length: number): unknown[] {
  return Array.from({ length }, (_, at) => rows[Math.min(at, rows.length - 1)]);
}

function literals(rules: readonly string[]): string[] {
  return rules.flatMap((rule) => measuresIn(rule).literals).filter((literal) => typeof literal === 'string');
}

/** The days around every day that the rules compare with, and the days of the facts that they read. */
function days(rules: readonly string[], facts: Facts, path: string): string[] {
  const sides = rules.flatMap((rule) => measuresIn(rule).sides).flatMap(({ left, right }) => [left, right]);
  const known = [...literals(rules), ...sides.filter((side) => side !== path).map((side) => getFactAt(facts, side))];
  return known.filter((value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)).flatMap((day) => [-1, 0, 1].map((by) => dayFrom(day, by)));
}

function dayFrom(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

function isOptional(schema: JsonSchema, path: string): boolean {
  const parts = path.split('.');
  const key = parts.pop() ?? '';
  if (/^\d+$/.test(key)) return false;
  const found = parts.length === 0 ? schema : findSchemaAt(schema, parts.join('.'));
  const group = found?.items ?? found;
  return !group?.required?.includes(key) || group.properties?.[key]?.['x-required-when'] !== undefined;
}
