import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rootKey, rootText, noteOf, utf8, type LedgerRoot, type RootKey } from '@anuyat/ledger-proof';

interface KeyFile {
  name: string;
  privateKey: string;
}

/** Ed25519 public keys in DER end with their 32 bytes. */
const RAW_BYTES = 32;

/** The key that signs roots. Only the worker and the command line have it; the api publishes what they signed. */
export class SigningKey {
  readonly publicKey: RootKey;
  private readonly privateKey: KeyObject;

  private constructor({ name, privateKey }: KeyFile) {
    this.privateKey = createPrivateKey(privateKey);
    const der = createPublicKey(this.privateKey).export({ format: 'der', type: 'spki' });
    this.publicKey = rootKey(name, new Uint8Array(der.subarray(-RAW_BYTES)));
  }

  /**
   * The key of this file; made, readable by its owner only, when the file is not there.
   * @param name whose key a new one is: the ledger's origin.
   * @throws where others may read the file.
   */
  static keep(file: string, name: string): SigningKey {
    if (!existsSync(file)) makeKey(file, name);
    if ((statSync(file).mode & 0o077) !== 0) throw new Error(`${file} holds the key that signs the ledger, and others may read it. Allow it to its owner only: chmod 600 ${file}`);
    return new SigningKey(JSON.parse(readFileSync(file, 'utf8')) as KeyFile);
  }

  /** The root with its signature, as it is published. */
  sign(root: LedgerRoot): string {
    return noteOf(root, this.publicKey, new Uint8Array(sign(null, utf8(rootText(root)), this.privateKey)));
  }
}

/** Two workers may start at once: the first whole file is the key, and the other's is thrown away. */
function makeKey(file: string, name: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const privateKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ name, privateKey } satisfies KeyFile), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(own, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(own);
  }
}
