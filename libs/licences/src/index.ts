export { Issuer } from './issuer';
export { LicenceRegister } from './licences';
export type { LicenceRow } from './licences';
export { PaperPress } from './paper-press';
export { licenceNumber, initialsOf } from './licence-number';
export { conditionsOf } from './conditions';
export { validUntil } from './validity';
