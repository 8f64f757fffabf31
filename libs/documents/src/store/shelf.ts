import type { Readable } from 'node:stream';

/** Where sealed contents lie: a folder, or a bucket of an S3-compatible store. A name is never used twice. */
export interface Shelf {
  /** Puts a file there, whole or not at all; afterwards it survives a loss of power. */
  put(name: string, file: string): Promise<void>;
  /** @throws where there is none. */
  read(name: string): Promise<Readable>;
  /** Removes it; nothing happens where there is none. */
  drop(name: string): Promise<void>;
}
