import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from '@anuyat/database';
import { Issuer, LicenceRegister, PaperPress, PaperShelf, type LicenceRow } from '@anuyat/licences';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { approveCard, carryOut, send, startTestRegistrar, submitCase, type TestRegistrar } from '@anuyat/registrar/testing';
import { checkPaper, Enrolment, readPem, readPublishedKeys } from '@anuyat/seals';
import { freePort } from '../../sandbox/src/testing/free-port';
import { startTestSandbox } from '../../sandbox/src/testing/start-test-sandbox';
import { openPaperOffice } from './paper-office';

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

const shelf = () => new PaperShelf(running.source, running.library, new PaperPress(configuration.PUBLIC_URL));

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

it('lets the running role change neither keys nor what is on a paper beside its time-stamp', async () => {
  for (const sql of [`UPDATE seal_key SET agency = 'x'`, `DELETE FROM seal_key`, `DELETE FROM licence_paper`, `UPDATE licence_paper SET kid = kid`, `UPDATE licence_paper SET sealed_at = now()`]) {
    await expect(running.source.query(sql)).rejects.toThrow('permission denied');
  }
});
