import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const CODES = 100_000_000;
const STOP_BYTES = 18;

/**
 * What letters prove that they came to their address with: computed from one secret and the address's id whenever it is needed. The database holds
 * none of it, nor a hash that could be tried out.
 */
export class MailKeys {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, 'anuyat', 'mail', 32));
  }

  /** The code of eight digits that confirms an address. */
  codeOf(addressId: string): string {
    return (Number(this.mac('code', addressId).readBigUInt64BE() % BigInt(CODES))).toString().padStart(8, '0');
  }

  isCodeOf(addressId: string, typed: string): boolean {
    return isSame(this.codeOf(addressId), typed);
  }

  /** What a letter's link for stopping carries. */
  stopTokenOf(addressId: string): string {
    return `${addressId}.${this.mac('stop', addressId).subarray(0, STOP_BYTES).toString('base64url')}`;
  }

  /** The address that a link stops; undefined where it is not one of ours. */
  addressOfStopToken(token: string): string | undefined {
    const [addressId = ''] = token.split('.', 1);
    return /^[0-9a-f-]{36}$/.test(addressId) && isSame(this.stopTokenOf(addressId), token) ? addressId : undefined;
  }

  /** The same for the same address, and nothing without the secret: so that an address is recognised that was forgotten. */
  markOf(address: string): Buffer {
    return this.mac('address', address.toLowerCase());
  }

  private mac(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.key).update(`${purpose} ${text}`, 'utf8').digest();
  }
}

function isSame(expected: string, given: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(expected), digest(given));
}
