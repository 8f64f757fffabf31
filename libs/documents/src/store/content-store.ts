import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@anuyat/contract';
import { HEAD_BYTES } from '../file-kind';
import type { KeyRing, WrappedKey } from './key-ring';
import { seal, unseal } from './sealing';
import type { Shelf } from './shelf';

/** A file that came in and is not kept yet. */
export interface Parcel {
  sha256: string;
  bytes: number;
  /** Its beginning, by which its kind is told. */
  head: Buffer;
  /** Where it waits. */
  path: string;
}

/** How a kept content opens, and where it lies: as many times as it is kept, another place. */
export interface Seal extends WrappedKey {
  place: string;
}

/** What the operating system says when a disk is full or cannot be written. */
const DISK_TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/**
 * Contents by the digest of what they say, each sealed with a key of its own. A kept content never changes, and a name from outside is
 * never part of a path. Contents without a seal were kept before there were seals, and open as they are.
 */
export class ContentStore {
  private readonly incoming: string;

  /** @param folder where files wait until they were looked at. */
  constructor(
    folder: string,
    private readonly shelf: Shelf,
    private readonly ring: KeyRing,
  ) {
    this.incoming = join(folder, 'incoming');
  }

  /** Removes what broken uploads left behind: files on their way in that nobody has written to for so long. @returns how many. */
  async sweep(olderThanMs: number): Promise<number> {
    const names = await readdir(this.incoming).catch(() => []);
    let swept = 0;
    for (const name of names) {
      const path = join(this.incoming, name);
      const written = await stat(path).then(({ mtimeMs }) => mtimeMs, () => Number.POSITIVE_INFINITY);
      if (Date.now() - written < olderThanMs) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  /**
   * Writes a stream aside while it is measured and digested.
   * @throws Refusal `file-too-large` as soon as it is; `bad-request` when the stream breaks off; `temporarily-unavailable` when the
   * disk does not take it.
   */
  async take(source: Readable, maxBytes: number): Promise<Parcel> {
    const path = await this.aside();
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
      await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return { path, bytes, head: Buffer.concat(head), sha256: hash.digest('hex') };
    } catch (error) {
      await rm(path, { force: true });
      if (isDiskTrouble(error)) throw new Refusal('temporarily-unavailable');
      throw isOfSource(error, source) ? new Refusal('bad-request', { detail: brokeOff }) : error;
    }
  }

  /** A parcel of a file that is there already. */
  async measure(path: string): Promise<Parcel> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { path, bytes, head: Buffer.alloc(0), sha256: hash.digest('hex') };
  }

  /** A new place for a file that is being worked on; its maker removes it. */
  async aside(): Promise<string> {
    await mkdir(this.incoming, { recursive: true });
    return join(this.incoming, randomUUID());
  }

  /** Seals a parcel and puts it on the shelf; the parcel itself stays until it is forgotten. @throws Refusal `temporarily-unavailable` when the disk does not take it. */
  async keep({ path, sha256 }: Pick<Parcel, 'path' | 'sha256'>): Promise<Seal> {
    return this.put(createReadStream(path), sha256);
  }

  /** Seals a piece of an upload that is still coming in; it is read and dropped as a content is. @throws as {@link keep}. */
  async keepPiece(bytes: Buffer): Promise<{ sha256: string; seal: Seal }> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sha256, seal: await this.put(Readable.from([bytes]), sha256) };
  }

  /** Seals a content that was kept before there were seals; the unsealed one is dropped by whoever has noted the seal. */
  async sealOld(sha256: string): Promise<Seal> {
    return this.put(await this.shelf.read(sha256), sha256);
  }

  /** The same content under the current master key; nothing to do where it is that already. */
  rewrap(sealed: Seal, sha256: string): Seal {
    return sealed.key === this.ring.current ? sealed : { place: sealed.place, ...this.ring.wrap(this.ring.unwrap(sealed, sha256), sha256) };
  }

  get currentKey(): string {
    return this.ring.current;
  }

  /** Forgets a parcel, kept or not. */
  async forget({ path }: Pick<Parcel, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** A kept content; reading fails where a byte of it is not what it was. */
  async read(sha256: string, sealed: Seal | null): Promise<Readable> {
    if (!sealed) return this.shelf.read(sha256);
    return Readable.from(unseal(await this.shelf.read(sealed.place), this.ring.unwrap(sealed, sha256), sha256), { objectMode: false });
  }

  /** Removes a kept content; the caller made sure that nothing refers to it. */
  async drop(sha256: string, sealed: Pick<Seal, 'place'> | null): Promise<void> {
    await this.shelf.drop(sealed?.place ?? sha256);
  }

  private async put(content: Readable, sha256: string): Promise<Seal> {
    const dataKey = randomBytes(32);
    const draft = await this.aside();
    try {
      await pipeline(content, (chunks: AsyncIterable<Buffer>) => seal(chunks, dataKey, sha256), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
      const place = `${sha256}.${randomBytes(6).toString('hex')}`;
      await this.shelf.put(place, draft);
      return { place, ...this.ring.wrap(dataKey, sha256) };
    } catch (error) {
      throw isDiskTrouble(error) ? new Refusal('temporarily-unavailable') : error;
    } finally {
      await rm(draft, { force: true });
    }
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
