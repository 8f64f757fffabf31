export { checkLicenceCode, writeLicenceCode } from './licence-code';
export type { CodedLicence, CodeFinding, CodeKey } from './licence-code';
export { findStanding } from './snapshot';
export type { ListedStanding, Snapshot, SnapshotKey } from './snapshot';
