/**
 * Why a file is refused although its kind is right. `active`: it can do something when it is opened; `attachments`: other files are in it;
 * `locked`: it needs a password; `damaged`: it is not whole, or not only what it says it is; `flood`: opening it takes more room than any
 * paper needs; `too-long`: more pages than any paper needs.
 */
export type FileFault = 'active' | 'attachments' | 'locked' | 'damaged' | 'flood' | 'too-long';

export class FaultyFile extends Error {
  constructor(readonly fault: FileFault) {
    super(`The file is refused: ${fault}.`);
  }
}
