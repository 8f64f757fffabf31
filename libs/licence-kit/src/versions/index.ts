export { diffDefinitions } from './diff-definitions';
export { DIFF_SECTIONS, type Difference, type DiffSection } from './difference';
export { questionsIn, type Question } from './diff-form';
export { askOver, relocate, type AskRule, type LivedStep, type Relocated, type Unplaceable } from './relocate';
export { pathsOf } from './state-paths';
