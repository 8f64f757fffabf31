import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPem } from './pem';
import { heldKey, type KeyUse, type SealingKey } from './sealing-key';

const NAME = /^([a-z0-9-]+)\.(paper|code)\.([A-Za-z0-9_-]+)\.pem$/;
const ENCRYPTED = 'ENCRYPTED PRIVATE KEY';
const FOR_OTHERS = 0o077;

/**
 * The folder of an installation's signing keys: one PEM file a key, `AGENCY.paper.NAME.pem`, with the private key (PKCS #8) and its
 * certificates, its own first. Keys that it writes are encrypted when there is a secret, and readable to their owner only.
 */
export class KeyCabinet {
  constructor(
    private readonly folder: string,
    private readonly secret?: string,
  ) {}

  /** Every key, the oldest first. @throws for a key in the clear that others on this machine may read. */
  async open(): Promise<SealingKey[]> {
    const names = await readdir(this.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const keys = await Promise.all(names.filter((name) => NAME.test(name)).map((name) => this.read(name)));
    return keys.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  }

  /** Keeps a new key; it is there wholly or not at all. */
  async add(agency: string, use: KeyUse, privateKey: KeyObject, chainPem: string): Promise<SealingKey> {
    const key = heldKey(privateKey, { agency, use, publicKey: createPublicKey(privateKey), chain: certificatesIn(chainPem), createdAt: new Date() });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem', ...(this.secret ? { cipher: 'aes-256-cbc', passphrase: this.secret } : {}) });
    const file = join(this.folder, `${agency}.${use}.${key.kid}.pem`);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, `${pem.toString().trim()}\n${chainPem}`, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return key;
  }

  private async read(name: string): Promise<SealingKey> {
    const [, agency = '', use = 'paper'] = NAME.exec(name) ?? [];
    const file = join(this.folder, name);
    const [text, { mode, mtime }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    const block = readPem(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
    if (!block) throw new Error(`${file} holds no private key.`);
    if (block.label !== ENCRYPTED && mode & FOR_OTHERS) throw new Error(`${file} is not encrypted and others may read it; chmod 600 it.`);
    const privateKey = this.decrypt(file, block.pem);
    return heldKey(privateKey, { agency, use: use as KeyUse, publicKey: createPublicKey(privateKey), chain: certificatesIn(text), createdAt: mtime });
  }

  private decrypt(file: string, pem: string): KeyObject {
    try {
      return createPrivateKey({ key: pem, passphrase: this.secret ?? '' });
    } catch {
      throw new Error(`${file} cannot be opened with SEAL_SECRET.`);
    }
  }
}

function certificatesIn(pem: string): X509Certificate[] {
  return readPem(pem).filter(({ label }) => label === 'CERTIFICATE').map(({ der }) => new X509Certificate(der));
}
