export { Archivist } from './archivist';
export type { OpenedDocument, Upload } from './archivist';
export { Vault } from './vault';
