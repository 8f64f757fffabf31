import { topics } from '@anuyat/dictionary';
import { findText, type JsonSchema, type LicenceDefinition, type Text } from '@anuyat/licence-kit';

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
  return Object.entries(form.properties ?? {}).map(([id, schema]) => {
    const shared = topics.find((topic) => topic.id === id);
    const help = shared?.help ?? findText(texts, `topics.${id}.help`);
    return { id, title: findText(texts, `topics.${id}`) ?? shared?.title ?? { th: id, en: id }, ...(help ? { help } : {}), schema: titled(schema, id, texts) };
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
  return schema?.['x-title'] ?? findText(texts, `fields.${key}`) ?? findText(texts, `topics.${key}`) ?? topics.find(({ id }) => id === key)?.title ?? { th: path, en: path };
}

/** Every leaf of a form with its path and title: what an officer can point at. */
export function leaves(schema: JsonSchema, path: string): { path: string; title: Text }[] {
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, child]) => leaves(child, path ? `${path}.${name}` : name));
  }
  return [{ path, title: schema['x-title'] ?? { th: path, en: path } }];
}

function titled(schema: JsonSchema, path: string, texts: Words): JsonSchema {
  const title = schema['x-title'] ?? findText(texts, `fields.${path}`);
  const help = schema['x-help'] ?? findText(texts, `fields.${path}.help`);
  const labels = schema['x-labels'] ?? labelsOf(schema, path, texts);
  return {
    ...schema,
    ...(title ? { 'x-title': title } : {}),
    ...(help ? { 'x-help': help } : {}),
    ...(labels ? { 'x-labels': labels } : {}),
    ...(schema.properties
      ? { properties: Object.fromEntries(Object.entries(schema.properties).map(([name, child]) => [name, titled(child, `${path}.${name}`, texts)])) }
      : {}),
    ...(schema.items ? { items: titled(schema.items, path, texts) } : {}),
  };
}

function labelsOf(schema: JsonSchema, path: string, texts: Words): Record<string, Text> | undefined {
  const labels = (schema.enum ?? []).flatMap((value) => {
    const label = findText(texts, `labels.${path}.${value}`);
    return label ? [[String(value), label] as const] : [];
  });
  return labels.length > 0 ? Object.fromEntries(labels) : undefined;
}
