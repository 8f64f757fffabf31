import { maskIdNumber } from '@anuyat/dictionary';
import type { JsonSchema } from '@anuyat/licence-kit';
import { classOf, sightOf } from './sight';
import type { Standing } from './standing';

/** A topic of a form with its answers. */
export interface SeenTopic<T> {
  topic: T;
  answers: unknown;
}

/** Topics and answers as the standing sees them: what is hidden is neither asked nor answered there, what is masked is asked and half answered. */
export function seenTopics<T extends { id: string; schema: JsonSchema }>(standing: Standing, topics: readonly T[], answers: Record<string, unknown>): { topics: T[]; answers: Record<string, unknown> } {
  const seen = topics.flatMap((topic) => {
    const schema = seenSchema(standing, topic.schema);
    return schema ? [{ topic: { ...topic, schema }, answers: seenAnswer(standing, schema, answers[topic.id]) }] : [];
  });
  return {
    topics: seen.map(({ topic }) => topic),
    answers: Object.fromEntries(seen.flatMap(({ topic, answers: own }) => (own === undefined ? [] : [[topic.id, own]]))),
  };
}

/** One value by its path, as the standing sees it; undefined where nothing of it is seen or the forms do not know it. */
export function seenValue(standing: Standing, topics: readonly { id: string; schema: JsonSchema }[], path: string, value: unknown): unknown {
  const [id, ...parts] = path.split('.');
  let schema = topics.find((topic) => topic.id === id)?.schema;
  for (const part of parts) {
    if (schema?.items && /^\d+$/.test(part)) schema = schema.items;
    else schema = (schema?.items ?? schema)?.properties?.[part];
  }
  const seen = schema && seenSchema(standing, schema);
  return seen && seenAnswer(standing, seen, value);
}

/** The part of a schema whose facts the standing sees at all; undefined where that is nothing. */
export function seenSchema(standing: Standing, schema: JsonSchema): JsonSchema | undefined {
  if (schema.items?.properties) {
    const items = seenSchema(standing, schema.items);
    return items && { ...schema, items };
  }
  if (!schema.properties) return sightOf(standing, classOf(schema)) === 'hidden' ? undefined : schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties).flatMap(([name, child]) => {
      const seen = seenSchema(standing, child);
      return seen ? [[name, seen]] : [];
    }),
  );
  if (Object.keys(properties).length === 0) return undefined;
  return { ...schema, properties, ...(schema.required ? { required: schema.required.filter((name) => name in properties) } : {}) };
}

/** What is answered under a schema that {@link seenSchema} gave; what the schema does not name is left out. */
function seenAnswer(standing: Standing, schema: JsonSchema, answer: unknown): unknown {
  if (answer === undefined || answer === null) return answer;
  if (schema.items?.properties) {
    const { items } = schema;
    return Array.isArray(answer) ? answer.map((row) => seenAnswer(standing, items, row)) : undefined;
  }
  if (schema.properties) {
    if (typeof answer !== 'object') return undefined;
    return Object.fromEntries(
      Object.entries(schema.properties).flatMap(([name, child]) => {
        const value = seenAnswer(standing, child, (answer as Record<string, unknown>)[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }
  return sightOf(standing, classOf(schema)) === 'masked' ? maskIdNumber(String(answer)) : answer;
}
