export { answers, deskOfficer, otherDeskOfficer, publishLibraryCard, reader, stranger, submitCard, submitCase, vaultOfficer } from './library';
export { timeOfLine, toldDossier } from './told-history';
export type { ToldEvent } from './told-history';
export type { CardCase } from './library';
export { approveCard, refuse, send, ask } from './steps';
export { carryOut } from './carry-out';
export { startTestRegistrar } from './test-registrar';
export type { TestRegistrar } from './test-registrar';
