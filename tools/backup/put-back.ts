import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDataFolder } from '../../libs/database/src/embedded/data-folder';
import type { Header, Manifest } from './back-up';
import { filesBelow } from './copy-cluster';
import { Strongbox } from './strongbox';

const CLUSTER = 'postgres/';

/**
 * Puts a backup into a data folder that is not there yet, and looks at each file: what does not open, or is not what was copied, stops it.
 * @throws an Error whose message is a sentence for the person.
 */
export async function putBack(source: string, dataDir: string, secret: string | undefined): Promise<Manifest> {
  const from = resolve(source);
  const { box, manifest } = await openBackup(from, secret);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw new Error(`${dataDir} is not empty. A restore overwrites nothing: set DATA_DIR to a new folder, or move what is there away.`);
  try {
    const { path: cluster, account } = openDataFolder(dataDir);
    const placeOf = (path: string) => (path.startsWith(CLUSTER) ? join(cluster, path.slice(CLUSTER.length)) : join(dataDir, path));
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    for (const path of manifest.folders) mkdirSync(placeOf(path), { recursive: true, mode: 0o700 });
    for (const [path, copied] of Object.entries(manifest.files)) {
      const { sha256, bytes } = await box.take(join(from, 'data', path), placeOf(path), path);
      if (sha256 !== copied.sha256 || bytes !== copied.bytes) throw new Error(`${path} is not what was copied: the backup was changed.`);
    }
    if (account) for (const path of ['', ...(await filesBelow(cluster))]) chownSync(join(cluster, path), account.uid, account.gid);
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
  return manifest;
}

async function openBackup(from: string, secret: string | undefined): Promise<{ box: Strongbox; manifest: Manifest }> {
  const file = join(from, 'anuyat-backup.json');
  if (!existsSync(file)) throw new Error(`${from} holds no whole backup: there is no ${file}.`);
  const { isEncrypted, salt } = JSON.parse(readFileSync(file, 'utf8')) as Header;
  if (isEncrypted && !secret) throw new Error('This backup is encrypted: set BACKUP_SECRET to what it was made with.');
  const box = new Strongbox(isEncrypted ? secret : undefined, salt);
  const folder = mkdtempSync(join(tmpdir(), 'anuyat-manifest-'));
  try {
    await box.take(join(from, 'manifest'), join(folder, 'manifest'), 'manifest');
    return { box, manifest: JSON.parse(await readFile(join(folder, 'manifest'), 'utf8')) as Manifest };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
