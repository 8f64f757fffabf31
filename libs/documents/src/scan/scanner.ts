import type { Readable } from 'node:stream';

/** What a scanner says of a content. */
export type Verdict = { is: 'clean' } | { is: 'infected'; found: string };

/** Looks for malware in a content. */
export interface Scanner {
  /** @throws ScannerAway where it gave no verdict: the content is then neither clean nor infected. */
  scan(content: Readable): Promise<Verdict>;
  /** Its name with its version, for the record. @throws ScannerAway. */
  version(): Promise<string>;
}

/** The scanner cannot be reached, is too slow, or did not look at all of the content. */
export class ScannerAway extends Error {}
