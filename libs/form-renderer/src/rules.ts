import { formats } from '@anuyat/dictionary';
import { documentNeeds, findSchemaAt, validateAnswers, visibleSchema } from '@anuyat/licence-kit';
import type { AnswerProblem, CaseAnswers, DocumentNeed, Facts, JsonSchema } from '@anuyat/licence-kit';
import type { FormDocument } from '@anuyat/contract';

/** The rules that browser and server share. Loaded only when a form is shown: the rule language is heavy. */
export interface FormRules {
  visible(schema: JsonSchema, facts: Facts): JsonSchema;
  validate(schema: JsonSchema, answers: CaseAnswers, facts: Facts): AnswerProblem[];
  isAsked(visible: JsonSchema, path: string): boolean;
  documentNeeds(documents: readonly FormDocument[], facts: Facts): DocumentNeed[];
}

export const rules: FormRules = {
  visible: visibleSchema,
  validate: (schema, answers, facts) => validateAnswers(schema, answers, facts, formats),
  isAsked: (visible, path) => findSchemaAt(visible, path) !== undefined,
  documentNeeds,
};
