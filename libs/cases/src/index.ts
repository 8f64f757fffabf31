export { Planner } from './planner';
export { LicenceCatalogue } from './licence-catalogue';
export { CaseClerk } from './case-clerk';
export { AnswerKeeper } from './answer-keeper';
export { CaseFiler } from './case-filer';
export type { Filed } from './case-filer';
export { CaseReader } from './case-reader';
export type { OwnCase } from './case-reader';
export { Dispatcher } from './order/dispatcher';
