import type { JsonSchema } from '../definition/json-schema';
import { any, areSame, both, type Condition } from './conditions';
import { FormConflict } from './form-conflict';
import { mergeLimits } from './merge-limits';

/** One licence's say on a field: its schema, where it asks for it, and whether it insists. */
export interface Say {
  licence: string;
  schema: JsonSchema;
  /** What has to hold for the group that the field is in, where the groups of the licences differ in that. */
  when: Condition;
  isRequired: boolean;
}

/**
 * The field that does for all: asked where any licence asks for it, required where any requires it.
 * @throws FormConflict when two do not mean the same.
 */
export function mergeField(path: string, says: readonly Say[]): { schema: JsonSchema; isRequired: boolean } {
  const asked = says.map(({ when, schema }) => both(when, schema['x-when']));
  const when = any(asked);
  const requiredWhere = asked.filter((_, at) => says[at]?.isRequired);
  const isRequired = requiredWhere.length > 0;
  const isAlwaysRequired = isRequired && (any(requiredWhere) === undefined || areSame(requiredWhere, asked));

  const schema = mergeBodies(path, says.map((say, at) => ({ ...say, when: areSame([asked[at]], asked) ? undefined : asked[at] })));
  delete schema['x-when'];
  delete schema['x-required-when'];
  if (when !== undefined) schema['x-when'] = when;
  if (isRequired && !isAlwaysRequired) schema['x-required-when'] = any(requiredWhere);
  return { schema, isRequired };
}

/** Fields of a group by name, merged. */
export function mergeGroups(path: string, says: readonly Say[]): Pick<JsonSchema, 'properties' | 'required'> {
  const names = [...new Set(says.flatMap(({ schema }) => Object.keys(schema.properties ?? {})))];
  const fields = names.map((name) => {
    const speaking = says.flatMap((say) => {
      const schema = say.schema.properties?.[name];
      return schema ? [{ ...say, schema, isRequired: Boolean(say.schema.required?.includes(name)) }] : [];
    });
    return { name, ...mergeField(path ? `${path}.${name}` : name, speaking) };
  });
  fields.sort((a, b) => (a.schema['x-order'] ?? 0) - (b.schema['x-order'] ?? 0));
  return {
    properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
    required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  };
}

function mergeBodies(path: string, says: readonly Say[]): JsonSchema {
  const [first, ...others] = says;
  if (!first) throw new RangeError(`Nobody asks for “${path}”.`);
  const merged = others.reduce<JsonSchema>((so, { licence, schema }) => {
    const outcome = mergeLimits(so, schema);
    if ('reason' in outcome) throw new FormConflict(path, [first.licence, licence], outcome.reason);
    return outcome.field;
  }, { ...first.schema });
  if (merged.properties) return { ...merged, additionalProperties: false, ...mergeGroups(path, says) };
  if (merged.items) {
    const rows = says.map((say) => ({ ...say, schema: say.schema.items ?? {} }));
    return { ...merged, items: mergeBodies(path, rows) };
  }
  return merged;
}
