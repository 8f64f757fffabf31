import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CaseView, DocumentView, UploadView, VaultPaper, VaultView } from '@anuyat/contract';
import { Configuration } from '@anuyat/database';
import { Contents, sweepUploads } from '@anuyat/documents';
import { startRegistrar } from '@anuyat/registrar';
import { Upload, type DetailedError } from 'tus-js-client';
import { createApi } from '../../create-api';
import { sendBytes } from '../../testing/raw-http';
import { laemChabangCafe } from '../../cases/testing/answers';
import { startTestApi, type Reply, type TestApi } from '../../cases/testing/test-api';
import { add, announcing, must, open, pdf, png, refused, tus } from '../../cases/testing/walk';

const MB = 1024 * 1024;
const part = { ...tus, 'content-type': 'application/offset+octet-stream' };

let api: TestApi;
/** A second process on the same database and the same store. */
let other: NestFastifyApplication;
let ports: number[];
let caseId: string;
beforeAll(async () => {
  api = await startTestApi();
  const configuration = api.app.get(Configuration);
  other = await createApi(configuration, await startRegistrar({ configuration, name: 'api-spec-2', onError: () => undefined }));
  await Promise.all([api.app, other].map((app) => app.listen(0, '127.0.0.1')));
  ports = [api.app, other].map((app) => (app.getHttpServer().address() as AddressInfo).port);
  caseId = (await open(api, 'malee', laemChabangCafe)).id;
}, 60_000);
afterAll(async () => {
  await other.close();
  await api.close();
});

/** A paper of so many bytes that nobody else has. */
function paperOf(bytes: number): Buffer {
  const whole = pdf(0).toString('latin1');
  const head = '%PDF-1.7\n% ';
  const rest = whole.slice(whole.indexOf('\n') + 1);
  return Buffer.from(`${head}${randomBytes(Math.ceil(bytes / 2)).toString('hex').slice(0, bytes - head.length - rest.length - 1)}\n${rest}`, 'latin1');
}

