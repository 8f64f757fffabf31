import type { Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import { namesIn } from '../feel/names-in';
import { getFactAt } from '../forms/fact-path';
import { findSchemaAt } from '../forms/schema-paths';

/** The names of the facts that may turn the rules: those that they read, and those by which these are asked at all. */
export function namesInQuestion(rules: readonly string[], schema: JsonSchema): string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    const parts = name.split('.');
    parts.forEach((_, at) => {
      const when = findSchemaAt(schema, parts.slice(0, at + 1).join('.'))?.['x-when'];
      if (when !== undefined) namesIn(when).forEach(add);
    });
  };
  rules.flatMap((rule) => namesIn(rule)).forEach(add);
  return [...names];
}

/** As {@link namesInQuestion}, with the rows of lists named one by one. */
export function factsInQuestion(rules: readonly string[], schema: JsonSchema, facts: Facts): string[] {
  return [...new Set(namesInQuestion(rules, schema).flatMap((name) => concretePaths(name, schema, facts)))];
}

function concretePaths(name: string, schema: JsonSchema, facts: Facts): string[] {
  return name.split('.').reduce<string[]>((paths, key) => paths.flatMap((path) => {
    const at = path === '' ? '' : `${path}.`;
    const rows = path === '' ? undefined : getFactAt(facts, path);
    if (!Array.isArray(rows) || findSchemaAt(schema, path)?.items === undefined) return [`${at}${key}`];
    return rows.map((_, row) => `${at}${row}.${key}`);
  }), ['']);
}
