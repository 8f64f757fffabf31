import { topics } from '@anuyat/dictionary';
import { composeForm, type JourneyDefinition, type JsonSchema } from '@anuyat/licence-kit';

/** A journey's questions with every word filled in, those of the shared topics too. */
export function questionsOf(journey: JourneyDefinition): JsonSchema {
  const { schema, topics: pages } = composeForm([], { journey, topics });
  return {
    ...schema,
    properties: Object.fromEntries(pages.map(({ id, title, help, schema: topic }) => [id, { ...topic, 'x-title': title, ...(help ? { 'x-help': help } : {}) }])),
  };
}
