import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile, chmod } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@anuyat/database/testing';
import { Typesetter } from '@anuyat/licences';
import { checkPaper, Enrolment, findSeal, KeyCabinet, NotStamped, readPem, sealPaper, stampPaper, TimeStamper, type SealingKey } from '@anuyat/seals';
import fc from 'fast-check';
import { startTestSandbox } from '../testing/start-test-sandbox';

const secret = 'a secret for keys of at least thirty-two letters';
const words = { name: 'กรุงเทพมหานคร', reason: 'ใบอนุญาต LC-2569-00001', at: new Date('2026-11-22T05:00:00Z') };
const has = (tool: string, ...args: string[]) => spawnSync(tool, args).status === 0;
const hasPdfsig = has('pdfsig', '-v');
const hasOpenssl = has('openssl', 'version');

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let folder: string;
let cabinet: KeyCabinet;
let key: SealingKey;
let roots: X509Certificate[];
let pdf: Buffer;
let sealed: Buffer;
let stamped: Buffer;

const stamper = () => new TimeStamper(`${sandbox.settings.url}/tsa`);

beforeAll(async () => {
  [sandbox, folder] = await Promise.all([freePort().then((port) => startTestSandbox(port)), mkdtemp(join(tmpdir(), 'anuyat-seals-'))]);
  cabinet = new KeyCabinet(join(folder, 'keys'), secret);
  const enrolment = new Enrolment(sandbox.settings.url, sandbox.settings.authoritySecret);
  key = await cabinet.make('bma', 'paper', (made) => enrolment.enrol(made, { commonName: 'กรุงเทพมหานคร', organization: 'Bangkok Metropolitan Administration' }));
  roots = readPem(await enrolment.authorities()).map(({ der }) => new X509Certificate(der));
  pdf = new Typesetter().set('#set document(title: "ใบอนุญาต")\n#set text(font: "Sarabun")\nน้ำ #link("https://example.go.th")[ลิงก์]', [], new Date(0));
  sealed = await sealPaper(pdf, key, words);
  stamped = (await stampPaper(sealed, stamper())).pdf;
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an agency’s key', () => {
  it('is kept encrypted, for its owner only, and opens with the secret again', async () => {
    const [name = ''] = await readdir(join(folder, 'keys'));
    const file = join(folder, 'keys', name);
    expect(await readFile(file, 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect((await stat(file)).mode & 0o077).toBe(0);
    const [again] = await cabinet.open();
    expect([again?.kid, again?.agency, again?.use, again?.chain[0]?.subject]).toEqual([key.kid, 'bma', 'paper', 'C=TH\nO=Bangkok Metropolitan Administration\nCN=กรุงเทพมหานคร']);
    await expect(new KeyCabinet(join(folder, 'keys'), 'another secret').open()).rejects.toThrow('cannot be opened with SEAL_SECRET');
  });

  it('is refused in the clear when others may read it', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const file = join(folder, 'bma.paper.own.pem');
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    expect(await new KeyCabinet(folder).open()).toHaveLength(1);
    await chmod(file, 0o644);
    await expect(new KeyCabinet(folder).open()).rejects.toThrow('chmod 600');
  });

  it('is certified for the portal only', async () => {
    await expect(new Enrolment(sandbox.settings.url, 'guessed').enrol(key, { commonName: 'x', organization: 'y' })).rejects.toThrow('401');
  });
});

describe('a sealed paper', () => {
  it('is believed, with who sealed it and when it was stamped', async () => {
    expect(await checkPaper(sealed, roots)).toEqual({ fault: null, kid: key.kid, signer: expect.stringContaining('กรุงเทพมหานคร') });
    expect(await checkPaper(stamped, roots)).toEqual({ fault: null, kid: key.kid, signer: expect.stringContaining('กรุงเทพมหานคร'), stampedAt: expect.any(Date) });
  });

  it('is not believed when its signer leads to no root, nor when its time-stamp does not', async () => {
    expect((await checkPaper(stamped, [], roots)).fault).toBe('unknown-signer');
    expect((await checkPaper(stamped, roots, [])).fault).toBe('bad-time-stamp');
  });

  it('is found out whichever byte was changed', async () => {
    const { from, to, message } = findSeal(stamped);
    const anywhere = fc.integer({ min: 0, max: stamped.length - 1 });
    const inSeal = fc.integer({ min: from, max: from + 2 * message.length + 4 });
    const inRange = fc.integer({ min: to, max: stamped.length - 1 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(anywhere, inSeal, inRange), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const forged = Buffer.from(stamped);
        forged[at] = (forged[at] ?? 0) ^ flip;
        return (await checkPaper(forged, roots)).fault !== null;
      }),
      { numRuns: 120 },
    );
  });

  it('is not believed when another key signed beside the agency’s own certificate, stamped or not', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const forged = await sealPaper(pdf, { ...key, sign: (bytes: Uint8Array) => Promise.resolve(sign('sha256', bytes, privateKey)) }, words);
    expect((await checkPaper(forged, roots)).fault).toBe('changed');
    expect((await checkPaper((await stampPaper(forged, stamper())).pdf, roots)).fault).toBe('changed');
  });

  it('is found out when something was put before, between or behind', async () => {
    const { from } = findSeal(stamped);
    const forgeries = [Buffer.concat([stamped, Buffer.from('\n')]), Buffer.concat([Buffer.from('\n'), stamped]), Buffer.concat([stamped.subarray(0, from), Buffer.from(' '), stamped.subarray(from)]), stamped.subarray(0, -1)];
    for (const forged of forgeries) expect((await checkPaper(forged, roots)).fault).not.toBeNull();
  });

  it(hasPdfsig ? 'is believed by a reader of another make, until a byte is changed' : 'is not shown to another reader: pdfsig is not installed', async () => {
    if (!hasPdfsig) return;
    const told = async (pdf: Buffer) => {
      const file = join(folder, 'paper.pdf');
      await writeFile(file, pdf);
      return spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout;
    };
    for (const pdf of [sealed, stamped]) {
      const said = await told(pdf);
      expect(said).toContain('Signature Validation: Signature is Valid.');
      expect(said).toContain('Total document signed');
      expect(said).toContain('ETSI.CAdES.detached');
    }
    const forged = Buffer.from(stamped);
    forged.write('X', 1_000);
    expect(await told(forged)).toContain('Digest Mismatch');
  });
});

