import { createHash, generateKeyPair, randomBytes, type JsonWebKey } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The provider's signing key and the keys of its cookies. */
export interface ProviderKeys {
  jwks: { keys: JsonWebKey[] };
  cookieKeys: string[];
}

/** The keys of this sandbox: made at the first start and kept, so that the portal's copy of the public key stays good. */
export async function loadKeys(dataDir: string): Promise<ProviderKeys> {
  const folder = join(dataDir, 'sandbox');
  const file = join(folder, 'keys.json');
  await mkdir(folder, { recursive: true });
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text) return JSON.parse(text) as ProviderKeys;
  const keys = await createKeys();
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

async function createKeys(): Promise<ProviderKeys> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(String(jwk.n)).digest('base64url').slice(0, 16);
  return { jwks: { keys: [{ ...jwk, kid, use: 'sig', alg: 'RS256' }] }, cookieKeys: [randomBytes(32).toString('base64url')] };
}
