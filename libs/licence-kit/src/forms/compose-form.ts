import type { JourneyDefinition } from '../definition/journey';
import type { JsonSchema } from '../definition/json-schema';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { Text } from '../definition/text';
import type { ComposedForm, FormTopic } from './composed-form';
import { mergeDocuments, titleOf } from './merge-documents';
import { mergeGroups } from './merge-fields';
import { withTexts } from './with-texts';

export interface ComposeOptions {
  /** Its questions are part of the form, so that what was answered there can be corrected. */
  journey?: JourneyDefinition;
  /** Shared topics, such as the dictionary's: their order is the form's, and their words stand where a form has none. */
  topics?: readonly { id: string; title: Text; help?: Text; order?: number }[];
}

/**
 * One form for all licences of a case: a fact is asked once, a paper is uploaded once.
 * Shared topics come first, in their order; then what the licences ask beyond them.
 * @throws FormConflict when two licences give one name two meanings.
 */
export function composeForm(definitions: readonly LicenceDefinition[], { journey, topics = [] }: ComposeOptions = {}): ComposedForm {
  const sources = [...(journey ? [{ ...journey, form: journey.questions }] : []), ...definitions].map(({ code, form, texts }) => ({
    licence: code,
    schema: withTexts(form, texts),
    when: undefined,
    isRequired: true,
  }));
  const merged = mergeGroups('', sources);
  const shared = [...topics].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const placeOf = (id: string) => {
    const place = shared.findIndex((topic) => topic.id === id);
    return place < 0 ? shared.length : place;
  };
  const fields = Object.entries(merged.properties ?? {}).sort(([a], [b]) => placeOf(a) - placeOf(b));
  const schema: JsonSchema = { type: 'object', properties: Object.fromEntries(fields), required: merged.required ?? [] };
  return {
    topics: fields.map(([id, field]) => topicOf(id, field, shared, definitions)),
    documents: mergeDocuments(definitions),
    schema,
  };
}

function topicOf(id: string, schema: JsonSchema, shared: readonly { id: string; title: Text; help?: Text }[], definitions: readonly LicenceDefinition[]): FormTopic {
  const known = shared.find((topic) => topic.id === id);
  const help = schema['x-help'] ?? known?.help;
  return {
    id,
    title: schema['x-title'] ?? known?.title ?? { th: id, en: id },
    ...(help ? { help } : {}),
    schema,
    askedBy: definitions.filter(({ form }) => form.properties && Object.hasOwn(form.properties, id)).map((definition) => ({ code: definition.code, title: titleOf(definition) })),
  };
}
