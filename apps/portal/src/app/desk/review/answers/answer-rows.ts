import type { JsonSchema, Text } from '@anuyat/licence-kit';
import { answerValue } from './answer-value';
import type { AnswerValue } from './answer-value';

/** One fact of the review page. `path` is how an officer's question points at it. */
export interface AnswerRow {
  path: string;
  label: Text;
  value: AnswerValue;
}

/** Objects that read as one answer, whatever they are made of. */
const WHOLE = new Set(['address', 'position']);

/**
 * The facts of one topic in the order of its form, whether answered or not, so that an officer sees what is missing.
 * A topic that is a list, such as signs, is one row that holds a table.
 */
export function answerRows(topic: { id: string; title: Text; schema: JsonSchema }, answers: unknown): AnswerRow[] {
  return rowsOf(topic.schema, topic.id, topic.title, answers);
}

function rowsOf(schema: JsonSchema, path: string, label: Text, answer: unknown): AnswerRow[] {
  if (!schema.properties || WHOLE.has(schema['x-widget'] ?? '')) return [{ path, label, value: answerValue(schema, answer) }];
  return Object.entries(schema.properties)
    .sort(([, a], [, b]) => (a['x-order'] ?? Number.MAX_SAFE_INTEGER) - (b['x-order'] ?? Number.MAX_SAFE_INTEGER))
    .flatMap(([name, field]) => rowsOf(field, `${path}.${name}`, field['x-title'] ?? { th: name, en: name }, (answer as Record<string, unknown> | null | undefined)?.[name]));
}

/** The row that a question of this path is about: the fact itself, or the group that holds it. */
export function isAbout(rowPath: string, target: string): boolean {
  return target === rowPath || target.startsWith(`${rowPath}.`) || rowPath.startsWith(`${target}.`);
}
