import { formatIdNumber, formatPhone } from '@anuyat/dictionary';
import { withUnit, type CaseAnswers, type JsonSchema, type Language, type Text } from '@anuyat/licence-kit';
import { dayInWords } from '@anuyat/ui';
import { inOrder, typeOf } from './field-configs';
import { answerAt } from './paths';
import { FORM_WORDS } from './words';

/** One answer as people read it back; `path` leads to its field. */
export interface AnswerRow {
  path: string;
  label: Text;
  value: Text;
  isEmpty: boolean;
}

/** The answers of a schema as rows, in the order of the form; areas are named by `nameOf`. */
export function answerRows(schema: JsonSchema, answers: CaseAnswers, nameOf: (type: string, code: string) => Text | undefined, at = '', prefix: Text = { th: '', en: '' }): AnswerRow[] {
  return inOrder(schema).flatMap(([key, field]) => {
    const path = at ? `${at}.${key}` : key;
    const value = answerAt(answers, path);
    const type = typeOf(field);
    const label = join(prefix, field['x-title'] ?? { th: '', en: '' });
    if (type === 'group') return answerRows(field, answers, nameOf, path, at ? label : prefix);
    if (type === 'rows') {
      const rows = Array.isArray(value) ? value : [];
      if (rows.length === 0) return [{ path, label, value: { th: '', en: '' }, isEmpty: true }];
      return rows.flatMap((_, index) => {
        const number: Text = { th: `${FORM_WORDS.row.th} ${index + 1}`, en: `${FORM_WORDS.row.en} ${index + 1}` };
        return answerRows(field.items ?? {}, answers, nameOf, `${path}.${index}`, number);
      });
    }
    const words = wordsOf(field, type, value, nameOf);
    return [{ path, label, value: words, isEmpty: words.th === '' }];
  });
}

function join(prefix: Text, label: Text): Text {
  return { th: prefix.th && label.th ? `${prefix.th}: ${label.th}` : prefix.th || label.th, en: prefix.en && label.en ? `${prefix.en}: ${label.en}` : prefix.en || label.en };
}

function wordsOf(schema: JsonSchema, type: string, value: unknown, nameOf: (type: string, code: string) => Text | undefined): Text {
  if (value === undefined || value === null || value === '') return { th: '', en: '' };
  if (type === 'address') return addressWords(value as Record<string, string>, nameOf);
  if (type === 'position') return both(`${(value as { lat: number }).lat}, ${(value as { lon: number }).lon}`);
  if (type === 'tsic' && Array.isArray(value)) return listed(value.map((code) => named(nameOf, type, String(code), true)));
  if (type === 'estate' || type === 'zone') return named(nameOf, type, String(value), false);
  if (type === 'date') return { th: dated(value, 'th'), en: dated(value, 'en') };
  if (Array.isArray(value)) return listed(value.map((one) => labelOf(schema, one)));
  if (typeof value === 'number') return withUnit(value.toLocaleString('en-US'), schema['x-unit']);
  if (typeof value === 'string' && (schema.format === 'thai-id' || schema.format === 'juristic-id')) return both(formatIdNumber(value));
  if (typeof value === 'string' && schema.format === 'thai-phone') return both(formatPhone(value));
  return labelOf(schema, value);
}

function labelOf(schema: JsonSchema, value: unknown): Text {
  const label = schema['x-labels']?.[String(value)] ?? schema.items?.['x-labels']?.[String(value)];
  if (label) return label;
  if (value === true) return FORM_WORDS.yes;
  if (value === false) return FORM_WORDS.no;
  return withUnit(String(value), schema['x-unit']);
}

function addressWords(address: Record<string, string>, nameOf: (type: string, code: string) => Text | undefined): Text {
  const { houseNo = '', moo, soi, road, subdistrict, postcode = '' } = address;
  const area = subdistrict ? (nameOf('area', subdistrict) ?? both(subdistrict)) : both('');
  const th = [houseNo, moo && `หมู่ที่ ${moo}`, soi && `ซอย${soi}`, road && `ถนน${road}`, area.th, postcode].filter(Boolean).join(' ');
  const en = [houseNo, moo && `Moo ${moo}`, soi && `Soi ${soi}`, road && `${road} Road`, area.en].filter(Boolean).join(', ');
  return { th, en: `${en} ${postcode}`.trim() };
}

function dated(value: unknown, language: Language): string {
  return dayInWords(String(value), language);
}

function named(nameOf: (type: string, code: string) => Text | undefined, type: string, code: string, withCode: boolean): Text {
  const name = nameOf(type, code);
  if (!name) return both(code);
  return withCode ? { th: `${name.th} (${code})`, en: `${name.en} (${code})` } : name;
}

function listed(all: readonly Text[]): Text {
  return { th: all.map(({ th }) => th).join(', '), en: all.map(({ en }) => en).join(', ') };
}

function both(words: string): Text {
  return { th: words, en: words };
}
