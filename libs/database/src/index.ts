export { Configuration, readConfiguration } from './config';
export { createDataSource, clientOf, onClient } from './data-source';
export type { EntityClass } from './data-source';
export { migrateDatabase, QUEUE_SCHEMA } from './migrate';
