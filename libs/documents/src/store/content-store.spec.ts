import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ContentStore } from './content-store';

describe('the store of contents', () => {
  let folder: string;
  let store: ContentStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'));
    store = new ContentStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const content = Buffer.from('%PDF-1.7 แผนผัง '.repeat(2_000));
  const digest = createHash('sha256').update(content).digest('hex');
  const stream = () => Readable.from([content.subarray(0, 5_000), content.subarray(5_000)]);

  it('keeps a file under the digest of its content and gives it back whole', async () => {
    const parcel = await store.take(stream(), content.length);
    expect(parcel).toMatchObject({ sha256: digest, bytes: content.length });
    expect(parcel.head).toEqual(content.subarray(0, 4_100));
    await store.keep(parcel);
    expect(await readFile(join(folder, digest.slice(0, 2), digest.slice(2, 4), digest))).toEqual(content);
    expect(await buffer(await store.read(digest, content.length))).toEqual(content);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('keeps the same content once', async () => {
    for (let time = 0; time < 2; time++) await store.keep(await store.take(stream(), content.length));
    expect(await readdir(join(folder, digest.slice(0, 2), digest.slice(2, 4)))).toEqual([digest]);
  });

  it('stops reading what is too large, and leaves nothing behind', async () => {
    let given = 0;
    const endless = new Readable({ read() { given += 1; this.push(Buffer.alloc(1_000)); } });
    await expect(store.take(endless, 10_500)).rejects.toMatchObject({ code: 'file-too-large' });
    expect(given).toBeLessThan(200);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('leaves nothing behind of a stream that breaks off', async () => {
    const broken = Readable.from((function* () { yield Buffer.from('half'); throw new Error('gone'); })());
    await expect(store.take(broken, 100)).rejects.toMatchObject({ code: 'bad-request' });
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('forgets a parcel that was not kept, and never a kept one', async () => {
    const parcel = await store.take(stream(), content.length);
    await store.forget(parcel);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    const kept = await store.take(stream(), content.length);
    await store.keep(kept);
    await store.forget(kept);
    expect(await buffer(await store.read(digest, content.length))).toEqual(content);
  });

  it('does not give out a file that was cut', async () => {
    await store.keep(await store.take(stream(), content.length));
    await writeFile(join(folder, digest.slice(0, 2), digest.slice(2, 4), digest), 'cut');
    await expect(store.read(digest, content.length)).rejects.toThrow('3 bytes instead of');
  });

  it('takes nothing but digests for places', async () => {
    await expect(store.read('../../etc/passwd', 1)).rejects.toThrow('Not a digest');
  });
});
