export { freePort } from '../embedded/free-port';
export { createTestDatabase } from './test-database';
export type { TestDatabase } from './test-database';
export { startMortalPostgres } from './mortal-postgres';
export type { MortalPostgres } from './mortal-postgres';
export { fillOneOfEverything, one } from './one-of-everything';
