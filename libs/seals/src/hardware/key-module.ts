import { createHash, createPublicKey, randomBytes, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KeyUse, SealingKey } from '../sealing-key';
import { NotSigned } from './not-signed';
import { Pkcs11Tool } from './pkcs11-tool';

/** What the configuration says of a hardware module; absent: keys are files. */
export interface KeyModuleSettings {
  SEAL_PKCS11_MODULE?: string | undefined;
  SEAL_PKCS11_TOKEN?: string | undefined;
  SEAL_PKCS11_PIN?: string | undefined;
  SEAL_PKCS11_PIN_FILE?: string | undefined;
}

const KINDS: Record<KeyUse, string> = { paper: 'EC:prime256v1', code: 'EC:edwards25519' };
const POINT = /EC_POINT:\s+([0-9a-f]+)/;

/** A hardware security module, or a smart card: makes signing keys and signs with them. No private key ever leaves it. */
export class KeyModule {
  private mechanisms: Promise<string> | undefined;

  constructor(private readonly tool: Pick<Pkcs11Tool, 'ask'>) {}

  /** Whether keys of this use can be made in it: not every module knows Ed25519. @throws NotSigned while it is away. */
  async canMake(use: KeyUse): Promise<boolean> {
    if (use === 'paper') return true;
    const asked = (this.mechanisms ??= this.tool.ask(['--list-mechanisms'], { isLogin: false }).then(String));
    asked.catch(() => (this.mechanisms = undefined));
    const known = await asked;
    return /^\s*EDDSA\b/m.test(known) && /EDWARDS-KEY-PAIR-GEN/.test(known);
  }

  /** A new key pair under an id of its own, never to be read. @throws NotSigned. */
  async make(agency: string, use: KeyUse): Promise<{ id: string; publicKey: KeyObject }> {
    const id = randomBytes(16).toString('hex');
    const told = await this.tool.ask(['--keypairgen', '--key-type', KINDS[use], '--id', id, '--label', `anuyat ${agency} ${use}`, '--sensitive', '--usage-sign']);
    return { id, publicKey: publicKeyOf(use, told.toString()) };
  }

  /** Takes a pair out that nothing was signed with. */
  async remove(id: string): Promise<void> {
    for (const type of ['privkey', 'pubkey']) await this.tool.ask(['--delete-object', '--type', type, '--id', id]);
  }

  /** Signs as {@link SealingKey.sign} promises. @throws NotSigned also where the token's key is another than the one published under this id. */
  async sign(id: string, publicKey: KeyObject, bytes: Uint8Array, form: 'der' | 'ieee-p1363' = 'der'): Promise<Buffer> {
    const signature = await this.tool.ask(['--sign', '--id', id, ...mechanismFor(publicKey, form)], { input: publicKey.asymmetricKeyType === 'ec' ? createHash('sha256').update(bytes).digest() : bytes });
    const algorithm = publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
    if (!verify(algorithm, bytes, { key: publicKey, dsaEncoding: form }, signature)) throw new NotSigned(`The token signed with another key than the one that is published for id ${id}.`);
    return signature;
  }
}

/** The module that the configuration names; undefined where it names none. @throws a sentence where something of it is missing. */
export function openKeyModule({ SEAL_PKCS11_MODULE, SEAL_PKCS11_TOKEN, SEAL_PKCS11_PIN, SEAL_PKCS11_PIN_FILE }: KeyModuleSettings): KeyModule | undefined {
  if (!SEAL_PKCS11_MODULE) return undefined;
  const pin = SEAL_PKCS11_PIN_FILE ? readFileSync(SEAL_PKCS11_PIN_FILE, 'utf8').trim() : SEAL_PKCS11_PIN;
  if (!SEAL_PKCS11_TOKEN || !pin) throw new Error('SEAL_PKCS11_MODULE needs SEAL_PKCS11_TOKEN, the token’s label, and SEAL_PKCS11_PIN_FILE or SEAL_PKCS11_PIN.');
  return new KeyModule(new Pkcs11Tool({ module: SEAL_PKCS11_MODULE, label: SEAL_PKCS11_TOKEN, pin }));
}

/** A key whose private half is in the module. */
export function moduleKey(module: Pick<KeyModule, 'sign'>, id: string, more: Omit<SealingKey, 'sign' | 'place'>): SealingKey {
  return { ...more, place: 'module', sign: (bytes, form) => module.sign(id, more.publicKey, bytes, form) };
}

function mechanismFor({ asymmetricKeyType }: KeyObject, form: 'der' | 'ieee-p1363'): string[] {
  if (asymmetricKeyType === 'ed25519') return ['--mechanism', 'EDDSA'];
  if (asymmetricKeyType === 'rsa') return ['--mechanism', 'SHA256-RSA-PKCS'];
  return ['--mechanism', 'ECDSA', '--signature-format', form === 'der' ? 'openssl' : 'rs'];
}

/** The point comes in an octet string (`04`, length), or bare. */
function publicKeyOf(use: KeyUse, told: string): KeyObject {
  const point = Buffer.from(POINT.exec(told)?.[1] ?? '', 'hex');
  const length = use === 'code' ? 32 : 65;
  const bare = point.subarray(point.length - length);
  if (bare.length !== length) throw new NotSigned('The token made a key and did not tell its public half.');
  const part = (from: number) => bare.subarray(from, from + 32).toString('base64url');
  return createPublicKey({ format: 'jwk', key: use === 'code' ? { kty: 'OKP', crv: 'Ed25519', x: part(0) } : { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) } });
}
