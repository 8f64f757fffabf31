import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@anuyat/contract';
import { HEAD_BYTES } from '../file-kind';

/** A file that came in and is not kept yet. */
export interface Parcel {
  sha256: string;
  bytes: number;
  /** Its beginning, by which its kind is told. */
  head: Buffer;
  /** Where it waits. */
  path: string;
}

/** What the operating system says when a disk is full or cannot be written. */
const DISK_TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/**
 * Files by the digest of their content: the same content is kept once, a kept file never changes, and a name from outside is
 * never part of a path. Nothing is kept before it is on the disk whole.
 */
export class ContentStore {
  constructor(private readonly folder: string) {}

  /**
   * Writes a stream aside while it is measured and digested.
   * @throws Refusal `file-too-large` as soon as it is; `bad-request` when the stream breaks off; `temporarily-unavailable` when the
   * disk does not take it.
   */
  async take(source: Readable, maxBytes: number): Promise<Parcel> {
    const path = join(this.folder, 'incoming', randomUUID());
    await mkdir(dirname(path), { recursive: true });
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let bytes = 0;
    const measure = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        if (bytes + chunk.length > maxBytes) throw new Refusal('file-too-large');
        if (bytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - bytes));
        bytes += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    };
    try {
      await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
      return { path, bytes, head: Buffer.concat(head), sha256: hash.digest('hex') };
    } catch (error) {
      await rm(path, { force: true });
      if (isDiskTrouble(error)) throw new Refusal('temporarily-unavailable');
      throw isOfSource(error, source) ? new Refusal('bad-request', { detail: brokeOff }) : error;
    }
  }

  /** Puts a parcel where its digest says. Afterwards it is there even if the power fails. */
  async keep({ path, sha256 }: Parcel): Promise<void> {
    const place = this.placeOf(sha256);
    await mkdir(dirname(place), { recursive: true });
    await rename(path, place);
    await syncFolder(dirname(place));
  }

  /** Forgets a parcel that was not kept; one that was is not touched. */
  async forget({ path }: Parcel): Promise<void> {
    await rm(path, { force: true });
  }

  /** A kept file. @throws when it is not there or not as long as it was. */
  async read(sha256: string, bytes: number): Promise<Readable> {
    const { size } = await stat(this.placeOf(sha256));
    if (size !== bytes) throw new Error(`The file ${sha256} has ${size} bytes instead of ${bytes}.`);
    return createReadStream(this.placeOf(sha256));
  }

  /** Removes a kept file; the caller made sure that nothing refers to it. */
  async drop(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true });
  }

  private placeOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a digest.');
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

function isDiskTrouble(error: unknown): boolean {
  return DISK_TROUBLE.has(String((error as { code?: unknown } | null)?.code));
}

/** Whether the stream itself failed, and not what it was written to: errors of files name their path. */
function isOfSource(error: unknown, source: Readable): boolean {
  return !(error instanceof Refusal) && source.errored === error && !('path' in Object(error));
}

const brokeOff = { th: 'การส่งไฟล์ขาดช่วง โปรดส่งอีกครั้ง', en: 'The file did not arrive whole. Please send it again.' };

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
