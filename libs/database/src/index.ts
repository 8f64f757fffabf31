export { Configuration, readConfiguration } from './config';
export { plainSentence } from './plain-connections';
export { createDataSource, clientOf, onClient } from './data-source';
export { inTransaction } from './in-transaction';
export type { EntityClass } from './data-source';
export { migrateDatabase, QUEUE_SCHEMA } from './migrate';
export { asPortal, readFor, READER_ROLE } from './rows/reader';
export type { Reader } from './rows/reader';
export { inForce } from './in-force';
