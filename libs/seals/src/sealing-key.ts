import { createHash, sign, type X509Certificate, type JsonWebKey, type KeyObject } from 'node:crypto';

/** What a key signs: papers (with a certificate), or the codes of papers (Ed25519). */
export type KeyUse = 'paper' | 'code';

/**
 * An agency's signing key. Whoever signs sees this interface only, so that the key itself may stay in a machine that never gives it away.
 */
export interface SealingKey {
  /** From the public key: the same key has the same id wherever it is. */
  kid: string;
  agency: string;
  use: KeyUse;
  publicKey: KeyObject;
  /** The certificate and those above it, the root left out; empty for keys of codes. */
  chain: X509Certificate[];
  createdAt: Date;
  /** Where the private half is; absent: with this process. */
  place?: 'module';
  /** Over the bytes themselves: ECDSA and RSA with SHA-256 (ECDSA in DER, or `ieee-p1363` for tokens), or Ed25519. */
  sign(bytes: Uint8Array, form?: 'der' | 'ieee-p1363'): Promise<Buffer>;
}

const KID_BYTES = 12;

/** The first 96 bits of the public key's SHA-256, as 16 letters. */
export function kidOf(publicKey: KeyObject): string {
  return createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest().subarray(0, KID_BYTES).toString('base64url');
}

/** The public half as others read it: with its id, its algorithm and, where it has any, its certificates. */
export function jwkOf({ kid, publicKey, chain, use }: Pick<SealingKey, 'kid' | 'publicKey' | 'chain' | 'use'>): JsonWebKey {
  const alg = use === 'code' ? 'EdDSA' : publicKey.asymmetricKeyType === 'rsa' ? 'RS256' : 'ES256';
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg, ...(chain.length > 0 ? { x5c: chain.map(({ raw }) => raw.toString('base64')) } : {}) };
}

/** A key whose private half this process holds. */
export function heldKey(privateKey: KeyObject, more: Omit<SealingKey, 'kid' | 'sign'>): SealingKey {
  const algorithm = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return {
    ...more,
    kid: kidOf(more.publicKey),
    sign: (bytes, dsaEncoding = 'der') => Promise.resolve(sign(algorithm, bytes, { key: privateKey, dsaEncoding })),
  };
}

/** Whether its certificate, if it has one, holds at this time. */
export function isInForce({ chain }: Pick<SealingKey, 'chain'>, at: Date): boolean {
  return chain.every(({ validFromDate, validToDate }) => validFromDate <= at && at <= validToDate);
}
