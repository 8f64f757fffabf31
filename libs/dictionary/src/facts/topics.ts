import type { JsonSchema } from '@anuyat/licence-kit';
import { applicant } from './applicant';
import { business } from './business';
import { machines } from './machines';
import { markFacts } from './mark-facts';
import { premises } from './premises';
import { signs } from './signs';
import type { Topic } from './topic';
import { workers } from './workers';

/** The shared topics in the order of a form, with `x-fact` on every fact. */
export const topics: readonly Topic[] = [applicant, business, premises, workers, signs, machines].map((topic) => ({
  ...topic,
  schema: { ...markFacts(topic.schema, topic.id), 'x-title': topic.title },
}));

/**
 * The schema of a shared fact by its path. Rows of a list may be named by number or not at all:
 * `signs.0.widthCm` and `signs.widthCm` are the same fact.
 */
export function findFact(path: string): JsonSchema | undefined {
  const [topicId, ...rest] = path.split('.');
  let schema = topics.find((topic) => topic.id === topicId)?.schema;
  for (const part of rest) {
    if (schema?.type === 'array') {
      schema = schema.items;
      if (/^\d+$/.test(part)) continue;
    }
    schema = schema?.properties && Object.hasOwn(schema.properties, part) ? schema.properties[part] : undefined;
  }
  return schema;
}

/** As {@link findFact}; throws a sentence with near matches where the dictionary has no such fact. */
export function getFact(path: string): JsonSchema {
  const fact = findFact(path);
  if (!fact) throw new Error(`The dictionary has no fact "${path}". ${nearFacts(path)}`);
  return fact;
}

/** Every path that a form may refer to: topics, groups such as `premises.address`, and leaves. */
export function factPaths(): string[] {
  return topics.flatMap((topic) => pathsBelow(topic.schema, topic.id));
}

/** A sentence that names the closest facts, for messages about an unknown one. */
export function nearFacts(path: string): string {
  const near = factPaths()
    .map((known) => ({ known, distance: Math.min(distanceOf(known, path), distanceOf(lastPart(known), lastPart(path)) + 1) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ known }) => known);
  return `Near it: ${near.join(', ')}.`;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function pathsBelow(schema: JsonSchema, path: string): string[] {
  const properties = (schema.type === 'array' ? schema.items : schema)?.properties ?? {};
  return [path, ...Object.entries(properties).flatMap(([name, child]) => pathsBelow(child, `${path}.${name}`))];
}

function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
