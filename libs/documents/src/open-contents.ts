import { join } from 'node:path';
import type { Configuration } from '@anuyat/database';
import type { DataSource } from 'typeorm';
import { Contents } from './contents';
import { BucketShelf } from './store/bucket-shelf';
import { ContentStore } from './store/content-store';
import { FolderShelf } from './store/folder-shelf';
import { KeyRing } from './store/key-ring';

type StoreConfiguration = Pick<Configuration, 'DATA_DIR' | 'VAULT_KEYS' | 'BUCKET_URL' | 'BUCKET_REGION' | 'BUCKET_ACCESS_KEY_ID' | 'BUCKET_SECRET_ACCESS_KEY' | 'SCANNING' | 'INTERNAL_HOSTS'>;

/** The contents of an installation, in the folder or the bucket that its configuration names. @throws where the master keys are not sound. */
export function openContents(source: DataSource, configuration: StoreConfiguration): Contents {
  const { DATA_DIR, VAULT_KEYS, BUCKET_URL, BUCKET_REGION, BUCKET_ACCESS_KEY_ID = '', BUCKET_SECRET_ACCESS_KEY = '', SCANNING, INTERNAL_HOSTS } = configuration;
  const folder = join(DATA_DIR, 'documents');
  const shelf = BUCKET_URL ? new BucketShelf({ url: BUCKET_URL, region: BUCKET_REGION, accessKeyId: BUCKET_ACCESS_KEY_ID, secretAccessKey: BUCKET_SECRET_ACCESS_KEY }, INTERNAL_HOSTS) : new FolderShelf(folder);
  return new Contents(source, new ContentStore(folder, shelf, KeyRing.open(DATA_DIR, VAULT_KEYS)), SCANNING === 'off' ? 'not-scanned' : 'waiting');
}
