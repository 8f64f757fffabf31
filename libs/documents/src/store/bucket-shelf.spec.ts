import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { BucketShelf } from './bucket-shelf';
import { startBucketStandIn, type BucketStandIn } from '../testing/bucket-stand-in';

describe('contents in a bucket', () => {
  let bucket: BucketStandIn;
  let folder: string;
  const key = { accessKeyId: 'anuyat', secretAccessKey: 'secret of the bucket', region: 'ap-southeast-7' };
  beforeAll(async () => {
    bucket = await startBucketStandIn(key);
    folder = await mkdtemp(join(tmpdir(), 'bucket-'));
  });
  afterAll(async () => {
    await bucket.close();
    await rm(folder, { recursive: true });
  });

  it('are put, read and dropped by signed calls, of any length', async () => {
    const shelf = new BucketShelf({ url: bucket.url, ...key });
    const content = randomBytes(3_000_000);
    await writeFile(join(folder, 'a'), content);
    await shelf.put('a.1', join(folder, 'a'));
    expect((await buffer(await shelf.read('a.1'))).equals(content)).toBe(true);
    await shelf.drop('a.1');
    await shelf.drop('a.1');
    await expect(shelf.read('a.1')).rejects.toThrow('The store answered 404');
  });

  it('are refused to whoever signs with another key', async () => {
    await writeFile(join(folder, 'b'), 'b');
    await expect(new BucketShelf({ url: bucket.url, ...key, secretAccessKey: 'guessed' }).put('b.1', join(folder, 'b'))).rejects.toThrow('The store answered 403');
    expect(bucket.names()).toEqual([]);
  });
});
