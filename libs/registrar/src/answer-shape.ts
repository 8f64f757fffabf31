import { Refusal, type FieldProblem } from '@anuyat/contract';
import { cleanTyped } from '@anuyat/dictionary';
import { findSchemaAt, type CaseAnswers, type JsonSchema, type Text } from '@anuyat/licence-kit';

/** Letters of one answer; more than any field takes, so that a paste that is too long is kept and can be cut by hand. */
const LONGEST_TEXT = 20_000;
const MOST_ROWS = 1_000;
const LONGEST_PATH = 200;
const MOST_PROBLEMS = 50;

/** A change as it is kept, or what is wrong with it. */
export type Shaped = { value: unknown } | { problem: FieldProblem };

/**
 * Whether a change can be kept at all. Half an answer can, and a wrong one can, for nothing typed is lost; what no form asks
 * for cannot, nor a value of another shape: a group where a field is, rows without end. Text is kept in one spelling.
 * @param schemas forms that the path may belong to; the first that knows it decides.
 */
export function shapeChange(schemas: readonly JsonSchema[], path: string, value: unknown): Shaped {
  const schema = path.length <= LONGEST_PATH ? schemas.map((form) => findSchemaAt(form, path)).find((found) => found !== undefined) : undefined;
  if (!schema) return refused(path.slice(0, LONGEST_PATH), 'unknown-field');
  return value === null ? { value: undefined } : shape(schema, path, value);
}

/** Whole answers, topic by topic. @throws Refusal `answers-invalid` that names what cannot be kept. */
export function shapeAnswers(schemas: readonly JsonSchema[], answers: CaseAnswers): CaseAnswers {
  return Object.fromEntries(Object.entries(shapeChanges(schemas, answers)).filter(([, value]) => value !== undefined));
}

/** Changes by path. A fact to be taken away is undefined. @throws Refusal `answers-invalid` that names what cannot be kept. */
export function shapeChanges(schemas: readonly JsonSchema[], changes: Record<string, unknown>): Record<string, unknown> {
  const shaped = Object.entries(changes).map(([path, value]) => ({ path, outcome: shapeChange(schemas, path, value) }));
  const fields = shaped.flatMap(({ outcome }) => ('problem' in outcome ? [outcome.problem] : []));
  if (fields.length > 0) throw new Refusal('answers-invalid', { fields: fields.slice(0, MOST_PROBLEMS) });
  return Object.fromEntries(shaped.map(({ path, outcome }) => [path, 'value' in outcome ? outcome.value : undefined]));
}

function shape(schema: JsonSchema, path: string, value: unknown): Shaped {
  if (schema.items) return Array.isArray(value) ? shapeRows(schema.items, path, value) : refused(path, 'wrong-shape');
  if (schema.properties || schema.type === 'object') {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? shapeGroup(schema, path, value as Record<string, unknown>) : refused(path, 'wrong-shape');
  }
  switch (typeof value) {
    case 'string':
      return value.length > LONGEST_TEXT ? refused(path, 'too-long') : { value: cleanTyped(schema, storable(value)) };
    case 'number':
      return Number.isFinite(value) ? { value } : refused(path, 'wrong-shape');
    case 'boolean':
      return { value };
    default:
      return refused(path, 'wrong-shape');
  }
}

/** Without what no keyboard writes and PostgreSQL does not store: zero bytes, other control characters, halves of letters. */
function storable(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, '');
}

function shapeRows(row: JsonSchema, path: string, values: unknown[]): Shaped {
  if (values.length > MOST_ROWS) return refused(path, 'too-many');
  return joined(values.map((value, at) => ({ name: String(at), shaped: value === null ? { value: null } : shape(row, `${path}.${at}`, value) })), (parts) => parts.map(({ value }) => value));
}

function shapeGroup(schema: JsonSchema, path: string, group: Record<string, unknown>): Shaped {
  const parts = Object.keys(group).map((name) => {
    const field = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const at = `${path}.${name}`.slice(0, LONGEST_PATH);
    const given = group[name];
    return { name, shaped: !field ? refused(at, 'unknown-field') : given === null || given === undefined ? { value: undefined } : shape(field, at, given) };
  });
  return joined(parts, (kept) => Object.fromEntries(kept.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value])));
}

function joined(parts: { name: string; shaped: Shaped }[], build: (kept: { name: string; value: unknown }[]) => unknown): Shaped {
  const kept: { name: string; value: unknown }[] = [];
  for (const { name, shaped } of parts) {
    if ('problem' in shaped) return shaped;
    kept.push({ name, value: shaped.value });
  }
  return { value: build(kept) };
}

export function refused(path: string, code: keyof typeof messages): { problem: FieldProblem } {
  return { problem: { path, code, message: messages[code] } };
}

const messages = {
  'unknown-field': { th: 'แบบฟอร์มของเรื่องนี้ไม่มีช่องนี้', en: 'The form of this case has no such field.' },
  'wrong-shape': { th: 'ข้อมูลไม่ใช่ชนิดที่ช่องนี้รับได้', en: 'This is not the kind of answer that the field takes.' },
  'too-long': { th: 'ข้อความยาวเกินกว่าที่ระบบเก็บได้', en: 'This text is longer than can be kept.' },
  'too-many': { th: 'มีรายการมากเกินกว่าที่ระบบเก็บได้', en: 'There are more entries than can be kept.' },
} satisfies Record<string, Text>;

/** Whatever was sent, with every text in it as PostgreSQL can store it. */
export function storableTree<T>(value: T): T {
  if (typeof value === 'string') return storable(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => storableTree(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [storable(name), storableTree<unknown>(each)])) as T;
}
