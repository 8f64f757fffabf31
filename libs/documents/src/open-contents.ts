import { join } from 'node:path';
import type { Configuration } from '@anuyat/database';
import type { DataSource } from 'typeorm';
import { Contents } from './contents';
import { BucketShelf } from './store/bucket-shelf';
import { ContentStore } from './store/content-store';
import { FolderShelf } from './store/folder-shelf';
import { KeyRing } from './store/key-ring';

type StoreConfiguration = Pick<Configuration, 'DATA_DIR' | 'VAULT_KEYS' | 'S3_URL' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY' | 'SCANNING'>;

/** The contents of an installation, in the folder or the bucket that its configuration names. @throws where the master keys are not sound. */
export function openContents(source: DataSource, configuration: StoreConfiguration): Contents {
  const { DATA_DIR, VAULT_KEYS, S3_URL, S3_REGION, S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '', SCANNING } = configuration;
  const folder = join(DATA_DIR, 'documents');
  const shelf = S3_URL ? new BucketShelf({ url: S3_URL, region: S3_REGION, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }) : new FolderShelf(folder);
  return new Contents(source, new ContentStore(folder, shelf, KeyRing.open(DATA_DIR, VAULT_KEYS)), SCANNING === 'off' ? 'not-scanned' : 'waiting');
}
