export { removeEmbeddedPostgres, startEmbeddedPostgres } from '../libs/database/src/embedded/embedded-postgres';
