import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ContentStore, type Parcel } from './content-store';
import { FolderShelf } from './folder-shelf';
import { KeyRing } from './key-ring';

const key = (name: string) => `${name}:${randomBytes(32).toString('base64')}`;

describe('the store of contents', () => {
  let folder: string;
  let store: ContentStore;
  const first = key('k1');
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'));
    store = new ContentStore(folder, new FolderShelf(folder), KeyRing.parse(first));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const content = Buffer.from('%PDF-1.7 แผนผัง '.repeat(2_000));
  const digest = createHash('sha256').update(content).digest('hex');
  const stream = () => Readable.from([content.subarray(0, 5_000), content.subarray(5_000)]);
  const shelf = () => join(folder, digest.slice(0, 2), digest.slice(2, 4));
  const waiting = () => readdir(join(folder, 'incoming'));

  it('keeps a content under the digest of what it says, sealed, and gives it back whole', async () => {
    const parcel = await store.take(stream(), content.length);
    expect(parcel).toMatchObject({ sha256: digest, bytes: content.length });
    expect(parcel.head).toEqual(content.subarray(0, 4_100));
    const seal = await store.keep(parcel);
    await store.forget(parcel);
    expect(await readdir(shelf())).toEqual([seal.place]);
    expect((await readFile(join(shelf(), seal.place))).includes('%PDF')).toBe(false);
    expect(await buffer(await store.read(digest, seal))).toEqual(content);
    expect(await waiting()).toEqual([]);
    await store.drop(digest, seal);
    expect(await readdir(shelf())).toEqual([]);
  });

  it('stops reading what is too large, and leaves nothing behind', async () => {
    let given = 0;
    const endless = new Readable({ read() { given += 1; this.push(Buffer.alloc(1_000)); } });
    await expect(store.take(endless, 10_500)).rejects.toMatchObject({ code: 'file-too-large' });
    expect(given).toBeLessThan(200);
    expect(await waiting()).toEqual([]);
  });

  it('leaves nothing behind of a stream that breaks off', async () => {
    const broken = Readable.from((function* () { yield Buffer.from('half'); throw new Error('gone'); })());
    await expect(store.take(broken, 100)).rejects.toMatchObject({ code: 'bad-request' });
    expect(await waiting()).toEqual([]);
  });

  it('sweeps what a broken upload left behind, and nothing that is still being written', async () => {
    const left = await store.aside();
    await writeFile(left, 'half of a plan');
    const longAgo = new Date(Date.now() - 7_200_000);
    await utimes(left, longAgo, longAgo);
    const parcel = await store.take(stream(), content.length);
    expect(await store.sweep(3_600_000)).toBe(1);
    expect(await waiting()).toHaveLength(1);
    await store.forget(parcel);
  });

  it('gives nothing out of a content that was changed or cut', async () => {
    const parcel: Parcel = await store.take(stream(), content.length);
    const seal = await store.keep(parcel);
    await writeFile(join(shelf(), seal.place), 'cut');
    await expect(buffer(await store.read(digest, seal))).rejects.toThrow();
  });

  it('opens contents from before there were seals, and seals them', async () => {
    const parcel = await store.take(stream(), content.length);
    await new FolderShelf(folder).put(digest, parcel.path);
    expect(await buffer(await store.read(digest, null))).toEqual(content);
    const seal = await store.sealOld(digest);
    await store.drop(digest, null);
    expect(await readdir(shelf())).toEqual([seal.place]);
    expect(await buffer(await store.read(digest, seal))).toEqual(content);
  });

  it('opens under a new master key once its data key was closed anew, without the old one', async () => {
    const seal = await store.keep(await store.take(stream(), content.length));
    const second = key('k2');
    const rotating = new ContentStore(folder, new FolderShelf(folder), KeyRing.parse(`${second},${first}`));
    const anew = rotating.rewrap(seal, digest);
    const rotated = new ContentStore(folder, new FolderShelf(folder), KeyRing.parse(second));
    await expect(rotated.read(digest, seal)).rejects.toThrow('"k1"');
    expect(await buffer(await rotated.read(digest, anew))).toEqual(content);
    expect(rotated.rewrap(anew, digest)).toBe(anew);
  });

  it('takes nothing but its own names for places', async () => {
    await expect(store.read('../../etc/passwd', null)).rejects.toThrow('Not the name');
  });
});
