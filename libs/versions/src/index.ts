export { Publisher } from './publisher';
export { VersionReader, type KnownVersion } from './version-reader';
export { ShadowRunner } from './shadow-runner';
export { Relocator } from './relocator';
export { proveDefinition, readDefinition } from './examine-definition';
export { keepCandidate } from './candidate-shelf';
export { shadowOf, type ShadowDifference } from './shadow';
export { verdictOf } from './move-verdict';
