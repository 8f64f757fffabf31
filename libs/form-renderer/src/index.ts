export { FormView } from './form-view';
export type { AnswerChange } from './paths';
export { answerAt, fieldId, withAnswer } from './paths';
export { loadRules } from './load-rules';
export type { FormRules } from './rules';
export { ReferenceDesk } from './reference-desk';
export { answerRows } from './answer-words';
export type { AnswerRow } from './answer-words';
