/** A version of a definition that this process does not know: never published, or by another process a moment ago. */
export class UnknownVersion extends Error {
  constructor(
    readonly code: string,
    readonly version: number,
  ) {
    super(`Licence "${code}" version ${version} was never published.`);
    this.name = 'UnknownVersion';
  }
}
