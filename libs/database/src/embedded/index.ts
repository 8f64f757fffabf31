export { startEmbeddedPostgres } from './embedded-postgres';
export type { EmbeddedPostgres, EmbeddedStart } from './embedded-postgres';
export { removeDataFolder } from './data-folder';
export { freePort } from './server';
