import { formatDate, formatIdNumber, formatPhone, isIsoDate } from '@anuyat/dictionary';
import { withUnit, type JsonSchema, type Text } from '@anuyat/licence-kit';

/** An answer as officers read it. Codes of places and activities are named by the page, which can ask the registers. */
export type AnswerValue =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'words'; words: Text }
  | { kind: 'phone'; text: string; digits: string }
  | { kind: 'address'; parts: Record<string, string> }
  | { kind: 'codes'; register: CodeRegister; codes: string[] }
  | { kind: 'rows'; columns: Text[]; rows: AnswerValue[][] };

export type CodeRegister = 'activity' | 'estate' | 'zone';

const REGISTERS: Record<string, CodeRegister> = { tsic: 'activity', estate: 'estate', zone: 'zone' };
const YES: Text = { th: 'ใช่', en: 'Yes' };
const NO: Text = { th: 'ไม่ใช่', en: 'No' };

/** What stands in a row for an answer of this schema; `none` where nothing was answered. */
export function answerValue(schema: JsonSchema, answer: unknown): AnswerValue {
  if (answer === undefined || answer === null || answer === '') return { kind: 'none' };
  const register = REGISTERS[schema['x-widget'] ?? ''];
  if (register) return { kind: 'codes', register, codes: [answer].flat().map(String) };
  if (Array.isArray(answer)) return listValue(schema, answer);
  if (schema['x-widget'] === 'address') return { kind: 'address', parts: partsOf(answer) };
  if (typeof answer === 'object') return { kind: 'text', text: Object.values(answer).map(String).join(', ') };
  if (typeof answer === 'boolean') return { kind: 'words', words: schema['x-labels']?.[String(answer)] ?? (answer ? YES : NO) };
  return scalarValue(schema, answer as string | number);
}

function scalarValue(schema: JsonSchema, answer: string | number): AnswerValue {
  const label = schema['x-labels']?.[String(answer)];
  if (label) return { kind: 'words', words: label };
  if (typeof answer === 'number') return numberValue(schema, answer);
  if (schema.format === 'thai-id' || schema.format === 'juristic-id') return { kind: 'text', text: formatIdNumber(answer) };
  if (schema.format === 'thai-phone') return { kind: 'phone', text: formatPhone(answer), digits: answer };
  if (schema.format === 'iso-date' && isIsoDate(answer)) {
    return { kind: 'words', words: { th: formatDate(answer, 'th'), en: formatDate(answer, 'en', 'both') } };
  }
  return figureValue(schema, answer);
}

function numberValue(schema: JsonSchema, answer: number): AnswerValue {
  const isMoney = schema['x-widget'] === 'money' && !Number.isInteger(answer);
  const figures = answer.toLocaleString('en-US', isMoney ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 6 });
  return figureValue(schema, figures);
}

function figureValue(schema: JsonSchema, text: string): AnswerValue {
  const unit = schema['x-unit'];
  return unit ? { kind: 'words', words: withUnit(text, unit) } : { kind: 'text', text };
}

function listValue(schema: JsonSchema, answers: unknown[]): AnswerValue {
  const fields = Object.entries(schema.items?.properties ?? {}).sort(([, a], [, b]) => (a['x-order'] ?? 0) - (b['x-order'] ?? 0));
  if (answers.length === 0) return { kind: 'none' };
  if (fields.length === 0) return listOfScalars(schema.items ?? {}, answers);
  return {
    kind: 'rows',
    columns: fields.map(([name, field]) => field['x-title'] ?? { th: name, en: name }),
    rows: answers.map((row) => fields.map(([name, field]) => answerValue(field, (row as Record<string, unknown> | null)?.[name]))),
  };
}

function listOfScalars(schema: JsonSchema, answers: unknown[]): AnswerValue {
  const values = answers.map((answer) => answerValue(schema, answer));
  const inLanguage = (language: keyof Text) => values.map((value) => (value.kind === 'words' ? value.words[language] : value.kind === 'text' ? value.text : '')).join(', ');
  return { kind: 'words', words: { th: inLanguage('th'), en: inLanguage('en') } };
}

function partsOf(answer: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(answer as object).map(([name, part]) => [name, String(part ?? '')]));
}
