import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { Clamd, FolderShelf, leaveUnscanned, openContents, ScanClerk, ScannerAway, SealClerk, type Contents, type Scanner } from '@anuyat/documents';
import type { DataSource } from 'typeorm';
import { startScannerStandIn, type ScannerStandIn } from '../../../sandbox/src/scanner/scanner-stand-in';

/** The EICAR test file, written so that no scanner reports this one. */
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const master = (name: string) => `${name}:${randomBytes(32).toString('base64')}`;

let database: TestDatabase;
let source: DataSource;
let folder: string;
let contents: Contents;
let scanner: ScannerStandIn;
const keys = [master('k1'), master('k2')] as const;
const contentsWith = (VAULT_KEYS: string, SCANNING: 'required' | 'off' = 'required') => openContents(source, { DATA_DIR: folder, VAULT_KEYS, BUCKET_REGION: '', SCANNING, INTERNAL_HOSTS: [] });

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.appUrl, 'scanning-spec').initialize();
  folder = await mkdtemp(join(tmpdir(), 'scanning-'));
  scanner = await startScannerStandIn();
}, 60_000);
afterAll(async () => {
  await scanner.close();
  await source.destroy();
  await database.dispose();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await source.query(`DELETE FROM stored_file`);
  contents = contentsWith(keys[0]);
});

/** Keeps a content as an upload does. */
async function keep(bytes: Buffer, into = contents): Promise<string> {
  const parcel = await into.store.take(Readable.from([bytes]), bytes.length);
  await source.transaction((tx) => into.keep(tx, parcel, 'application/pdf'));
  await into.store.forget(parcel);
  return parcel.sha256;
}
const scanOf = async (sha256: string) => (await contents.get(sha256)).scan;
const clerk = (url = scanner.url) => new ScanClerk(source, contents, new Clamd(url, 2_000));

describe('a content that came in', () => {
  it('is opened by nobody before the scanner has looked, and by everybody who may read it afterwards', async () => {
    const bytes = randomBytes(200_000);
    const sha256 = await keep(bytes);
    await expect(contents.open(sha256)).rejects.toMatchObject({ code: 'file-not-scanned' });
    expect(await clerk().look()).toBe(1);
    expect((await buffer(await contents.open(sha256))).equals(bytes)).toBe(true);
    const [row]: { scanned_by: string }[] = await source.query(`SELECT scanned_by FROM stored_file WHERE sha256 = $1`, [sha256]);
    expect(row?.scanned_by).toContain('Sandbox scanner');
  });

  it('is never opened again where the scanner found something, wherever in the file it is', async () => {
    const alone = await keep(eicar);
    const across = await keep(Buffer.concat([randomBytes(65_536 - 20), eicar, randomBytes(70_000)]));
    expect(await clerk().look()).toBe(2);
    for (const sha256 of [alone, across]) {
      expect(await scanOf(sha256)).toBe('infected');
      await expect(contents.open(sha256)).rejects.toMatchObject({ code: 'file-infected' });
    }
  });

  it('waits while the scanner is away or answers with an error, and is looked at when it is back', async () => {
    const gone = await startScannerStandIn();
    await gone.close();
    const sha256 = await keep(randomBytes(5_000));
    await expect(clerk(gone.url).look()).rejects.toThrow(ScannerAway);
    expect(await scanOf(sha256)).toBe('waiting');
    await expect(contents.open(sha256)).rejects.toMatchObject({ code: 'file-not-scanned' });
    expect(await clerk().look()).toBe(0);
    await source.query(`UPDATE stored_file SET scan_after = now()`);
    expect(await clerk().look()).toBe(1);
    expect(await scanOf(sha256)).toBe('clean');
  });

  it('is shown as not scanned by an installation that runs without a scanner, and waits for one as soon as there is one', async () => {
    const before = await keep(randomBytes(100));
    await leaveUnscanned(source);
    const during = await keep(randomBytes(100), contentsWith(keys[0], 'off'));
    expect([await scanOf(before), await scanOf(during)]).toEqual(['not-scanned', 'not-scanned']);
    await clerk().takeUp();
    await expect(contents.open(during)).rejects.toMatchObject({ code: 'file-not-scanned' });
    expect(await clerk().look()).toBe(2);
  });
});

describe('when the scanner has new signatures', () => {
  it('what was clean is looked at again, can be opened meanwhile, and is closed if something is found now', async () => {
    const [plan, hidden] = [await keep(Buffer.from('plan')), await keep(eicar)];
    const blind: Scanner = { scan: async (content) => (await buffer(content), { is: 'clean' }), version: () => Promise.resolve('ClamAV 1.4.6/27000') };
    expect(await new ScanClerk(source, contents, blind).look()).toBe(2);
    expect(await new ScanClerk(source, contents, blind).lookAgain()).toBe(0);
    await buffer(await contents.open(hidden));
    await source.query(`UPDATE stored_file SET scan_after = now()`);
    const clerk = new ScanClerk(source, contents, new Clamd(scanner.url, 2_000));
    expect(await clerk.lookAgain()).toBe(2);
    await expect(contents.open(hidden)).rejects.toMatchObject({ code: 'file-infected' });
    await buffer(await contents.open(plan));
    expect(await clerk.lookAgain()).toBe(0);
  });
});

describe('the seals of contents', () => {
  it('are put on what was kept before there were seals, and closed anew under a new master key', async () => {
    const bytes = randomBytes(150_000);
    const parcel = await contents.store.take(Readable.from([bytes]), bytes.length);
    await new FolderShelf(join(folder, 'documents')).put(parcel.sha256, parcel.path);
    await source.query(`INSERT INTO stored_file (sha256, kind, bytes, scan) VALUES ($1, 'application/pdf', $2, 'clean')`, [parcel.sha256, bytes.length]);
    expect((await buffer(await contents.open(parcel.sha256))).equals(bytes)).toBe(true);
    expect(await new SealClerk(source, contents).settle()).toBe(1);
    await expect(new FolderShelf(join(folder, 'documents')).read(parcel.sha256)).rejects.toThrow('ENOENT');

    const rotating = contentsWith(`${keys[1]},${keys[0]}`);
    expect(await new SealClerk(source, rotating).settle()).toBe(1);
    expect(await new SealClerk(source, rotating).settle()).toBe(0);
    const rotated = contentsWith(keys[1]);
    expect((await buffer(await rotated.open(parcel.sha256))).equals(bytes)).toBe(true);
    await expect(contents.open(parcel.sha256)).rejects.toThrow('"k2"');
  });

  it('belong to one content each: the same content is kept once, and dropped when no paper refers to it', async () => {
    const bytes = randomBytes(1_000);
    const sha256 = await keep(bytes);
    expect(await keep(bytes)).toBe(sha256);
    const file = await contents.get(sha256);
    await source.query(`INSERT INTO vault_paper (id, account_id, code, file_name, sha256) VALUES ($1, $2, 'floor-plan', 'a.pdf', $3)`, [randomUUID(), randomUUID(), sha256]);
    await contents.dropUnused([sha256]);
    expect((await buffer(await contents.store.read(sha256, file.seal))).equals(bytes)).toBe(true);
    await source.query(`UPDATE vault_paper SET removed_at = now()`);
    await contents.dropUnused([sha256]);
    await expect(contents.get(sha256)).rejects.toThrow('Nothing is known');
    await expect(contents.store.read(sha256, file.seal)).rejects.toThrow('ENOENT');
    expect(await keep(bytes)).toBe(sha256);
  });
});
