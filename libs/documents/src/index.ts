export { Archivist } from './archivist';
export type { OpenedDocument, Upload } from './archivist';
export { Contents } from './contents';
export { ContentStore } from './store/content-store';
export { VaultKeeper } from './vault/vault-keeper';
export type { Deposit } from './vault/vault-keeper';
