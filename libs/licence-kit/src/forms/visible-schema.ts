import type { Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import { holds } from '../feel/holds';
import { getFactAt, setFact } from './fact-path';

const MOST_ROUNDS = 8;

/**
 * The schema of what is asked of these facts: fields whose `x-when` does not hold are gone, and so is what requires them.
 * An answer that stands in a field that is no longer asked counts for nothing, also not in the rule of another field.
 */
export function visibleSchema(schema: JsonSchema, facts: Facts): JsonSchema {
  return prune(schema, withoutHidden(schema, facts));
}

/** The facts without the answers of fields that are not asked. */
export function withoutHidden(schema: JsonSchema, facts: Facts): Facts {
  let seen = facts;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = seen;
    const hidden = hiddenPaths(schema, now, '').filter((path) => getFactAt(now, path) !== undefined);
    if (hidden.length === 0) break;
    seen = hidden.reduce((rest: Facts, path) => setFact(rest, path, undefined), now);
  }
  return seen;
}

function hiddenPaths(schema: JsonSchema, facts: Facts, at: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = at ? `${at}.${name}` : name;
    return isAsked(field, facts) ? hiddenPaths(field, facts, path) : [path];
  });
}

function isAsked(field: JsonSchema, facts: Facts): boolean {
  const when = field['x-when'];
  return when === undefined || holds(when, facts);
}

function prune(schema: JsonSchema, facts: Facts): JsonSchema {
  if (schema.items) return { ...schema, items: prune(schema.items, facts) };
  if (!schema.properties) return schema;
  const asked = Object.entries(schema.properties).filter(([, field]) => isAsked(field, facts));
  const names = new Set(asked.map(([name]) => name));
  const isRequired = (name: string) => {
    const when = schema.properties?.[name]?.['x-required-when'];
    return names.has(name) && (when === undefined || holds(when, facts));
  };
  return {
    ...schema,
    properties: Object.fromEntries(asked.map(([name, field]) => [name, prune(field, facts)])),
    ...(schema.required ? { required: schema.required.filter(isRequired) } : {}),
  };
}