const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const begin = async (bytes: number, said: Record<string, string> = {}, hint = 'malee'): Promise<string> => {
  const reply = await api.call(hint, 'POST', '/api/uploads', undefined, announcing(caseId, bytes, { code: 'floor-plan', filename: 'plan.pdf', ...said }));
  must(reply, 201);
  return String(reply.headers['location']);
};
const send = (path: string, from: number, content: Buffer, headers: Record<string, string> = {}, hint = 'malee') => api.call(hint, 'PATCH', path, content, { ...part, 'upload-offset': String(from), ...headers });
const look = (path: string, hint = 'malee') => api.call(hint, 'HEAD', path, undefined, tus);
const offsetOf = async (path: string) => Number((await look(path)).headers['upload-offset']);
const finish = <T = DocumentView>(path: string, hint = 'malee') => api.call<T>(hint, 'PUT', `${path}/paper`);
const said = ({ status, headers }: Reply<unknown>) => [status, headers['upload-offset']];
const papers = async () => must(await api.call<CaseView>('malee', 'GET', `/api/cases/${caseId}`), 200).documents;
/** Files that the store holds, sealed, whatever they are. */
const stored = async () => (await readdir(join(api.dataDir, 'documents'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

/** A part on a connection of its own, which says how long it is and stays open after what was written. */
async function sending(path: string, from: number, written: Buffer, announced: number): Promise<ClientRequest> {
  const headers = { ...part, cookie: await api.cookieOf('malee'), 'upload-offset': String(from), 'content-length': String(announced) };
  const connection = request({ port: ports[0], method: 'PATCH', path, headers });
  connection.on('error', () => undefined);
  connection.write(written);
  return connection;
}

describe('an upload in parts', () => {
  it('is what any client of the protocol does: tus-js-client sends a file, and the paper has the very same bytes', async () => {
    const content = paperOf(3 * MB + 7);
    const url = await new Promise<string | null>((resolve, reject) => {
      void api.cookieOf('malee').then((cookie) => {
        const upload = new Upload(content, {
          endpoint: `http://127.0.0.1:${ports[0]}/api/uploads`, headers: { cookie }, chunkSize: MB, retryDelays: [], metadata: { caseId, code: 'floor-plan', filename: 'แผนผัง.pdf', sha256: digest(content) },
          onSuccess: () => resolve(upload.url), onError: (error: Error | DetailedError) => reject(error),
        });
        upload.start();
      });
    });
    const path = new URL(url ?? '').pathname;
    const paper = must(await finish(path), 200);
    expect(paper).toMatchObject({ caseId, code: 'floor-plan', fileName: 'แผนผัง.pdf', bytes: content.length, sha256: digest(content) });
    expect((await api.call<Buffer>('malee', 'GET', `/api/documents/${paper.id}/content`)).body.equals(content)).toBe(true);
    expect(must(await finish(path), 200)).toEqual(paper);
    expect(await api.running.source.query(`SELECT 1 FROM upload_piece`)).toEqual([]);
    must(await api.call('malee', 'DELETE', `/api/cases/${caseId}/documents/${paper.id}`), 204);
  });

  it('says what it speaks, where it stands, until when, and what was said of it', async () => {
    const options = await api.call(null, 'OPTIONS', '/api/uploads');
    expect([options.status, options.headers]).toEqual([204, expect.objectContaining({ 'tus-resumable': '1.0.0', 'tus-version': '1.0.0', 'tus-extension': 'creation,expiration,checksum,termination', 'tus-checksum-algorithm': 'sha1,sha256' })]);
    const path = await begin(100);
    const { status, headers, body } = await look(path);
    expect([status, body]).toEqual([200, Buffer.alloc(0)]);
    expect(headers).toMatchObject({ 'tus-resumable': '1.0.0', 'upload-offset': '0', 'upload-length': '100', 'upload-metadata': announcing(caseId, 100, { code: 'floor-plan', filename: 'plan.pdf' })['upload-metadata'], 'cache-control': 'no-store' });
    expect(Date.parse(String(headers['upload-expires'])) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect(said(await send(path, 0, Buffer.alloc(60)))).toEqual([204, '60']);
    const listed = must(await api.call<UploadView[]>('malee', 'GET', '/api/uploads'), 200);
    expect(listed).toMatchObject([{ caseId, code: 'floor-plan', business: null, fileName: 'plan.pdf', bytes: 100, received: 60 }]);
    expect(must(await api.call('malee', 'GET', path), 200)).toEqual(listed[0]);
    must(await api.call('malee', 'DELETE', path, undefined, tus), 204);
    expect([(await look(path)).status, must(await api.call<UploadView[]>('malee', 'GET', '/api/uploads'), 200)]).toEqual([404, []]);
  });

  it('goes on where its connection broke, at another process as well, and ends whole', async () => {
    const content = paperOf(4 * MB);
    const path = await begin(content.length, { sha256: digest(content) });
    const broken = await sending(path, 0, content.subarray(0, 2.5 * MB), content.length);
    await until(async () => (await offsetOf(path)) >= 2 * MB);
    broken.destroy();
    await until(async () => (await api.running.source.query(`SELECT 1 FROM upload WHERE writer IS NOT NULL`)).length === 0);
    const offset = await offsetOf(path);
    expect(offset).toBeGreaterThanOrEqual(2 * MB);
    expect(offset).toBeLessThanOrEqual(2.5 * MB);
    expect(refused(await finish(path))).toMatchObject({ status: 409, code: 'upload-unfinished' });
    const rest = await fetch(`http://127.0.0.1:${ports[1]}${path}`, { method: 'PATCH', headers: { ...part, cookie: await api.cookieOf('malee'), 'upload-offset': String(offset) }, body: new Uint8Array(content.subarray(offset)) });
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(content.length)]);
    expect(must(await finish(path), 200).sha256).toBe(digest(content));
  });

  it('has one writer at a time; who fell silent is followed by the next, and writes nothing afterwards', async () => {
    const content = paperOf(4 * MB);
    const path = await begin(content.length, { sha256: digest(content) });
    const first = await sending(path, 0, content.subarray(0, 1.5 * MB), content.length);
    await until(async () => (await offsetOf(path)) >= MB);
    expect(refused(await send(path, MB, content.subarray(MB, 2 * MB)))).toMatchObject({ status: 423, code: 'upload-busy' });
    const before = await stored();
    await until(async () => {
      await api.running.source.query(`UPDATE upload SET writer_until = now() - interval '1 second' WHERE writer IS NOT NULL`);
      return (await send(path, MB, content.subarray(MB))).status === 204;
    });
    const after = await stored();
    first.write(content.subarray(1.5 * MB, 3 * MB));
    const told = await new Promise<number | undefined>((resolve) => {
      first.on('response', ({ statusCode }) => resolve(statusCode));
      first.on('close', () => resolve(undefined));
    });
    first.destroy();
    expect(told).toBe(423);
    expect([await stored(), after - before]).toEqual([after, 3]);
    expect(must(await finish(path), 200).sha256).toBe(digest(content));
  });
});

describe('what an upload in parts refuses', () => {
  it.each<[string, Record<string, string>, number, string]>([
    ['no version', { 'tus-resumable': '' }, 412, 'upload-version'],
    ['another version', { 'tus-resumable': '0.2.2' }, 412, 'upload-version'],
    ['no length', { 'upload-length': '' }, 400, 'bad-request'],
    ['a length below nothing', { 'upload-length': '-1' }, 400, 'bad-request'],
    ['a length with a sign', { 'upload-length': '+5' }, 400, 'bad-request'],
    ['a length in another notation', { 'upload-length': '1e3' }, 400, 'bad-request'],
    ['a length in hexadecimal', { 'upload-length': '0x10' }, 400, 'bad-request'],
    ['a fraction', { 'upload-length': '1.5' }, 400, 'bad-request'],
    ['a length beyond every number', { 'upload-length': '9'.repeat(30) }, 400, 'bad-request'],
    ['no byte', { 'upload-length': '0' }, 422, 'file-empty'],
    ['more bytes than the paper takes', { 'upload-length': '10485761' }, 413, 'file-too-large'],
    ['a length that is told later', { 'upload-defer-length': '1' }, 400, 'bad-request'],
    ['parts that are put together later', { 'upload-concat': 'partial' }, 400, 'bad-request'],
    ['metadata that is no base64', { 'upload-metadata': 'code ***' }, 400, 'bad-request'],
    ['metadata without end', { 'upload-metadata': `x ${'A'.repeat(5_000)}` }, 400, 'bad-request'],
    ['a name twice', { 'upload-metadata': 'code YQ==,code Yg==' }, 400, 'bad-request'],
    ['a body', { 'content-type': 'application/json', 'content-length': '2' }, 415, 'wrong-content-type'],
  ])('at its beginning: %s', async (_, wrong, status, code) => {
    const headers = Object.fromEntries(Object.entries({ ...announcing(caseId, 100, { code: 'floor-plan', filename: 'plan.pdf' }), ...wrong }).filter(([, value]) => value !== ''));
    expect(refused(await api.call('malee', 'POST', '/api/uploads', wrong['content-length'] ? '{}' : undefined, headers))).toMatchObject({ status, code });
  });

  it('at its beginning: what the paper, the case or the vault does not take', async () => {
    const announce = (more: Record<string, string>, hint = 'malee') => api.call(hint, 'POST', '/api/uploads', undefined, announcing(caseId, 100, { code: 'floor-plan', filename: 'plan.pdf', ...more }));
    expect(refused(await announce({ filename: 'plan.exe' })).code).toBe('file-kind');
    expect(refused(await announce({ filename: '' })).code).toBe('file-kind');
    expect(refused(await announce({ code: 'place-photos' })).code).toBe('file-kind');
    expect(refused(await announce({ code: 'id-card-copy' })).fields).toMatchObject([{ code: 'unknown-document' }]);
    expect(refused(await announce({ caseId: '', business: '0105500000001' })).code).toBe('not-allowed');
    expect(refused(await announce({ caseId: '', issuedOn: 'yesterday' })).fields).toMatchObject([{ path: 'issuedOn' }]);
    expect(refused(await announce({ caseId: 'x' })).fields).toMatchObject([{ path: 'caseId' }]);
    expect(refused(await announce({ caseId: randomUUID() })).status).toBe(404);
    expect(refused(await announce({}, 'somchai')).status).toBe(404);
    expect(await api.running.source.query(`SELECT 1 FROM upload WHERE result IS NULL`)).toEqual([]);
  });

  it('a part that begins elsewhere, is longer than the file, or is damaged: nothing of it stays', async () => {
    const path = await begin(1_000);
    must(await send(path, 0, Buffer.alloc(400)), 204);
    const held = await stored();
    for (const wrong of ['0', '399', '401', '1000', '5000']) expect(refused(await send(path, Number(wrong), Buffer.alloc(10)))).toMatchObject({ status: 409, code: 'upload-offset' });
    for (const wrong of ['-1', '4e2', '400.0', '']) expect(refused(await send(path, 0, Buffer.alloc(10), { 'upload-offset': wrong }))).toMatchObject({ status: 400 });
    expect(refused(await send(path, 400, Buffer.alloc(601)))).toMatchObject({ status: 413, code: 'body-too-large' });
    expect(refused(await send(path, 400, Buffer.alloc(600), { 'content-type': 'application/json' })).status).toBeGreaterThanOrEqual(400);
    const body = randomBytes(600);
    const right = createHash('sha256').update(body).digest('base64');
    expect(refused(await send(path, 400, body, { 'upload-checksum': `sha256 ${digest(body).slice(0, 43)}=` }))).toMatchObject({ status: 460, code: 'upload-checksum' });
    expect(refused(await send(path, 400, body, { 'upload-checksum': `md5 ${right}` })).status).toBe(400);
    expect([await offsetOf(path), await stored()]).toEqual([400, held]);
    expect(said(await send(path, 400, body.subarray(0, 300), { 'upload-checksum': `sha1 ${createHash('sha1').update(body.subarray(0, 300)).digest('base64')}` }))).toEqual([204, '700']);
    expect(said(await send(path, 700, Buffer.alloc(0)))).toEqual([204, '700']);
    must(await api.call('malee', 'DELETE', path, undefined, tus), 204);
  });

  it('bytes beyond the length that was said, also where the part does not say its own, and what hides behind them', async () => {
    const path = await begin(10);
    const cookie = await api.cookieOf('malee');
    const head = (more: string) => `PATCH ${path} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ntus-resumable: 1.0.0\r\nupload-offset: 0\r\ncontent-type: application/offset+octet-stream\r\n${more}\r\n\r\n`;
    const hidden = 'GET /api/health/live HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n';
    const [chunked] = await sendBytes(ports[0] ?? 0, `${head('transfer-encoding: chunked\r\nconnection: close')}b\r\n12345678901\r\n0\r\n\r\n`);
    expect([chunked?.status, await offsetOf(path)]).toEqual([413, 0]);
    for (const lines of ['content-length: 5\r\ntransfer-encoding: chunked', 'content-length: 5\r\ncontent-length: 60', 'upload-offset: 3\r\ncontent-length: 5', 'upload-length: 5\r\nupload-length: 9\r\ncontent-length: 5']) {
      const answers = await sendBytes(ports[0] ?? 0, `${head(`${lines}\r\nconnection: close`)}0\r\n\r\n${hidden}`);
      expect([lines, answers.map(({ status }) => status), await offsetOf(path)]).toEqual([lines, [400], 0]);
    }
    must(await api.call('malee', 'DELETE', path, undefined, tus), 204);
  });

  it('everybody but who began it: to others it is not there', async () => {
    const path = await begin(100);
    for (const reply of [await look(path, 'somchai'), await send(path, 0, Buffer.alloc(5), {}, 'somchai'), await finish(path, 'somchai'), await api.call('somchai', 'DELETE', path, undefined, tus), await api.call('somchai', 'GET', path)]) expect(reply.status).toBe(404);
    expect((await api.call(null, 'PATCH', path, Buffer.alloc(5), { ...part, 'upload-offset': '0' })).status).toBe(401);
    expect(must(await api.call<UploadView[]>('somchai', 'GET', '/api/uploads'), 200)).toEqual([]);
    expect(await offsetOf(path)).toBe(0);
    must(await api.call('malee', 'DELETE', path, undefined, tus), 204);
  });

  it('more than twenty at a time of one person', async () => {
    const announce = () => api.call('wichai', 'POST', '/api/uploads', undefined, announcing('', 100, { code: 'floor-plan', filename: 'plan.pdf' }));
    const replies = await Promise.all(Array.from({ length: 22 }, announce));
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array<number>(20).fill(201), 409, 409]);
    expect(refused(replies.find(({ status }) => status === 409) as Reply<unknown>).code).toBe('too-many-uploads');
    await api.running.source.query(`UPDATE upload SET expires_at = now() WHERE result IS NULL`);
    must(await announce(), 201);
  });
});

