export type { Topic } from './facts/topic';
export { topics, findFact, getFact, factPaths } from './facts/topics';
export { resolveRefs } from './facts/resolve-refs';
