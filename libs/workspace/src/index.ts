export { importLine } from './lint/import-line';
export { findRealLookingIds } from './lint/real-ids';
