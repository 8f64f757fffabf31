export { Pruner } from './pruner';
export { readRetentionRules, readRetentionWork } from './retention-reader';
