import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PLACES = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/pkcs11/libsofthsm2.so', '/usr/local/lib/softhsm/libsofthsm2.so', '/opt/homebrew/lib/softhsm/libsofthsm2.so'];

/** A token of SoftHSM in a folder of its own, which speaks PKCS #11 as a hardware module does. */
export interface SoftToken {
  settings: { SEAL_PKCS11_MODULE: string; SEAL_PKCS11_TOKEN: string; SEAL_PKCS11_PIN: string };
  /** What the module itself says, asked past the portal. */
  ask(...args: string[]): string;
  /** Takes it out, or puts it back. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
}

/** @throws where SoftHSM is not installed. */
export async function makeSoftToken(folder: string): Promise<SoftToken> {
  const module = PLACES.find(existsSync);
  if (!module) throw new Error('SoftHSM is not installed (Debian: apt-get install softhsm2 opensc).');
  const tokens = join(folder, 'tokens');
  await mkdir(tokens, { recursive: true });
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf');
  await writeFile(process.env['SOFTHSM2_CONF'], `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  const pin = '271828182845';
  const made = spawnSync('softhsm2-util', ['--init-token', '--free', '--label', 'anuyat', '--so-pin', '31415926535', '--pin', pin], { encoding: 'utf8', env: { ...process.env } });
  if (made.status !== 0) throw new Error(`No token was made: ${made.stderr}`);
  return {
    settings: { SEAL_PKCS11_MODULE: module, SEAL_PKCS11_TOKEN: 'anuyat', SEAL_PKCS11_PIN: pin },
    ask(...args) {
      const { stdout, stderr } = spawnSync('pkcs11-tool', ['--module', module, '--token-label', 'anuyat', '--login', '--pin', 'env:TOKEN_PIN', ...args], { encoding: 'utf8', env: { ...process.env, TOKEN_PIN: pin } });
      return stdout + stderr;
    },
    leave: () => rename(tokens, `${tokens}.away`),
    comeBack: () => rename(`${tokens}.away`, tokens),
  };
}
