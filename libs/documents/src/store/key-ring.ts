import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A data key as it is kept: closed by one of the master keys. */
export interface WrappedKey {
  /** Name of the master key. */
  key: string;
  /** base64 of nonce, closed key and tag. */
  wrapped: string;
}

/**
 * The master keys, the current one first. Each content has a key of its own, which they close; a new master key closes the data keys
 * anew and leaves the contents as they are.
 */
export class KeyRing {
  private constructor(private readonly keys: readonly { name: string; secret: Buffer }[]) {}

  /**
   * @param text `name:base64` of 32 bytes, several with commas between them, the current one first.
   * @throws where a key has no name, a name twice, or not 32 bytes.
   */
  static parse(text: string): KeyRing {
    const keys = text.split(',').map((part) => {
      const [name = '', secret = ''] = part.trim().split(':');
      return { name, secret: Buffer.from(secret, 'base64') };
    });
    const isSound = keys.every(({ name, secret }) => /^[\w.-]{1,40}$/.test(name) && secret.length === 32) && new Set(keys.map(({ name }) => name)).size === keys.length;
    if (!isSound) throw new Error('VAULT_KEYS: name:base64 of 32 random bytes; several with commas between them, the current one first.');
    return new KeyRing(keys);
  }

  /** The ring of the configuration, or else of the data directory, where one is made the first time. */
  static open(dataDir: string, configured?: string): KeyRing {
    if (configured) return KeyRing.parse(configured);
    const file = join(dataDir, 'vault-keys');
    if (!existsSync(file)) make(dataDir, file);
    return KeyRing.parse(readFileSync(file, 'utf8'));
  }

  get current(): string {
    return this.keys[0]?.name ?? '';
  }

  /** @param about the content that the key is for; it unwraps for no other. */
  wrap(dataKey: Buffer, about: string): WrappedKey {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.get(this.current), nonce).setAAD(Buffer.from(about));
    return { key: this.current, wrapped: Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]).toString('base64') };
  }

  /** @throws where the master key is not on the ring, or the data key is of another content. */
  unwrap({ key, wrapped }: WrappedKey, about: string): Buffer {
    const bytes = Buffer.from(wrapped, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.get(key), bytes.subarray(0, 12)).setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  }

  private get(name: string): Buffer {
    const found = this.keys.find((key) => key.name === name);
    if (!found) throw new Error(`The master key "${name}" is not among VAULT_KEYS. Contents that it closed cannot be opened without it.`);
    return found.secret;
  }
}

/** Whole or not at all: of several processes that start at once, one makes it. */
function make(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `k1:${randomBytes(32).toString('base64')}`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
