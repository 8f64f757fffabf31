/** The module that holds the keys is away or does not sign. What is to be signed waits; nothing is lost. */
export class NotSigned extends Error {
  override readonly name = 'NotSigned';
}
