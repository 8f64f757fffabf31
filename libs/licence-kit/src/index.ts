export type { Text, Language } from './definition/text';
export { LANGUAGES } from './definition/text';
export type { Citation, Source } from './definition/source';
export type { JsonSchema, DataClass } from './definition/json-schema';
export type {
  GuardRef, EffectRef, TransitionConfig, Owner, StateMeta, StateConfig, MachineConfig, EffectParams, EffectName, ReviewStage, DayUnit, Effect,
} from './definition/machine';
export type {
  LicenceKind, LawCode, DutyCode, LaneDefinition, Clock, EventRule, OfficePermission, DocumentRequirement, DocumentKind, FeeItem,
  FeeExample, Validity, LicenceDefinition, Upgrade,
} from './definition/licence-definition';
export type { JourneyDefinition, JourneyLicence } from './definition/journey';
export type { CaseAnswers, Facts } from './definition/case-answers';
export { agencyReview } from './blocks/agency-review';
export type { AgencyReviewOptions, LaneBlock } from './blocks/agency-review';
export { defineLicence } from './blocks/define-licence';
export type { LicenceOptions } from './blocks/define-licence';
export { words, wordFor, textOf, findText, actOf } from './blocks/words';
export { open, advance, reopen, readvance, acceptedEvents, machineOf } from './engine/advance';
export type { StoredState, Advanced } from './engine/advance';
export type { Rulings, FactsSource } from './engine/ruler';
export { EventNotAccepted } from './engine/event-not-accepted';
export { statusOf, lanesOf } from './engine/status-of';
export type { Status } from './engine/status-of';
export { holds, evaluateRule } from './feel/holds';
export { calculate, CalculationFailed, type CalculationFault } from './feel/calculate';
export { namesIn } from './feel/names-in';
export { decide } from './feel/decide';
export { checkRule, type RuleProblem } from './feel/check-rule';
export { FeelSyntaxError } from './feel/feel-syntax-error';
export { itemiseFees, totalOf, type FeeAmount } from './fees/itemise-fees';
export { isFeeDue } from './fees/is-fee-due';
export { feeRange } from './fees/fee-range';
export { satangOf } from './fees/satang-of';
export { canonicalJson } from './forms/canonical-json';
export { changedPaths } from './forms/changed-paths';
export { getFactAt, setFact } from './forms/fact-path';
export { answersDigest, pickFacts } from './forms/pick-facts';
export { composeForm, type ComposeOptions } from './forms/compose-form';
export type { ComposedForm, FormDocument, FormTopic } from './forms/composed-form';
export { FormConflict } from './forms/form-conflict';
export { documentNeeds, type DocumentNeed } from './forms/document-needs';
export { visibleSchema } from './forms/visible-schema';
export { validateAnswers } from './forms/validate-answers';
export type { AnswerFormat, AnswerFormats, AnswerProblem, AnswerProblemCode } from './forms/answer-problem';
export { askedAnswers } from './forms/asked-answers';
export { findSchemaAt, schemaPaths } from './forms/schema-paths';
export { withTexts } from './forms/with-texts';
export { textKeys } from './forms/text-keys';
export { planJourney, type JourneyPlan, type LicencePlan } from './journeys/plan-journey';
export { workingDaysOf } from './journeys/order-steps';
export { relocate, type AskRule, type LivedStep, type Relocated, type Unplaceable } from './versions/relocate';
export { pathsOf } from './versions/state-paths';
