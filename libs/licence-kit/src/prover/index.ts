export { prove, type Proof } from './prove';
export { promises, type Finding, type PromiseCode } from './promise';
export { checkDefinition, type DefinitionProblem } from '../schema/check-definition';
