import type { JsonSchema } from '../definition/json-schema';

/** Every path of a form: topics, groups and fields. Rows of a list have no number in it: `signs.widthCm`. */
export function schemaPaths(schema: JsonSchema, at = ''): string[] {
  const fields = Object.entries((schema.items ?? schema).properties ?? {});
  return fields.flatMap(([name, field]) => {
    const path = at ? `${at}.${name}` : name;
    return [path, ...schemaPaths(field, path)];
  });
}

/** The schema at a path, with or without the numbers of rows; undefined where the form has none. */
export function findSchemaAt(schema: JsonSchema, path: string): JsonSchema | undefined {
  let found: JsonSchema | undefined = schema;
  for (const part of path.split('.')) {
    if (found?.items) {
      found = found.items;
      if (/^\d+$/.test(part)) continue;
    }
    const fields: Record<string, JsonSchema> | undefined = found?.properties;
    found = fields && Object.hasOwn(fields, part) ? fields[part] : undefined;
  }
  return found;
}
