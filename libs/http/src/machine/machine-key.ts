import { createHash, createPrivateKey, createPublicKey, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto';

/** What a system signs with, by the names that RFC 9421 has for them. */
export type MachineAlgorithm = 'ed25519' | 'ecdsa-p256-sha256';

/** The public part of a key, and nothing else. */
export interface MachineKey {
  kty: 'OKP' | 'EC';
  crv: 'Ed25519' | 'P-256';
  x: string;
  y?: string;
}

/** A key as somebody gives it; undefined where it is no public Ed25519 or P-256 key, or holds anything private. */
export function readMachineKey(given: unknown): MachineKey | undefined {
  if (typeof given !== 'object' || given === null || 'd' in given) return undefined;
  const { kty, crv, x, y } = given as Partial<Record<string, unknown>>;
  if (kty === 'OKP' && crv === 'Ed25519' && isCoordinate(x)) return usable({ kty, crv, x });
  if (kty === 'EC' && crv === 'P-256' && isCoordinate(x) && isCoordinate(y)) return usable({ kty, crv, x, y });
  return undefined;
}

/** The thumbprint of a key (RFC 7638): the same for the same key, however it was written. */
export function thumbprintOf({ crv, kty, x, y }: MachineKey): string {
  return createHash('sha256').update(JSON.stringify(kty === 'EC' ? { crv, kty, x, y } : { crv, kty, x })).digest('base64url');
}

export const algorithmOf = ({ kty }: Pick<MachineKey, 'kty'>): MachineAlgorithm => (kty === 'OKP' ? 'ed25519' : 'ecdsa-p256-sha256');

/** Whether the key signed exactly this. */
export function isSignedBy(key: MachineKey, data: Buffer, signature: Buffer): boolean {
  const of = createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
  return key.kty === 'OKP' ? verify(null, data, of, signature) : verify('sha256', data, { key: of, dsaEncoding: 'ieee-p1363' }, signature);
}

/** Signs with the private part of such a key. */
export function signWith(privateKey: JsonWebKey, data: Buffer): Buffer {
  const of: KeyObject = createPrivateKey({ key: privateKey, format: 'jwk' });
  return privateKey.kty === 'OKP' ? sign(null, data, of) : sign('sha256', data, { key: of, dsaEncoding: 'ieee-p1363' });
}

function isCoordinate(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
}

function usable(key: MachineKey): MachineKey | undefined {
  try {
    createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
    return key;
  } catch {
    return undefined;
  }
}
