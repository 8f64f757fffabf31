export type { Text, Language } from './definition/text';
export { LANGUAGES } from './definition/text';
export type { Citation, Source } from './definition/source';
export type { JsonSchema, DataClass } from './definition/json-schema';
export type {
  GuardRef, EffectRef, TransitionConfig, Owner, StateMeta, StateConfig, MachineConfig, EffectParams, EffectName, ReviewStage, DayUnit, Effect,
} from './definition/machine';
export type {
  LicenceKind, LawCode, DutyCode, LaneDefinition, Clock, EventRule, OfficePermission, DocumentRequirement, DocumentKind, FeeItem,
  FeeExample, Validity, LicenceDefinition,
} from './definition/licence-definition';
export type { JourneyDefinition, JourneyLicence } from './definition/journey';
export type { CaseAnswers, Facts } from './definition/case-answers';
