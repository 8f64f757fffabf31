import { findText } from '../blocks/words';
import type { JsonSchema } from '../definition/json-schema';
import type { Text } from '../definition/text';
import { textKeys } from './text-keys';

interface Texts {
  th: Record<string, string>;
  en: Record<string, string>;
}

/**
 * A form with the words of its own fields written into it (`x-title`, `x-help`, `x-labels`), as the fields of the
 * dictionary have them already. Words that the schema brought along stay.
 */
export function withTexts(schema: JsonSchema, texts: Texts): JsonSchema {
  return withTextsBelow(schema, texts, '');
}

function withTextsBelow(schema: JsonSchema, texts: Texts, at: string): JsonSchema {
  const { properties, items } = schema;
  const titled = at === '' ? schema : titledField(schema, texts, at);
  return {
    ...titled,
    ...(properties ? { properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, withTextsBelow(field, texts, at ? `${at}.${name}` : name)])) } : {}),
    ...(items ? { items: rowWithTexts(items, texts, at) } : {}),
  };
}

function rowWithTexts(row: JsonSchema, texts: Texts, at: string): JsonSchema {
  return row.properties
    ? { ...row, properties: Object.fromEntries(Object.entries(row.properties).map(([name, field]) => [name, withTextsBelow(field, texts, `${at}.${name}`)])) }
    : { ...row, ...labelsOf(row, texts, at) };
}

function titledField(field: JsonSchema, texts: Texts, path: string): JsonSchema {
  const key = path.includes('.') ? textKeys.field(path) : textKeys.topic(path);
  const title = field['x-title'] ?? findText(texts, key);
  const help = field['x-help'] ?? findText(texts, textKeys.help(key));
  return {
    ...field,
    ...(title ? { 'x-title': title } : {}),
    ...(help ? { 'x-help': help } : {}),
    ...labelsOf(field, texts, path),
  };
}

function labelsOf(field: JsonSchema, texts: Texts, path: string): { 'x-labels'?: Record<string, Text> } {
  const given = field['x-labels'] ?? {};
  const own = (field.enum ?? []).map(String).flatMap((value) => {
    const label = given[value] ?? findText(texts, textKeys.choice(path, value));
    return label ? [[value, label] as const] : [];
  });
  return own.length > 0 ? { 'x-labels': { ...given, ...Object.fromEntries(own) } } : {};
}
