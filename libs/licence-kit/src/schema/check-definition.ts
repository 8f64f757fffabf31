import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Text } from '../definition/text';
import { isSafePattern } from './safe-pattern';
import schema from './licence-definition.schema.json' with { type: 'json' };

/** One place where a document is not a licence definition. */
export interface DefinitionProblem {
  /** Dotted path in the document; empty for the whole. */
  path: string;
  message: Text;
}

const MOST_DEPTH = 12;
const MOST_FIELDS = 2_000;
const LONGEST_TEXT = 20_000;
const LONGEST_LIST = 1_000;
/** What no definition needs, and more than which is not looked into. */
const MOST_LEVELS = 40;
const MOST_PARTS = 100_000;
const MOST_PROBLEMS = 100;

const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true }).compile(schema);

/**
 * What keeps a document from being a licence definition in form; nothing when it is one. Whether it is a good one,
 * the prover says. Compiles its schema, so it stays on the server.
 */
export function checkDefinition(json: unknown): DefinitionProblem[] {
  if (isBomb(json)) return [{ path: '', message: { th: `ใหญ่หรือซ้อนกันลึกเกินกว่าที่นิยามใบอนุญาตจำเป็นต้องใช้ (ไม่เกิน ${MOST_LEVELS} ชั้น ${MOST_PARTS} ส่วน)`, en: `Larger or nested deeper than any licence needs: at most ${MOST_LEVELS} levels and ${MOST_PARTS} parts.` } }];
  if (!validate(json)) return plainest(validate.errors ?? []).slice(0, MOST_PROBLEMS).map((error) => ({ path: pathOf(error), message: messageOf(error) }));
  return formProblems((json as { form: unknown }).form, 'form').slice(0, MOST_PROBLEMS);
}

/** Whether a document would keep its reader busy by its size alone; looked at level by level, so that depth costs nothing. */
function isBomb(json: unknown): boolean {
  let level: unknown[] = [json];
  let parts = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    parts += level.length;
    if (depth > MOST_LEVELS || parts > MOST_PARTS) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

/** Errors of a branch that was tried tell less than the errors inside of it. */
function plainest(errors: ErrorObject[]): ErrorObject[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf');
  const seen = new Set<string>();
  return (telling.length > 0 ? telling : errors).filter((error) => {
    const key = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function pathOf(error: ErrorObject): string {
  return error.instancePath.slice(1).split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~')).join('.');
}

function messageOf({ keyword, params, message = '' }: ErrorObject): Text {
  switch (keyword) {
    case 'required':
      return { th: `ขาด “${params['missingProperty']}”`, en: `“${params['missingProperty']}” is missing.` };
    case 'additionalProperties':
      return { th: `ไม่รู้จัก “${params['additionalProperty']}”`, en: `“${params['additionalProperty']}” is not known here.` };
    case 'propertyNames':
      return { th: `ใช้ชื่อ “${params['propertyName']}” ไม่ได้`, en: `“${params['propertyName']}” cannot be a name here.` };
    case 'type':
      return { th: `ต้องเป็น ${String(params['type'])}`, en: `Must be of type ${String(params['type'])}.` };
    case 'enum':
      return { th: `ต้องเป็นค่าใดค่าหนึ่งใน: ${params['allowedValues'].join(', ')}`, en: `Must be one of: ${params['allowedValues'].join(', ')}.` };
    case 'const':
      return { th: `ต้องเป็น ${JSON.stringify(params['allowedValue'])}`, en: `Must be ${JSON.stringify(params['allowedValue'])}.` };
    case 'pattern':
      return { th: `ต้องเข้ากับรูปแบบ ${params['pattern']}`, en: `Must match ${params['pattern']}.` };
    default:
      return { th: `ไม่ถูกต้องตามสคีมา (${message})`, en: `Not as the schema has it: ${message}.` };
  }
}

interface FormField {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  maxLength?: number;
  maxItems?: number;
  properties?: Record<string, FormField>;
  items?: FormField;
  pattern?: string;
  required?: string[];
}

/** Bounds that no honest form meets, and what a schema cannot say: patterns that can be read, required fields that exist. */
function formProblems(form: unknown, path: string): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  let fields = 0;
  const visit = (field: FormField, at: string, depth: number): void => {
    fields += 1;
    if (fields > MOST_FIELDS || depth > MOST_DEPTH) return;
    if (field.pattern !== undefined && !isPattern(field.pattern)) {
      problems.push({ path: at, message: { th: `อ่านรูปแบบ “${field.pattern}” ไม่ได้`, en: `The pattern “${field.pattern}” cannot be read.` } });
    } else if (field.pattern !== undefined && !isSafePattern(field.pattern)) {
      problems.push({ path: at, message: { th: `รูปแบบ “${field.pattern}” อาจทำให้ระบบค้างกับข้อความบางอย่าง เพราะทำซ้ำซ้อนกันหรือมองหน้ามองหลัง โปรดเขียนให้ตรงขึ้น`, en: `The pattern “${field.pattern}” could keep the portal busy for ever with some text: it repeats what repeats, or looks around. Write it straight.` } });
    }
    if (field.type === 'string' && !field.enum && field.const === undefined && !(Number(field.maxLength) <= LONGEST_TEXT)) {
      problems.push({ path: at, message: { th: `ข้อความต้องมีความยาวสูงสุด (maxLength ไม่เกิน ${LONGEST_TEXT})`, en: `A text needs a greatest length (maxLength, at most ${LONGEST_TEXT}).` } });
    }
    if (field.type === 'array' && !(Number(field.maxItems) <= LONGEST_LIST)) {
      problems.push({ path: at, message: { th: `รายการต้องมีจำนวนสูงสุด (maxItems ไม่เกิน ${LONGEST_LIST})`, en: `A list needs a greatest number (maxItems, at most ${LONGEST_LIST}).` } });
    }
    for (const name of field.required ?? []) {
      if (Object.hasOwn(field.properties ?? {}, name)) continue;
      problems.push({ path: at, message: { th: `บังคับกรอก “${name}” แต่ไม่มีช่องนี้`, en: `“${name}” is required, but there is no such field.` } });
    }
    if (depth === MOST_DEPTH && (field.properties ?? field.items)) {
      problems.push({ path: at, message: { th: `ซ้อนกันลึกเกิน ${MOST_DEPTH} ชั้น`, en: `Nested deeper than ${MOST_DEPTH} levels.` } });
    }
    for (const [name, child] of Object.entries(field.properties ?? {})) visit(child, `${at}.properties.${name}`, depth + 1);
    if (field.items) visit(field.items, `${at}.items`, depth + 1);
  };
  visit(form as FormField, path, 0);
  if (fields > MOST_FIELDS) problems.push({ path, message: { th: `มีช่องกรอกเกิน ${MOST_FIELDS} ช่อง`, en: `More than ${MOST_FIELDS} fields.` } });
  return problems;
}

function isPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}
