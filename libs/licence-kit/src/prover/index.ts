export { prove, type Proof, type ProveOptions } from './prove';
export { promises, directoryPromises, type Finding, type PromiseCode } from './promise';
export type { OfficeDirectory, StaffedOffice } from './office-directory';
export type { LongestPath } from './days/longest-path';
export { checkDefinition, type DefinitionProblem } from '../schema/check-definition';
export { proveLife } from './prove-life';
export { toLaneModels, type LaneModel } from './export/promela/lane-models';
export { toPromela } from './export/promela/promela';
export { toBpmn } from './export/bpmn/bpmn';
