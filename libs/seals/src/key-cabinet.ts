import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { moduleKey, type KeyModule } from './hardware/key-module';
import { readPem } from './pem';
import { heldKey, kidOf, type KeyUse, type SealingKey } from './sealing-key';

const NAME = /^([a-z0-9-]+)\.(paper|code)\.([A-Za-z0-9_-]+)\.pem$/;
const MODULE_ID = /^PKCS11-ID: ([0-9a-f]{2,128})$/m;
const ENCRYPTED = 'ENCRYPTED PRIVATE KEY';
const FOR_OTHERS = 0o077;

/** Has a new key certified: gives its certificates as PEM, its own first. */
export type Certify = (key: SealingKey) => Promise<string>;

/**
 * The folder of an installation's signing keys: one PEM file a key, `AGENCY.paper.NAME.pem`, with the private key (PKCS #8) and its
 * certificates, its own first. Keys that it writes are encrypted when there is a secret, and readable to their owner only. With a hardware module the
 * private key is there, and the file has its id (`PKCS11-ID: hex`), its public half and its certificates.
 */
export class KeyCabinet {
  constructor(
    private readonly folder: string,
    private readonly secret?: string,
    private readonly module?: KeyModule,
  ) {}

  /** Every key, the oldest first. @throws for a key in the clear that others on this machine may read; for one in a module where none is configured. */
  async open(): Promise<SealingKey[]> {
    const names = await readdir(this.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const keys = await Promise.all(names.filter((name) => NAME.test(name)).map((name) => this.read(name)));
    return keys.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  }

  /** Makes a key, in the module where there is one that can, and keeps it once it is certified; it is there wholly or not at all. */
  async make(agency: string, use: KeyUse, certify?: Certify): Promise<SealingKey> {
    if (this.module && (await this.module.canMake(use))) return this.makeInModule(this.module, agency, use, certify);
    const { privateKey } = use === 'code' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = heldKey(privateKey, { agency, use, publicKey: createPublicKey(privateKey), chain: [], createdAt: new Date() });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem', ...(this.secret ? { cipher: 'aes-256-cbc', passphrase: this.secret } : {}) });
    return this.keep(key, pem.toString(), (await certify?.(key)) ?? '');
  }

  private async makeInModule(module: KeyModule, agency: string, use: KeyUse, certify: Certify | undefined): Promise<SealingKey> {
    const { id, publicKey } = await module.make(agency, use);
    const key = moduleKey(module, id, { kid: kidOf(publicKey), agency, use, publicKey, chain: [], createdAt: new Date() });
    try {
      return await this.keep(key, `PKCS11-ID: ${id}\n${publicKey.export({ type: 'spki', format: 'pem' }).toString()}`, (await certify?.(key)) ?? '');
    } catch (error) {
      await module.remove(id).catch(() => undefined);
      throw error;
    }
  }

  private async keep(key: SealingKey, head: string, chainPem: string): Promise<SealingKey> {
    const file = join(this.folder, `${key.agency}.${key.use}.${key.kid}.pem`);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, `${head.trim()}\n${chainPem}`, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return { ...key, chain: certificatesIn(chainPem) };
  }

  private async read(name: string): Promise<SealingKey> {
    const [, agency = '', use = 'paper'] = NAME.exec(name) ?? [];
    const file = join(this.folder, name);
    const [text, { mode, mtime }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    const known = { agency, use: use as KeyUse, chain: certificatesIn(text), createdAt: mtime };
    const id = MODULE_ID.exec(text)?.[1];
    if (id) return this.inModule(file, id, text, known);
    const block = readPem(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
    if (!block) throw new Error(`${file} holds no private key.`);
    if (block.label !== ENCRYPTED && mode & FOR_OTHERS) throw new Error(`${file} is not encrypted and others may read it; chmod 600 it.`);
    const privateKey = this.decrypt(file, block.pem);
    return heldKey(privateKey, { ...known, publicKey: createPublicKey(privateKey) });
  }

  private inModule(file: string, id: string, text: string, known: Pick<SealingKey, 'agency' | 'use' | 'chain' | 'createdAt'>): SealingKey {
    if (!this.module) throw new Error(`${file} names a key of a hardware module; set SEAL_PKCS11_MODULE.`);
    const block = readPem(text).find(({ label }) => label === 'PUBLIC KEY');
    const publicKey = block ? createPublicKey(block.pem) : known.chain[0]?.publicKey;
    if (!publicKey) throw new Error(`${file} holds neither the public half nor a certificate of the module's key.`);
    return moduleKey(this.module, id, { ...known, kid: kidOf(publicKey), publicKey });
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
