import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, type Configuration } from '@anuyat/database';
import { freePort } from '@anuyat/database/testing';
import { Issuer, LicenceRegister, PaperPress, PaperShelf, type LicenceRow } from '@anuyat/licences';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { checkLicenceCode, findStanding, type SnapshotKey } from '@anuyat/licence-code';
import { approveCard, carryOut, send, startTestRegistrar, submitCase, type TestRegistrar } from '@anuyat/registrar/testing';
import { digest, ES256 } from '@sd-jwt/crypto-nodejs';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { checkPaper, Enrolment, readPem, readPublishedKeys } from '@anuyat/seals';
import { startTestSandbox } from '../../sandbox/src/testing/start-test-sandbox';
import { openPaperOffice } from './paper-office';
import { seals } from './signing-keys';

let running: TestRegistrar;
let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let folder: string;
let configuration: Configuration;
let roots: X509Certificate[];
const told: Error[] = [];

beforeAll(async () => {
  [running, sandbox, folder] = await Promise.all([startTestRegistrar('paper-office'), freePort().then((port) => startTestSandbox(port)), mkdtemp(join(tmpdir(), 'anuyat-papers-'))]);
  const { texts, ...card } = libraryCard();
  const words = { th: { ...texts.th, output: 'บัตรห้องสมุด' }, en: { ...texts.en, output: 'Library card' } };
  await running.source.transaction((tx) => running.library.publish(tx, 'licence', { ...card, texts: words, version: 2 }));
  const { url, authoritySecret } = sandbox.settings;
  configuration = { DATA_DIR: folder, PUBLIC_URL: 'https://anuyat.example.go.th', AUTHORITY_URL: url, AUTHORITY_SECRET: authoritySecret, TIME_STAMP_URL: `${url}/tsa`, SEAL_SECRET: 'a secret of at least thirty-two letters' } as Configuration;
  roots = readPem(await new Enrolment(url, authoritySecret).authorities()).map(({ der }) => new X509Certificate(der));
});
afterAll(async () => {
  await running.close();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

/** Works until nothing is left to seal. */
async function work(more: Partial<Configuration> = {}): Promise<void> {
  const office = openPaperOffice({ ...configuration, ...more }, running, (error) => told.push(error));
  while ((await office.work()) > 0) continue;
}

const shelf = () => new PaperShelf(running.source, running.library, new PaperPress(configuration.PUBLIC_URL), configuration.PUBLIC_URL);

const lists = (): Promise<{ agency: string; token: string }[]> => running.source.query(`SELECT agency, token FROM status_list`);

/** Somebody who checks credentials with the published keys, and the lists that the portal would give. */
function reader(keys: readonly SnapshotKey[], looksAtStatus = true): SDJwtVcInstance {
  const verifier = async (data: string, signature: string) => {
    const checks = await Promise.all(keys.filter(({ kty }) => kty === 'EC').map(async (key) => (await ES256.getVerifier(key))(data, signature)));
    return checks.includes(true);
  };
  const statusListFetcher = async () => (await lists())[0]?.token ?? '';
  return new SDJwtVcInstance({ verifier, hasher: digest, hashAlg: 'sha-256', statusListFetcher, ...(looksAtStatus ? {} : { statusValidator: () => Promise.resolve() }) });
}

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

it('hands out a paper that says it is not sealed while nobody can seal it', async () => {
  const row = await issueCard();
  await work({ AUTHORITY_URL: undefined });
  expect(await shelf().stateOf(row)).toMatchObject({ state: 'unsealed', kid: null, sealedAt: null });
  expect((await checkPaper(await shelf().take(row), roots)).fault).toBe('not-sealed');
});

it('seals what was issued meanwhile as soon as there are keys, and the time-stamp comes when its authority is back', async () => {
  const row = await issueCard();
  await work({ TIME_STAMP_URL: `http://127.0.0.1:${await freePort()}/tsa` });
  const sealed = await shelf().stateOf(row);
  expect(sealed).toMatchObject({ state: 'sealed', kid: expect.any(String), sealedAt: expect.any(String), stampedAt: null });
  expect(await checkPaper(await shelf().take(row), roots)).toEqual({ fault: null, kid: sealed.kid, signer: expect.any(String) });
  expect(told.map(({ message }) => message).join()).toContain('time-stamp authority');

  await work();
  expect(await shelf().stateOf(row)).toEqual({ ...sealed, state: 'stamped', stampedAt: expect.any(String) });
  expect(await checkPaper(await shelf().take(row), roots)).toMatchObject({ fault: null, kid: sealed.kid, stampedAt: expect.any(Date) });
  const [{ unsealed }] = await running.source.query(`SELECT count(*)::int AS unsealed FROM licence WHERE sealed_edition < edition`);
  expect(unsealed).toBe(0);
});

it('publishes every key before it is used, and makes no second one at the next start', async () => {
  const keys = await readPublishedKeys(running.source);
  await work();
  expect(await readPublishedKeys(running.source)).toEqual(keys);
  expect(await readdir(join(folder, 'seals'))).toHaveLength(keys.length);
  const code = keys.find(({ use }) => use === 'code');
  expect(code).toMatchObject({ jwk: { kty: 'OKP', crv: 'Ed25519', kid: code?.kid }, attestation: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) });
  expect(JSON.stringify(keys)).not.toMatch(/"d":|PRIVATE/);
});

it('writes the code and the credential of each paper, and both say when the paper is withdrawn', async () => {
  const row = await issueCard();
  await work();
  const { link } = await shelf().stateOf(row);
  const published = await readPublishedKeys(running.source);
  const keys = published.map(({ jwk, agency }) => ({ ...(jwk as unknown as SnapshotKey), agency }));
  const found = checkLicenceCode(link.split('#')[1] ?? '', keys);
  if (!found.isGenuine) throw new Error('The code is not genuine.');
  expect(found.licence).toMatchObject({ number: row.number, edition: 1, holder: row.holder, agency: 'bma', validUntil: row.valid_until });

  const credential = (await shelf().findCredential(row)) ?? '';
  const verified = await reader(keys).verify(credential, { currentDate: Date.now() / 1_000 });
  expect(verified.payload).toMatchObject({ licence_number: row.number, holder: row.holder, iss: expect.stringContaining('/issuers/bma'), vct: expect.any(String) });
  const shown = await reader(keys).present(credential, {});
  expect(Buffer.from(shown.split('.')[1] ?? '', 'base64url').toString()).not.toContain(row.holder);

  const snapshot = async () => ({ takenAt: '', keys, agencies: {}, titles: {}, lists: Object.fromEntries((await lists()).map(({ agency, token }) => [agency, token])) });
  expect(findStanding(await snapshot(), found.licence)?.standing).toBe('valid');
  for (const [status, standing] of [['suspended', 'suspended'], ['revoked', 'withdrawn']] as const) {
    await running.source.query(`UPDATE application SET status = $2 WHERE life_of = $1`, [row.number, status]);
    await work();
    expect(findStanding(await snapshot(), found.licence)?.standing).toBe(standing);
    await expect(reader(keys).verify(credential, { currentDate: Date.now() / 1_000 })).rejects.toThrow();
  }
  const tampered = await snapshot();
  const forged = Object.fromEntries(Object.entries(tampered.lists).map(([agency, token]) => [agency, token.replace(/\.(.)/, (_, letter: string) => `.${letter === 'a' ? 'b' : 'a'}`)]));
  expect(findStanding({ ...tampered, lists: forged }, found.licence)).toBeUndefined();
});

it('issues credentials that are found out when any letter is changed', async () => {
  const [{ credential }] = await running.source.query(`SELECT credential FROM licence_paper LIMIT 1`);
  const keys = (await readPublishedKeys(running.source)).map(({ jwk, agency }) => ({ ...(jwk as unknown as SnapshotKey), agency }));
  const verify = async (text: string) => reader(keys, false).verify(text, { currentDate: Date.now() / 1_000 }).then((found) => JSON.stringify(found.payload), () => 'refused');
  const genuine = await verify(credential);
  expect(genuine).toContain('licence_number');
  for (let at = 0; at < credential.length - 1; at += 31) {
    const forged = credential.slice(0, at) + (credential[at] === 'A' ? 'B' : 'A') + credential.slice(at + 1);
    expect([at, (await verify(forged)) === genuine]).toEqual([at, false]);
  }
});

it('lets the running role change neither keys nor what is on a paper beside its time-stamp', async () => {
  for (const sql of [`UPDATE seal_key SET agency = 'x'`, `DELETE FROM seal_key`, `DELETE FROM licence_paper`, `UPDATE licence_paper SET kid = kid`, `UPDATE licence_paper SET sealed_at = now()`]) {
    await expect(running.source.query(sql)).rejects.toThrow('permission denied');
  }
});

it('signs with new keys from then on, while what the old ones signed stays good', async () => {
  const before = await issueCard();
  await work();
  const old = await shelf().stateOf(before);
  const oldPaper = await shelf().take(before);
  const environment = { SEAL_DIR: join(folder, 'seals'), SEAL_SECRET: configuration.SEAL_SECRET, AUTHORITY_URL: configuration.AUTHORITY_URL, AUTHORITY_SECRET: configuration.AUTHORITY_SECRET };
  expect((await seals(['rotate', 'bma'], environment)).join('\n')).toMatch(/^Bangkok Metropolitan Administration[^]*bma +paper[^]*bma +code/);

  const after = await issueCard();
  await work();
  const now = await shelf().stateOf(after);
  expect(now.kid).not.toBe(old.kid);
  expect(await checkPaper(await shelf().take(after), roots)).toMatchObject({ fault: null, kid: now.kid });
  expect(await shelf().take(before)).toEqual(oldPaper);
  expect(await checkPaper(oldPaper, roots)).toMatchObject({ fault: null, kid: old.kid });
  const keys = (await readPublishedKeys(running.source)).map(({ jwk, agency }) => ({ ...(jwk as unknown as SnapshotKey), agency }));
  for (const { link } of [old, now]) expect(checkLicenceCode(link.split('#')[1] ?? '', keys).isGenuine).toBe(true);

  const listed = JSON.parse((await seals(['list', '--json'], environment)).join('')) as { agency: string; use: string; kid: string; signs: boolean }[];
  expect(listed.filter(({ agency, use }) => agency === 'bma' && use === 'paper').map(({ kid, signs }) => [kid, signs])).toEqual([[old.kid, false], [now.kid, true]]);
  expect(JSON.stringify(listed)).not.toMatch(/PRIVATE|"d"/);
  await expect(seals(['rotate', 'nobody'], environment)).rejects.toThrow('Nobody who seals is called “nobody”');
  await expect(seals(['rotate', 'bma'], { ...environment, AUTHORITY_URL: '' })).rejects.toThrow('Put the new key with its certificates into SEAL_DIR');
  await expect(seals(['shred'], environment)).rejects.toThrow('There is: npm run seals');
});

it('gives a municipality a seal of its own with its first paper', async () => {
  const row = await issueCard();
  const owner = createDataSource(running.database.ownerUrl, 'paper-office-owner', []);
  await owner.initialize();
  await owner.query(`UPDATE licence SET office = 'lao-laem-chabang-sanitation' WHERE number = $1`, [row.number]);
  await owner.destroy();
  const office = openPaperOffice(configuration, running, (error) => told.push(error));
  expect(await office.work()).toBe(0);
  expect(await office.work()).toBe(1);
  const moved = (await new LicenceRegister(running.source, running.library).find(row.number)) as LicenceRow;
  expect((await shelf().stateOf(moved)).sealedBy.th).toBe('เทศบาลนครแหลมฉบัง');
  expect(await checkPaper(await shelf().take(moved), roots)).toMatchObject({ fault: null, signer: expect.stringContaining('CN=เทศบาลนครแหลมฉบัง') });
  expect((await readPublishedKeys(running.source)).filter(({ agency }) => agency === 'lao-laem-chabang').map(({ use }) => use).sort()).toEqual(['code', 'paper']);
});
