import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** What is sealed for one purpose cannot be opened for another. */
export type SealPurpose = 'sign-in' | 'personal-id' | 'security-record' | 'invitation';

/** Seals texts with AES-256-GCM under keys derived from one secret, so that neither a browser nor a copy of the database can read or change them. */
export class Sealer {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly secret: string) {}

  seal(purpose: SealPurpose, text: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Undefined when it was sealed with another secret, for another purpose, or changed since. */
  open(purpose: SealPurpose, sealed: Buffer): string | undefined {
    if (sealed.length < nonceBytes + tagBytes) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.keyFor(purpose), sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }

  /** The same text always gives the same 32 bytes, which say nothing without the secret; to find again what is sealed. */
  fingerprint(purpose: SealPurpose, text: string): Buffer {
    return createHmac('sha256', this.keyFor(`${purpose} fingerprint`)).update(text, 'utf8').digest();
  }

  private keyFor(purpose: SealPurpose | `${SealPurpose} fingerprint`): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.secret, 'anuyat', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }
}
