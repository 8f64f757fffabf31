import { topics } from '@anuyat/dictionary';
import { findText, textKeys, withTexts, type JsonSchema, type LicenceDefinition, type Text } from '@anuyat/licence-kit';

type Words = Pick<LicenceDefinition, 'texts'>['texts'];

/** A topic of a form with all its words filled in. */
export interface TitledTopic {
  id: string;
  title: Text;
  help?: Text;
  schema: JsonSchema;
}

/**
 * The topics of a form with titles, helps and labels on every field: a shared fact brings its own, a licence's own field takes them from
 * the texts (`topics.food`, `fields.food.seats`, `fields.food.seats.help`, `labels.food.kind.stall`).
 */
export function titledTopics(form: JsonSchema, texts: Words): TitledTopic[] {
  return Object.entries(withTexts(form, texts).properties ?? {}).map(([id, schema]) => {
    const shared = topics.find((topic) => topic.id === id);
    const help = shared?.help ?? schema['x-help'];
    return { id, title: schema['x-title'] ?? shared?.title ?? { th: id, en: id }, ...(help ? { help } : {}), schema };
  });
}

/** The title of a field by its path; list indexes are passed over. */
export function fieldTitle(form: JsonSchema, texts: Words, path: string): Text {
  let schema: JsonSchema | undefined = form;
  const names: string[] = [];
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) continue;
    names.push(part);
    schema = (schema?.type === 'array' ? schema.items : schema)?.properties?.[part];
  }
  const key = names.join('.');
  return schema?.['x-title'] ?? findText(texts, textKeys.field(key)) ?? findText(texts, textKeys.topic(key)) ?? topics.find(({ id }) => id === key)?.title ?? { th: path, en: path };
}

/** Groups that are one thing to people: half an address is none. */
const ASKED_AS_ONE = new Set(['address', 'position']);

/** Every leaf of a form with its path and title: what an officer can point at. */
export function leaves(schema: JsonSchema, path: string): { path: string; title: Text }[] {
  if (schema.properties && !ASKED_AS_ONE.has(schema['x-widget'] ?? '')) {
    return Object.entries(schema.properties).flatMap(([name, child]) => leaves(child, path ? `${path}.${name}` : name));
  }
  return [{ path, title: schema['x-title'] ?? { th: path, en: path } }];
}
