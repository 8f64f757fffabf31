import type { JsonSchema } from './json-schema';

/** A business goal and the questions that work out which licence types it needs. */
export interface JourneyDefinition {
  format: 1;
  code: string;
  version: number;
  /** The questions, in the same form language as a licence; answers become facts of the case. */
  questions: JsonSchema;
  licences: JourneyLicence[];
  texts: { th: Record<string, string>; en: Record<string, string> };
}

/**
 * A licence type that the goal may need. `needed` is FEEL over the answers.
 * Texts hold why it is (`licences.CODE.because`) and why it is not (`licences.CODE.otherwise`).
 */
export interface JourneyLicence {
  code: string;
  needed: string;
}