describe('the time-stamp authority', () => {
  it(hasOpenssl ? 'speaks the protocol as OpenSSL does' : 'is not asked by OpenSSL, which is not installed', async () => {
    if (!hasOpenssl) return;
    const at = (name: string) => join(folder, name);
    await writeFile(at('data'), 'ใบอนุญาต');
    await writeFile(at('root.pem'), roots.map((root) => root.toString()).join(''));
    expect(has('openssl', 'ts', '-query', '-data', at('data'), '-sha256', '-cert', '-out', at('query'))).toBe(true);
    const answer = await fetch(`${sandbox.settings.url}/tsa`, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: await readFile(at('query')) });
    await writeFile(at('reply'), Buffer.from(await answer.arrayBuffer()));
    const verify = (...what: string[]) => spawnSync('openssl', ['ts', '-verify', ...what, '-in', at('reply'), '-CAfile', at('root.pem')], { encoding: 'utf8' });
    expect(verify('-queryfile', at('query')).stdout + verify('-queryfile', at('query')).stderr).toContain('Verification: OK');
    await writeFile(at('data'), 'ใบอนุญาตอื่น');
    expect(verify('-data', at('data')).status).not.toBe(0);
  });

  it('that is away, or answers nonsense, leaves a paper sealed without a stamp', async () => {
    await expect(stampPaper(sealed, new TimeStamper(`http://127.0.0.1:${await freePort()}/tsa`))).rejects.toThrow(NotStamped);
    await expect(stampPaper(sealed, new TimeStamper(`${sandbox.settings.url}/health`))).rejects.toThrow(NotStamped);
  });
});
