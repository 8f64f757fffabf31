import type { JsonSchema } from '@anuyat/licence-kit';

/** Only what an office asked about: the flagged facts with the groups that hold them. A fact in a list opens the list. */
export function flaggedSchema(schema: JsonSchema, paths: readonly string[]): JsonSchema {
  return prune(schema, paths.map((path) => path.split('.')));
}

function prune(schema: JsonSchema, paths: readonly (readonly string[])[]): JsonSchema {
  if (!schema.properties || paths.some((path) => path.length === 0)) return schema;
  const kept = Object.entries(schema.properties).flatMap(([name, field]): [string, JsonSchema][] => {
    const within = paths.filter(([first]) => first === name).map((path) => path.slice(1));
    if (within.length === 0) return [];
    const isWhole = field['x-widget'] === 'address' || field['x-widget'] === 'position' || field.items !== undefined;
    return [[name, isWhole ? field : prune(field, within)]];
  });
  const names = new Set(kept.map(([name]) => name));
  return { ...schema, properties: Object.fromEntries(kept), required: schema.required?.filter((name) => names.has(name)) };
}
