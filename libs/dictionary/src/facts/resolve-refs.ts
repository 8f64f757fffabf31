import type { JsonSchema } from '@anuyat/licence-kit';
import { findFact, nearFacts } from './topics';

const PREFIX = 'dictionary#/';

/**
 * The plain schema of a licence's form or a journey's questions: every `{"$ref": "dictionary#/premises/areaSqm"}`
 * (a fact, a group or a whole topic) is replaced by the dictionary's schema with `x-fact` and titles. What stands beside
 * a `$ref` narrows it, such as `"maximum": 200` or `"required"`. Throws a sentence for an unknown fact, and for one that
 * does not stand at its own path, because its answer would then be asked for twice.
 */
export function resolveRefs(form: JsonSchema): JsonSchema {
  return resolve(form, []);
}

function resolve(schema: JsonSchema, at: string[]): JsonSchema {
  const { $ref, ...own } = schema;
  const below: JsonSchema = { ...own };
  if (own.properties) {
    below.properties = Object.fromEntries(
      Object.entries(own.properties).map(([name, child]) => [name, resolve(child, [...at, name])]),
    );
  }
  if (own.items) below.items = resolve(own.items, at);
  if ($ref === undefined) return below;

  const fact = structuredClone(referred($ref, at));
  return {
    ...fact,
    ...below,
    ...(fact.properties && below.properties ? { properties: { ...fact.properties, ...below.properties } } : {}),
  };
}

function referred($ref: string, at: string[]): JsonSchema {
  const place = at.length === 0 ? 'at the top' : `at "${at.join('.')}"`;
  if (!$ref.startsWith(PREFIX)) {
    throw new Error(`The form refers to "${$ref}" ${place}; a reference begins with "${PREFIX}", such as "${PREFIX}premises/areaSqm".`);
  }
  const path = $ref.slice(PREFIX.length).split('/').join('.');
  const fact = findFact(path);
  if (!fact) throw new Error(`The form refers to "${$ref}" ${place}, which the dictionary does not have. ${nearFacts(path)}`);
  if (path !== at.join('.')) {
    throw new Error(`The form refers to "${$ref}" ${place}; a shared fact stands at its own path, "${path}", so that it is asked once.`);
  }
  return fact;
}