describe('an upload that has arrived', () => {
  it('is looked at as one that comes in one request, and stays no paper where it is refused', async () => {
    const before = await papers();
    const scripted = Buffer.from(pdf(1).toString('latin1').replace('/Catalog', '/Catalog/OpenAction<</S/JavaScript/JS(1)>>'), 'latin1');
    for (const [content, code] of [[Buffer.from('MZ\x90'.padEnd(300, '\0'), 'latin1'), 'file-kind'], [png, 'file-kind'], [scripted, 'file-faulty'], [pdf(3).subarray(0, -8), 'file-faulty']] as const) {
      const path = await begin(content.length);
      must(await send(path, 0, content), 204);
      expect(refused(await finish(path))).toMatchObject({ status: 422, code });
      must(await api.call('malee', 'DELETE', path, undefined, tus), 204);
    }
    expect(await papers()).toEqual(before);
  });

  it('that is not the file which was announced becomes no paper', async () => {
    const [announced, sent] = [paperOf(2_000), paperOf(2_000)];
    const path = await begin(2_000, { sha256: digest(announced) });
    must(await send(path, 0, sent), 204);
    expect(refused(await finish(path))).toMatchObject({ status: 460, code: 'upload-checksum' });
    must(await api.call('malee', 'DELETE', path, undefined, tus), 204);
  });

  it('is the same paper as the same file in one request, however often it is asked for', async () => {
    const whole = must(await add(api, 'malee', caseId, 'place-photos', 'front.png', png), 201);
    const path = await begin(png.length, { code: 'place-photos', filename: 'front.png' });
    must(await send(path, 0, png), 204);
    const replies = await Promise.all([1, 2, 3].map(() => finish(path)));
    expect(replies.filter(({ status }) => status === 200).map(({ body }) => body.id)).toContain(whole.id);
    expect(replies.map(({ status }) => status).filter((status) => status !== 200 && status !== 423)).toEqual([]);
    expect((await papers()).filter(({ code }) => code === 'place-photos')).toHaveLength(1);
    expect(refused(await send(path, png.length, Buffer.alloc(0))).code).toBe('upload-offset');
  });

  it('goes into the vault where no case was named, with its days', async () => {
    const content = paperOf(3_000);
    const path = await begin(content.length, { caseId: '', issuedOn: '2026-02-01' });
    must(await send(path, 0, content), 204);
    const kept = must(await finish<VaultPaper>(path), 200);
    expect(kept).toMatchObject({ code: 'floor-plan', issuedOn: '2026-02-01', business: null, sha256: digest(content) });
    expect(must(await api.call<VaultView>('malee', 'GET', '/api/vault'), 200).papers.map(({ id }) => id)).toContain(kept.id);
  });
});

describe('an upload that nobody goes on with', () => {
  it('is gone a day after its last byte, and every byte of it', async () => {
    const { store } = api.app.get(Contents);
    await api.running.source.query(`UPDATE upload SET expires_at = now()`);
    await sweepUploads(api.running.source, store);
    const before = await stored();
    const [left, alive] = [await begin(3 * MB), await begin(3 * MB)];
    for (const path of [left, alive]) must(await send(path, 0, Buffer.alloc(2 * MB)), 204);
    expect(await stored()).toBe(before + 4);
    await api.running.source.query(`UPDATE upload SET expires_at = now() WHERE id = $1`, [left.split('/').at(-1)]);
    expect([(await look(left)).status, (await send(left, 2 * MB, Buffer.alloc(5))).status, (await finish(left)).status]).toEqual([404, 404, 404]);
    expect(await sweepUploads(api.running.source, store)).toBe(1);
    expect([await stored(), await offsetOf(alive)]).toEqual([before + 2, 2 * MB]);
    must(await api.call('malee', 'DELETE', alive, undefined, tus), 204);
    expect(await stored()).toBe(before);
  });
});
