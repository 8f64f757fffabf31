import type { JsonSchema, Text } from '@anuyat/licence-kit';

/** One page of shared facts; `id` is the first part of their paths. */
export interface Topic {
  id: string;
  title: Text;
  help?: Text;
  /** Order of the page in a form; lower first. */
  order: number;
  /** An object, or an array of rows, without `x-fact`; {@link resolveRefs} puts it in. */
  schema: JsonSchema;
}
