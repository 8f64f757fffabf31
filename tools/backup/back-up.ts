import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { attachSuperuser } from '../../libs/database/src/embedded/attach';
import { clusterOf } from '../../libs/database/src/embedded/data-folder';
import { copyCluster, filesBelow, type Counts } from './copy-cluster';
import { Strongbox, type Copied } from './strongbox';

/** What a backup says of itself in the clear. */
export interface Header {
  format: 1;
  isEncrypted: boolean;
  salt: string;
}

/** What is in a backup. */
export interface Manifest {
  takenAt: string;
  /** By their paths below the data folder; the cluster's begin with `postgres/`. */
  files: Record<string, Copied>;
  folders: string[];
  /** Rows that there were before the copy began. */
  atLeast: Counts;
}

/** Made anew by whoever starts, or on its way in; the cluster is copied in its own way. */
const LEFT_OUT = /^(postgres|postgres\.location|postgres\.new|logs|redis|run\.json|build\.log|postgres\.log|documents\/incoming)(\/|$)/;
/** Only ever added to, under names of their own: what came meanwhile is copied after the database. */
const GROWING = /^(documents|seals)\//;

/**
 * Copies everything that an installation keeps, while it runs: first keys, contents and the ledger's roots, then the database, then the contents and keys that came
 * meanwhile. So every content and key that the copied database speaks of is there, and it has every root that is kept beside it.
 * @throws an Error whose message is a sentence for the person.
 */
export async function backUp(dataDir: string, target: string, secret: string | undefined): Promise<Manifest> {
  const into = resolve(target);
  if (existsSync(into) && readdirSync(into).length > 0) throw new Error(`${into} is not empty. A backup goes into a folder of its own.`);
  mkdirSync(join(into, 'data'), { recursive: true, mode: 0o700 });
  const header: Header = { format: 1, isEncrypted: secret !== undefined, salt: randomBytes(16).toString('hex') };
  const box = new Strongbox(secret, header.salt);
  const manifest: Manifest = { takenAt: new Date().toISOString(), files: {}, folders: [], atLeast: {} };
  const keep = async (from: string, path: string): Promise<void> => {
    const copied = path.endsWith('/') ? undefined : await box.put(from, join(into, 'data', path), path);
    if (path.endsWith('/')) manifest.folders.push(path);
    if (copied) manifest.files[path] = copied;
  };
  const sweep = async (only = /^/): Promise<void> => {
    for (const path of await filesBelow(dataDir)) if (!LEFT_OUT.test(path) && only.test(path) && !manifest.files[path]) await keep(join(dataDir, path), path);
  };

  await sweep();
  const cluster = clusterOf(dataDir);
  const database = await attachSuperuser(dataDir);
  try {
    const { label, atLeast } = await copyCluster(database.superuserUrl, cluster, (path) => keep(join(cluster, path), `postgres/${path}`));
    manifest.files['postgres/backup_label'] = await box.write(Readable.from([Buffer.from(label)]), join(into, 'data', 'postgres', 'backup_label'), 'postgres/backup_label');
    manifest.atLeast = atLeast;
  } finally {
    await database.stop();
  }
  await sweep(GROWING);
  manifest.folders.push(...(await filesBelow(cluster)).filter((path) => path.endsWith('/')).map((path) => `postgres/${path}`));

  await mkdir(into, { recursive: true });
  await box.write(Readable.from([Buffer.from(JSON.stringify(manifest))]), join(into, 'manifest.new'), 'manifest');
  await rename(join(into, 'manifest.new'), join(into, 'manifest'));
  writeFileSync(join(into, 'anuyat-backup.json'), JSON.stringify(header), { mode: 0o600 });
  return manifest;
}
