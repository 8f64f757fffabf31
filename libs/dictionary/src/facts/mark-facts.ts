import type { JsonSchema } from '@anuyat/licence-kit';

/** Writes `x-fact` on a schema and everything below it; rows of a list have no number in it (`signs.widthCm`). */
export function markFacts(schema: JsonSchema, path: string): JsonSchema {
  const marked: JsonSchema = { ...schema, 'x-fact': path };
  if (schema.properties) {
    marked.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, child]) => [name, markFacts(child, `${path}.${name}`)]),
    );
  }
  if (schema.items?.properties) {
    const { 'x-fact': _rowHasNone, ...row } = markFacts(schema.items, path);
    marked.items = row;
  }
  return marked;
}
