import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from '@anuyat/database';
import { freePort } from '@anuyat/database/testing';
import { Issuer, LicenceRegister, PaperPress, PaperShelf, type LicenceRow } from '@anuyat/licences';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { checkLicenceCode, type SnapshotKey } from '@anuyat/licence-code';
import { approveCard, carryOut, send, startTestRegistrar, submitCase, type TestRegistrar } from '@anuyat/registrar/testing';
import { checkPaper, Enrolment, KeyCabinet, NotSigned, openKeyModule, readPem, readPublishedKeys } from '@anuyat/seals';
import { startTestSandbox } from '../../sandbox/src/testing/start-test-sandbox';
import { openPaperOffice } from './paper-office';
import { seals } from './signing-keys';
import { makeSoftToken, type SoftToken } from './testing/soft-token';

let running: TestRegistrar;
let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let folder: string;
let token: SoftToken;
let configuration: Configuration;
let roots: X509Certificate[];
let told: Error[] = [];
const hasPdfsig = spawnSync('pdfsig', ['-v']).status === 0;

beforeAll(async () => {
  [running, sandbox, folder] = await Promise.all([startTestRegistrar('keys-in-a-module'), freePort().then((port) => startTestSandbox(port)), mkdtemp(join(tmpdir(), 'anuyat-hsm-'))]);
  token = await makeSoftToken(folder);
  const { texts, ...card } = libraryCard();
  const words = { th: { ...texts.th, output: 'บัตรห้องสมุด' }, en: { ...texts.en, output: 'Library card' } };
  await running.source.transaction((tx) => running.library.publish(tx, 'licence', { ...card, texts: words, version: 2 }));
  const { url, authoritySecret } = sandbox.settings;
  configuration = {
    DATA_DIR: folder, PUBLIC_URL: 'https://anuyat.example.go.th', AUTHORITY_URL: url, AUTHORITY_SECRET: authoritySecret, TIME_STAMP_URL: `${url}/tsa`,
    SEAL_SECRET: 'a secret of at least thirty-two letters', ...token.settings,
  } as Configuration;
  roots = readPem(await new Enrolment(url, authoritySecret).authorities()).map(({ der }) => new X509Certificate(der));
}, 60_000);
afterAll(async () => {
  await running.close();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

/** A worker that starts, works until nothing is left to seal, and ends. */
async function work(): Promise<void> {
  told = [];
  const office = openPaperOffice(configuration, running, (error) => told.push(error));
  while ((await office.work()) > 0) continue;
}

const shelf = () => new PaperShelf(running.source, running.library, new PaperPress(configuration.PUBLIC_URL), configuration.PUBLIC_URL);
const published = async () => (await readPublishedKeys(running.source)).map(({ jwk, agency }) => ({ ...(jwk as unknown as SnapshotKey), agency }));
const privateKeys = () => token.ask('--list-objects', '--type', 'privkey').split('Private Key Object').slice(1);

async function issueCard(): Promise<LicenceRow> {
  const { opened } = await submitCase(running);
  const id = opened[0]?.applicationId ?? '';
  await running.source.query(`UPDATE application SET version = 2 WHERE id = $1`, [id]);
  await approveCard(running, id);
  await send(running, id, 'fee.paid', { kind: 'portal', job: 'cashier' }, { data: {} });
  await carryOut(running, [new Issuer(running.library, running.registrar, running.calendar)]);
  const [{ number }] = await running.source.query(`SELECT number FROM licence WHERE application_id = $1`, [id]);
  return (await new LicenceRegister(running.source, running.library).find(number)) as LicenceRow;
}

describe('agencies whose keys are in a hardware module', () => {
  it('have them made there: the folder holds certificates and public halves, and the module gives no private key away', async () => {
    await work();
    expect(told).toEqual([]);
    const names = await readdir(join(folder, 'seals'));
    const files = await Promise.all(names.map((name) => readFile(join(folder, 'seals', name), 'utf8')));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect([/^PKCS11-ID: [0-9a-f]{32}$/m.test(file), file.includes('PRIVATE')]).toEqual([true, false]);
    const kept = privateKeys();
    expect(kept).toHaveLength(files.length);
    for (const key of kept) expect(key).toContain('sensitive, always sensitive, never extractable, local');
    const [id = ''] = /[0-9a-f]{32}/.exec(files[0] ?? '') ?? [];
    expect(token.ask('--read-object', '--type', 'privkey', '--id', id)).toMatch(/not \(yet\) supported|failed/);
  });

  it('seal a licence that everybody’s reader believes, until a byte is changed; code and credential too', async () => {
    const row = await issueCard();
    await work();
    const paper = await shelf().take(row);
    expect(await checkPaper(paper, roots)).toMatchObject({ fault: null, stampedAt: expect.any(Date) });
    for (let at = 97; at < paper.length; at += Math.ceil(paper.length / 25)) {
      const forged = Buffer.from(paper);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect([at, (await checkPaper(forged, roots)).fault === null]).toEqual([at, false]);
    }
    const { link } = await shelf().stateOf(row);
    expect(checkLicenceCode(link.split('#')[1] ?? '', await published())).toMatchObject({ isGenuine: true, licence: { number: row.number } });
    if (!hasPdfsig) return;
    await writeFile(join(folder, 'paper.pdf'), paper);
    expect(spawnSync('pdfsig', ['-nocert', join(folder, 'paper.pdf')], { encoding: 'utf8' }).stdout).toContain('Signature Validation: Signature is Valid.');
  });

  it('wait with their papers while the module is away, and seal them when it is back; issuing goes on', async () => {
    await token.leave();
    const row = await issueCard();
    await work();
    expect(told).not.toEqual([]);
    for (const error of told) expect(error).toBeInstanceOf(NotSigned);
    expect(await shelf().stateOf(row)).toMatchObject({ state: 'unsealed' });
    await token.comeBack();
    await work();
    expect(await shelf().stateOf(row)).toMatchObject({ state: 'stamped' });
  });

  it('get new ones by rotation, and what the old ones signed stays good', async () => {
    const [before, count] = [await issueCard(), privateKeys().length];
    await work();
    const environment = { SEAL_DIR: join(folder, 'seals'), ...token.settings, AUTHORITY_URL: configuration.AUTHORITY_URL, AUTHORITY_SECRET: configuration.AUTHORITY_SECRET };
    expect((await seals(['rotate', 'bma'], environment)).join('\n')).toMatch(/bma +paper +ES256 .* module[^]*bma +code +EdDSA .* module/);
    const after = await issueCard();
    await work();
    expect(privateKeys()).toHaveLength(count + 2);
    const kids = await Promise.all([before, after].map(async (row) => (await checkPaper(await shelf().take(row), roots)).kid));
    expect(new Set(kids).size).toBe(2);
    expect(kids.every(Boolean)).toBe(true);
    await expect(seals(['list'], { SEAL_DIR: environment.SEAL_DIR })).rejects.toThrow('set SEAL_PKCS11_MODULE');
  });
});

describe('a module', () => {
  it('is asked no second time with a PIN that it refused', async () => {
    const wrong = openKeyModule({ ...token.settings, SEAL_PKCS11_PIN: '000000' });
    await expect(wrong?.make('bma', 'paper')).rejects.toThrow('CKR_PIN_INCORRECT');
    await token.leave();
    await expect(wrong?.make('bma', 'paper')).rejects.toThrow('not tried again before the program starts anew');
    await token.comeBack();
    expect(() => openKeyModule({ SEAL_PKCS11_MODULE: token.settings.SEAL_PKCS11_MODULE })).toThrow('SEAL_PKCS11_PIN_FILE');
  });

  it('keeps no key that no authority certified', async () => {
    const count = privateKeys().length;
    const cabinet = new KeyCabinet(join(folder, 'other'), undefined, openKeyModule(token.settings));
    await expect(cabinet.make('bma', 'paper', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect([privateKeys().length, await cabinet.open()]).toEqual([count, []]);
  });

  it('that does not know Ed25519 leaves the keys of codes to encrypted files', async () => {
    const module = openKeyModule(token.settings);
    if (!module) throw new Error('There is a module.');
    const older = Object.assign(Object.create(module), { canMake: (use: string) => Promise.resolve(use === 'paper') }) as typeof module;
    const cabinet = new KeyCabinet(join(folder, 'mixed'), 'a secret of at least thirty-two letters', older);
    await cabinet.make('bma', 'paper');
    await cabinet.make('bma', 'code');
    const kept = await cabinet.open();
    expect(kept.map(({ use, place }) => [use, place ?? 'file']).sort()).toEqual([['code', 'file'], ['paper', 'module']]);
    const [codeFile = ''] = (await readdir(join(folder, 'mixed'))).filter((name) => name.includes('.code.'));
    expect(await readFile(join(folder, 'mixed', codeFile), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    for (const key of kept) expect((await key.sign(Buffer.from('ใบอนุญาต'))).length).toBeGreaterThan(60);
  });
});
