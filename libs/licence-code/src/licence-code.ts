import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToText, textToBytes } from './thai-bytes';

/** What the code on a paper says: no more than what is printed beside it. */
export interface CodedLicence {
  number: string;
  edition: number;
  /** Of the licence type. */
  code: string;
  agency: string;
  holder: string;
  businessName: string;
  place: string;
  /** ISO dates; `validUntil` is null for one that does not expire. */
  issuedOn: string;
  validUntil: string | null;
  /** Its place in the agency's list of withdrawn licences. */
  statusIndex: number;
}

/** An Ed25519 key of codes. */
export interface CodeKey {
  kid: string;
  agency: string;
  /** The public key, base64url. */
  x: string;
}

export type CodeFinding = { licence: CodedLicence; kid: string; isGenuine: true } | { isGenuine: false; why: 'unreadable' | 'unknown-key' | 'forged'; kid?: string };

const VERSION = 1;
const KID_BYTES = 12;
const SIGNATURE_BYTES = 64;
const LONGEST = 4_000;
const CONTEXT = new TextEncoder().encode('anuyat-licence-code-1\n');

/**
 * The code of a paper: digits only, for QR codes hold them best and addresses hold them too.
 * @param sign Ed25519 with the key of this id. @throws RangeError when it is longer than a QR code should be.
 */
export async function writeLicenceCode(licence: CodedLicence, kid: string, sign: (bytes: Uint8Array) => Promise<Uint8Array>): Promise<string> {
  const { number, edition, code, agency, holder, businessName, place, issuedOn, validUntil, statusIndex } = licence;
  const text = textToBytes(JSON.stringify([number, edition, code, agency, holder, businessName, place, issuedOn, validUntil, statusIndex]));
  const said = Uint8Array.of(VERSION, ...fromBase64Url(kid), ...text);
  const digits = toDigits(Uint8Array.of(...said, ...(await sign(toSign(said)))));
  if (digits.length > LONGEST) throw new RangeError(`The code of ${number} has ${digits.length} digits.`);
  return digits;
}

/** What a code says, if one of these keys signed exactly that. */
export function checkLicenceCode(digits: string, keys: readonly CodeKey[]): CodeFinding {
  const bytes = /^[1-9]\d*$/.test(digits) && digits.length <= LONGEST ? fromDigits(digits) : new Uint8Array();
  const end = bytes.length - SIGNATURE_BYTES;
  if (bytes[0] !== VERSION || end <= 1 + KID_BYTES) return { isGenuine: false, why: 'unreadable' };
  const kid = toBase64Url(bytes.subarray(1, 1 + KID_BYTES));
  const key = keys.find((known) => known.kid === kid);
  if (!key) return { isGenuine: false, why: 'unknown-key', kid };
  if (!isSigned(bytes.subarray(end), toSign(bytes.subarray(0, end)), fromBase64Url(key.x))) return { isGenuine: false, why: 'forged', kid };
  const licence = read(bytes.subarray(1 + KID_BYTES, end));
  return licence && licence.agency === key.agency ? { isGenuine: true, licence, kid } : { isGenuine: false, why: 'forged', kid };
}

function read(bytes: Uint8Array): CodedLicence | undefined {
  try {
    const [number, edition, code, agency, holder, businessName, place, issuedOn, validUntil, statusIndex] = JSON.parse(bytesToText(bytes)) as [string, number, string, string, string, string, string, string, string | null, number];
    return { number, edition, code, agency, holder, businessName, place, issuedOn, validUntil, statusIndex };
  } catch {
    return undefined;
  }
}

function isSigned(signature: Uint8Array, bytes: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytes, key, { zip215: false });
  } catch {
    return false;
  }
}

function toSign(said: Uint8Array): Uint8Array {
  return Uint8Array.of(...CONTEXT, ...said);
}

function toDigits(bytes: Uint8Array): string {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`).toString();
}

function fromDigits(digits: string): Uint8Array {
  const hex = BigInt(digits).toString(16);
  const even = hex.padStart(hex.length + (hex.length % 2), '0');
  return Uint8Array.from({ length: even.length / 2 }, (_, at) => Number.parseInt(even.slice(2 * at, 2 * at + 2), 16));
}

/** Base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
