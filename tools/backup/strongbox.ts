import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const NONCE = 12;
const TAG = 16;

/** What a file held when it was copied. */
export interface Copied {
  bytes: number;
  sha256: string;
}

/**
 * Writes the files of a backup and reads them again: closed with AES-256-GCM under a key made from BACKUP_SECRET (scrypt), each bound to its
 * own path, so that none can be changed or put in another's place; or as they are, where somebody wanted that.
 */
export class Strongbox {
  private readonly key: Buffer | undefined;

  constructor(secret: string | undefined, salt: string) {
    this.key = secret ? scryptSync(secret, Buffer.from(salt, 'hex'), 32) : undefined;
  }

  /** Copies a file as it is now. A file that is gone meanwhile is not copied. */
  async put(from: string, to: string, path: string): Promise<Copied | undefined> {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    try {
      return await this.write(createReadStream(from), to, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async write(source: Readable, to: string, path: string): Promise<Copied> {
    const meter = new Meter();
    const into = createWriteStream(to, { mode: 0o600 });
    if (!this.key) {
      await pipeline(source, meter, into);
      return meter.copied();
    }
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(path));
    into.write(nonce);
    await pipeline(source, meter, cipher, into, { end: false });
    into.end(cipher.getAuthTag());
    await new Promise<void>((resolve, reject) => into.once('close', resolve).once('error', reject));
    return meter.copied();
  }

  /** Gives a file back. @throws where it is not what was put there, or the secret is another. */
  async take(from: string, to: string, path: string): Promise<Copied> {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const meter = new Meter();
    const into = createWriteStream(to, { mode: 0o600, flags: 'wx' });
    if (!this.key) {
      await pipeline(createReadStream(from), meter, into);
      return meter.copied();
    }
    const { size } = await stat(from);
    if (size < NONCE + TAG) throw new Error(`${path} is cut off.`);
    const [nonce, tag] = await ends(from, size);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(path)).setAuthTag(tag);
    const inside = createReadStream(from, { start: NONCE, end: Math.max(NONCE, size - TAG - 1) });
    try {
      if (size === NONCE + TAG) into.end(decipher.final());
      else await pipeline(inside, decipher, meter, into);
    } catch {
      throw new Error(`${path} does not open: BACKUP_SECRET is another, or the file was changed.`);
    }
    return meter.copied();
  }
}

/** Counts and digests what goes through. */
class Meter extends Transform {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }

  copied(): Copied {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

async function ends(file: string, size: number): Promise<[Buffer, Buffer]> {
  const handle = await open(file);
  try {
    const [nonce, tag] = [Buffer.alloc(NONCE), Buffer.alloc(TAG)];
    await handle.read(nonce, 0, NONCE, 0);
    await handle.read(tag, 0, TAG, size - TAG);
    return [nonce, tag];
  } finally {
    await handle.close();
  }
}
