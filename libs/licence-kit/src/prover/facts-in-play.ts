import type { JsonSchema } from '../definition/json-schema';
import { evaluateRule } from '../feel/holds';
import { callsIn, namesAndPlacesIn } from '../feel/names-in';
import { childrenOf, parse, type SyntaxNode } from '../feel/parse';
import { findSchemaAt } from '../forms/schema-paths';
import { setFact } from '../forms/fact-path';

/** What one question of a rule may be answered with; null is FEEL's, where a fact is missing. */
export type AtomValue = boolean | null;

/** A comparison of one fact with fixed values, whose bounds split everything that the fact may be. */
export interface Comparison {
  path: string;
  bounds: readonly (number | string | boolean | null)[];
}

const COMPARING = new Set([
  'Comparison', 'PathExpression', 'VariableName', 'PathName', 'Identifier', 'CompareOp', 'NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'null',
  'in', 'between', 'and', 'PositiveUnaryTest', 'PositiveUnaryTests', 'SimplePositiveUnaryTest', 'Interval', 'ArithOp', 'ParenthesizedExpression',
  '(', ')', '[', ']', '..', '.',
]);

/** The comparison that a question is; undefined for one that reads several facts, lists, or works something out. */
export function comparisonOf(atom: string, form: JsonSchema): Comparison | undefined {
  const names = namesAndPlacesIn(atom);
  const path = names[0]?.path;
  if (path === undefined || names.some((name) => name.path !== path || name.otherwise !== undefined) || callsIn(atom).length > 0) return undefined;
  const type = findSchemaAt(form, path)?.type;
  if (type === 'array' || type === 'object') return undefined;
  const bounds: Comparison['bounds'][number][] = [];
  const isSimple = (node: SyntaxNode): boolean => {
    const text = atom.slice(node.from, node.to);
    if (node.name === 'ArithmeticExpression') {
      const value = namesAndPlacesIn(text).length === 0 ? evaluateRule(text, {}) : null;
      return typeof value === 'number' && bounds.push(value) > 0;
    }
    if (!COMPARING.has(node.name)) return false;
    if (/Literal$/.test(node.name) || node.name === 'null') bounds.push(evaluateRule(text, {}) as Comparison['bounds'][number]);
    return childrenOf(node).every(isSimple);
  };
  return isSimple(parse(atom)) ? { path, bounds } : undefined;
}

/** One value from every part into which the bounds split a fact: each of them answers all comparisons alike. */
export function valuesOf(path: string, bounds: readonly (number | string | boolean | null)[], form: JsonSchema): unknown[] {
  const field = findSchemaAt(form, path);
  const missing = isAlwaysAnswered(form, path) ? [] : [null];
  if (field?.const !== undefined) return [...missing, field.const];
  if (field?.enum) return [...missing, ...field.enum];
  const type = field?.type ?? (bounds.some((bound) => typeof bound === 'number') ? 'number' : bounds.some((bound) => typeof bound === 'string') ? 'string' : 'boolean');
  switch (type) {
    case 'number':
    case 'integer':
      return [...missing, ...numbersAround(bounds.filter((bound) => typeof bound === 'number'), field ?? {})];
    case 'string':
      return [...missing, ...bounds.filter((bound) => typeof bound === 'string'), otherThan(bounds)];
    default:
      return [...missing, true, false];
  }
}

/** What a question says of one value of its fact. */
export function answerAt(atom: string, path: string, value: unknown): AtomValue {
  const said = evaluateRule(atom, value === null ? {} : setFact({}, path, value));
  return typeof said === 'boolean' ? said : null;
}

function numbersAround(bounds: number[], { type, minimum = -Infinity, exclusiveMinimum = -Infinity, maximum = Infinity }: JsonSchema): number[] {
  const marks = [...new Set([...bounds, ...[minimum, maximum].filter(Number.isFinite)])].sort((a, b) => a - b);
  const first = marks[0] ?? 0;
  const last = marks.at(-1) ?? 0;
  const between = marks.flatMap((mark, at) => {
    const next = marks[at + 1];
    return next === undefined ? [mark] : [mark, type === 'integer' ? Math.floor(mark) + 1 : (mark + next) / 2];
  });
  return [...new Set([first - 1, ...between, last + 1])].filter((value) =>
    value >= minimum && value > exclusiveMinimum && value <= maximum && (type !== 'integer' || Number.isInteger(value)));
}

function otherThan(bounds: readonly unknown[]): string {
  let other = 'something else';
  while (bounds.includes(other)) other += '!';
  return other;
}

function isAlwaysAnswered(form: JsonSchema, path: string): boolean {
  let group: JsonSchema | undefined = form;
  for (const key of path.split('.')) {
    const field: JsonSchema | undefined = group?.properties?.[key];
    if (!field || !group?.required?.includes(key) || field['x-when'] !== undefined || field['x-required-when'] !== undefined) return false;
    group = field;
  }
  return true;
}
