import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64, sha256, toBase64, toHex, utf8 } from './bytes';

/*
 * A signed root is a checkpoint in the format that transparency logs share (C2SP tlog-checkpoint over signed-note): any witness that
 * can read one log can read this one.
 *
 *   anuyat.example.go.th/ledger      whose log it is
 *   1042                             how many leaves
 *   CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *   time 2026-11-22T18:00:04.120Z    when it was signed
 *
 *   — anuyat.example.go.th/ledger Az3grl…    the first bytes of the key's digest, then the signature
 */

/** What a root says. */
export interface LedgerRoot {
  origin: string;
  size: number;
  root: Uint8Array;
  /** ISO 8601. */
  signedAt: string;
}

/** A key that roots are checked with. */
export interface RootKey {
  name: string;
  /** The first four bytes of the key's digest, in hexadecimal digits. */
  id: string;
  publicKey: Uint8Array;
}

const ED25519 = 1;
const ID_BYTES = 4;

/** The lines that are signed. */
export function rootText({ origin, size, root, signedAt }: LedgerRoot): string {
  return `${origin}\n${size}\n${toBase64(root)}\ntime ${signedAt}\n`;
}

/** The checkpoint: the lines, and below them who signed them. */
export function noteOf(root: LedgerRoot, key: RootKey, signature: Uint8Array): string {
  return `${rootText(root)}\n\u2014 ${key.name} ${toBase64(Uint8Array.of(...idBytes(key), ...signature))}\n`;
}

/** The key as it is published: `name+id+base64`. */
export function keyText(key: RootKey): string {
  return `${key.name}+${key.id}+${toBase64(Uint8Array.of(ED25519, ...key.publicKey))}`;
}

/** The key with its id, which is the beginning of its digest. */
export function rootKey(name: string, publicKey: Uint8Array): RootKey {
  return { name, id: toHex(sha256(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey).slice(0, ID_BYTES)), publicKey };
}

/** @returns undefined where the text is no key, or its id is not its own. */
export function readKey(text: string): RootKey | undefined {
  const [, name, id, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  if (!name || !base64) return undefined;
  const bytes = decoded(base64);
  if (bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
  const key = rootKey(name, bytes.slice(1));
  return key.id === id ? key : undefined;
}

/** What a checkpoint says, where one of these keys signed it. @returns undefined where none did, or it is no checkpoint. */
export function readNote(note: string, keys: readonly RootKey[]): { root: LedgerRoot; key: RootKey } | undefined {
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const root = readRoot(text);
  if (end < 0 || !root || rootText(root) !== text) return undefined;
  for (const line of note.slice(end + 2).split('\n')) {
    const [, name, base64] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = base64 === undefined ? undefined : decoded(base64);
    const key = keys.find((each) => each.name === name && bytes !== undefined && toHex(bytes.slice(0, ID_BYTES)) === each.id);
    if (key && bytes && isSigned(bytes.slice(ID_BYTES), text, key)) return { root, key };
  }
  return undefined;
}

function readRoot(text: string): LedgerRoot | undefined {
  const [, origin, size, base64, signedAt] = /^(\S+)\n(0|[1-9]\d{0,14})\n(\S+)\ntime (\S+)\n$/.exec(text) ?? [];
  const root = base64 === undefined ? undefined : decoded(base64);
  return origin && size && signedAt && root?.length === 32 ? { origin, size: Number(size), root, signedAt } : undefined;
}

function isSigned(signature: Uint8Array, text: string, { publicKey }: RootKey): boolean {
  try {
    return ed25519.verify(signature, utf8(text), publicKey);
  } catch {
    return false;
  }
}

function idBytes({ id }: RootKey): number[] {
  return [...id.matchAll(/../g)].map(([byte]) => Number.parseInt(byte, 16));
}

function decoded(base64: string): Uint8Array | undefined {
  try {
    const bytes = fromBase64(base64);
    return toBase64(bytes) === base64 ? bytes : undefined;
  } catch {
    return undefined;
  }
}
