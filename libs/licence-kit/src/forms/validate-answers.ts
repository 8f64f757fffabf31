import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import type { CaseAnswers, Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import type { AnswerFormats, AnswerProblem, AnswerProblemCode } from './answer-problem';
import { cut } from './asked-answers';
import { problemMessage } from './problem-messages';
import { findSchemaAt } from './schema-paths';
import { visibleSchema } from './visible-schema';

const MOST_PROBLEMS = 200;

/**
 * What is wrong with the answers, one problem a field, in the order of the form; nothing when all is well.
 * Only what is asked of these facts counts; empty answers are missing ones. Never throws, whatever the answers are.
 * The schema is interpreted, not compiled, so that browser and server run the same under a strict content policy.
 * @param facts what rules may read beyond the answers; where both have a topic, this one counts.
 */
export function validateAnswers(schema: JsonSchema, answers: CaseAnswers, facts: Facts, formats: AnswerFormats = {}): AnswerProblem[] {
  const given: CaseAnswers = typeof answers === 'object' && answers !== null && !Array.isArray(answers) ? answers : {};
  const visible = visibleSchema(schema, { ...given, ...facts });
  const { value, faults } = cut(visible, schema, given);
  const found = new Map<string, AnswerProblem>();
  const report = (path: string, code: AnswerProblemCode, field = findSchemaAt(visible, path), message = problemMessage(code, field)) => {
    if (!found.has(path)) found.set(path, { path, code, message });
  };

  for (const { path, code, field } of faults) report(path, code, field);
  const { errors } = new Validator(bare(visible, formats) as Schema, '2020-12', false).validate(value ?? {});
  for (const error of [...errors].sort(byWeight)) {
    const path = pathOf(error.instanceLocation);
    if (error.keyword === 'required') {
      for (const name of missingIn(visible, value, path)) report(path ? `${path}.${name}` : name, 'missing');
    } else if (error.keyword in codes) {
      report(path, codes[error.keyword] as AnswerProblemCode);
    }
  }
  for (const { path, field, message } of formatFaults(visible, value, '', formats)) {
    if (OF_THE_LETTERS.has(found.get(path)?.code ?? '')) found.delete(path);
    report(path, 'wrong-format', field, message);
  }
  return inFormOrder(schema, [...found.values()]).slice(0, MOST_PROBLEMS);
}

const codes: Record<string, AnswerProblemCode> = {
  type: 'wrong-kind',
  enum: 'not-a-choice',
  const: 'not-a-choice',
  minItems: 'too-few',
  maxItems: 'too-many',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  multipleOf: 'not-a-multiple',
  maxLength: 'too-long',
  minLength: 'too-short',
  format: 'wrong-format',
  pattern: 'wrong-form',
};
const weights = Object.keys(codes);
/** What is said of letters where the format has better words: nobody counts the letters of a day or a number. */
const OF_THE_LETTERS = new Set<string>(['too-short', 'too-long', 'wrong-form'] satisfies AnswerProblemCode[]);

/** Of several errors of one field the plainest comes first, for only that one is told. */
function byWeight(a: OutputUnit, b: OutputUnit): number {
  return weights.indexOf(a.keyword) - weights.indexOf(b.keyword);
}

/** Without our own words and formats: a schema that every validator reads alike. */
function bare(schema: JsonSchema, formats: AnswerFormats): JsonSchema {
  const plain: JsonSchema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith('x-') || key === 'additionalProperties' || key === 'default') continue;
    if (key === 'format' && Object.hasOwn(formats, String(value))) continue;
    Object.assign(plain, { [key]: value });
  }
  if (schema.properties) {
    plain.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, bare(field, formats)]));
  }
  if (schema.items) plain.items = bare(schema.items, formats);
  return plain;
}

function missingIn(visible: JsonSchema, value: unknown, path: string): string[] {
  const schema = path ? findSchemaAt(visible, path) : visible;
  const required = (schema?.items ?? schema)?.required ?? [];
  const group = path.split('.').reduce((at: unknown, key) => (key === '' ? at : (at as Record<string, unknown>)[key]), value);
  return required.filter((name) => !Object.hasOwn(group as object, name));
}

interface FormatFault {
  path: string;
  field: JsonSchema;
  message?: AnswerProblem['message'];
}

function formatFaults(schema: JsonSchema, value: unknown, path: string, formats: AnswerFormats): FormatFault[] {
  if (Array.isArray(value)) {
    return value.flatMap((row, at) => (schema.items ? formatFaults(schema.items, row, `${path}.${at}`, formats) : []));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      formatFaults(field, (value as Record<string, unknown>)[name], path ? `${path}.${name}` : name, formats));
  }
  const name = schema.format;
  const format = typeof value === 'string' && name !== undefined && Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format) return [];
  const isValid = typeof format === 'function' ? format(value as string) : format.isValid(value as string);
  if (isValid) return [];
  const message = typeof format === 'object' ? (format.explain?.(value as string) ?? format.problem) : undefined;
  return [{ path, field: schema, ...(message ? { message } : {}) }];
}

function pathOf(pointer: string): string {
  return pointer
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => decodeURI(part).replace(/~1/g, '/').replace(/~0/g, '~'))
    .join('.');
}

function inFormOrder(schema: JsonSchema, problems: AnswerProblem[]): AnswerProblem[] {
  const placeOf = (path: string): number[] => {
    let at: JsonSchema | undefined = schema;
    return path.split('.').map((part) => {
      if (at?.items && /^\d+$/.test(part)) {
        at = at.items;
        return Number(part);
      }
      const names = Object.entries(at?.properties ?? {})
        .map(([name, field], index) => ({ name, order: field['x-order'] ?? 0, index }))
        .sort((a, b) => a.order - b.order || a.index - b.index);
      const place = names.findIndex(({ name }) => name === part);
      at = at?.properties && Object.hasOwn(at.properties, part) ? at.properties[part] : undefined;
      return place < 0 ? names.length : place;
    });
  };
  return problems
    .map((problem) => ({ problem, place: placeOf(problem.path) }))
    .sort((a, b) => {
      const differs = a.place.findIndex((part, at) => part !== b.place[at]);
      return differs < 0 ? a.place.length - b.place.length : (a.place[differs] ?? 0) - (b.place[differs] ?? -1);
    })
    .map(({ problem }) => problem);
}
