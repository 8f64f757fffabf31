import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CasePage, CaseView, DocumentView, Problem, VaultView } from '@anuyat/contract';
import { laemChabangCafe, watthanaRestaurant } from '../cases/testing/answers';
import { startTestApi, type TestApi } from '../cases/testing/test-api';
import { tellNotices } from '../testing/tell-notices';
import { add, fill, must, open, pdf, png, refused, submit } from '../cases/testing/walk';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close());

const content = (hint: string | null, id: string) => api.call<Buffer>(hint, 'GET', `/api/documents/${id}/content`);
const remove = (hint: string, caseId: string, id: string) => api.call(hint, 'DELETE', `/api/cases/${caseId}/documents/${id}`);
const documentsOf = async (caseId: string) => must(await api.call<CaseView>('malee', 'GET', `/api/cases/${caseId}`), 200).documents;

describe('adding a paper to a draft', () => {
  let caseId: string;
  beforeEach(async () => {
    caseId = (await open(api, 'malee', laemChabangCafe)).id;
  });

  it('keeps it under its content’s digest and shows it with its title and name', async () => {
    const paper = must(await add(api, 'malee', caseId, 'floor-plan', 'แผนผังร้าน (ชั้น 1).pdf', pdf(1)), 201);
    expect(paper).toMatchObject({ caseId, code: 'floor-plan', title: { en: 'Floor plan' }, fileName: 'แผนผังร้าน (ชั้น 1).pdf', kind: 'application/pdf', bytes: pdf(1).length });
    const place = join(api.dataDir, 'documents', paper.sha256.slice(0, 2), paper.sha256.slice(2, 4));
    const [kept, ...others] = await readdir(place);
    expect([kept?.startsWith(`${paper.sha256}.`), others]).toEqual([true, []]);
    expect((await readFile(join(place, kept ?? ''))).includes('%PDF')).toBe(false);
    expect(await documentsOf(caseId)).toEqual([paper]);
  });

  it('takes the same content for the same paper once, however often it is sent', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => add(api, 'malee', caseId, 'floor-plan', 'plan.pdf', pdf(2))));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await documentsOf(caseId)).toHaveLength(1);
  });

  it.each([
    ['a program', 'virus.exe', Buffer.from('MZ\x90'.padEnd(300, '\0'), 'latin1'), 422, 'file-kind'],
    ['a program named as a paper', 'plan.pdf', Buffer.from('MZ\x90'.padEnd(300, '\0'), 'latin1'), 422, 'file-kind'],
    ['a picture named as a paper', 'plan.pdf', png, 422, 'file-kind'],
    ['a paper named as a picture', 'plan.png', pdf(), 422, 'file-kind'],
    ['a page with scripts', 'plan.pdf', Buffer.from('<script>alert(1)</script>'), 422, 'file-kind'],
    ['a drawing with scripts', 'plan.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422, 'file-kind'],
    ['a name whose end is hidden', 'plan\u202Efdp.exe', pdf(), 422, 'file-kind'],
    ['nothing', 'plan.pdf', Buffer.alloc(0), 422, 'file-empty'],
    ['a file without a name', '', pdf(), 422, 'file-kind'],
  ] as const)('refuses %s, and keeps nothing of it', async (_, name, bytes, status, code) => {
    const reply = refused(await add(api, 'malee', caseId, 'floor-plan', name, bytes));
    expect(reply).toMatchObject({ status, code, fields: [{ path: 'documents.floor-plan', code }] });
    expect(await documentsOf(caseId)).toEqual([]);
    expect(await readdir(join(api.dataDir, 'documents', 'incoming')).catch(() => [])).toEqual([]);
  });

  it('refuses a kind that the paper does not take', async () => {
    expect(refused(await add(api, 'malee', caseId, 'place-photos', 'photo.pdf', pdf()))).toMatchObject({ status: 422, code: 'file-kind', detail: { en: expect.stringContaining('JPG, PNG') } });
  });

  it('refuses one more than the paper takes, also when they come at once', async () => {
    const replies = await Promise.all(Array.from({ length: 7 }, (_, at) => add(api, 'malee', caseId, 'floor-plan', `plan-${at}.pdf`, pdf(100 + at))));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 422, 422]);
    expect(replies.filter(({ status }) => status === 422).map((reply) => refused(reply).code)).toEqual(['file-too-many', 'file-too-many']);
    expect(await documentsOf(caseId)).toHaveLength(5);
  });

  it('refuses a paper that the manual does not have, a body without a code, without a file, and another body', async () => {
    expect(refused(await add(api, 'malee', caseId, 'id-card-copy', 'id.pdf', pdf()))).toMatchObject({ status: 400, fields: [{ path: 'code', code: 'unknown-document' }] });
    expect(refused(await add(api, 'malee', caseId, null, 'plan.pdf', pdf()))).toMatchObject({ status: 400, fields: [{ path: 'code' }] });
    expect(refused(await add(api, 'malee', caseId, 'floor-plan', null, pdf()))).toMatchObject({ status: 400, fields: [{ path: 'file' }] });
    expect(refused(await api.call('malee', 'POST', `/api/cases/${caseId}/documents`, { code: 'floor-plan' }))).toMatchObject({ status: 415, code: 'wrong-content-type' });
  });

  it('makes names harmless', async () => {
    const paper = must(await add(api, 'malee', caseId, 'floor-plan', '../../../etc/cron.d/plan.pdf', pdf(3)), 201);
    expect(paper.fileName).toBe('plan.pdf');
  });

  it('lets it be taken out again, and forgets the content when nothing else refers to it', async () => {
    const other = await open(api, 'malee', laemChabangCafe);
    const paper = must(await add(api, 'malee', caseId, 'floor-plan', 'plan.pdf', pdf(4)), 201);
    const twin = must(await add(api, 'malee', other.id, 'floor-plan', 'plan.pdf', pdf(4)), 201);
    expect((await remove('malee', caseId, paper.id)).status).toBe(204);
    expect((await content('malee', paper.id)).status).toBe(404);
    expect((await content('malee', twin.id)).body).toEqual(pdf(4));
    expect((await remove('malee', caseId, twin.id)).status).toBe(404);
    expect((await api.call('malee', 'DELETE', `/api/cases/${other.id}`)).status).toBe(204);
    const place = join(api.dataDir, 'documents', paper.sha256.slice(0, 2), paper.sha256.slice(2, 4));
    expect(await readdir(place)).toEqual([]);
  });
});

describe('a file that is too large', () => {
  it('is refused while it still streams in, over a real connection, and nothing of it stays', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const { cookie, port } = await listening();
    const boundary = 'b';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="code"\r\n\r\nfloor-plan\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="plan.pdf"\r\n\r\n%PDF-1.7\n`;
    const { status, body, sent } = await new Promise<{ status: number; body: string; sent: number }>((resolve, reject) => {
      let sentBytes = 0;
      const upload = request({ port, method: 'POST', path: `/api/cases/${id}/documents`, headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}`, 'transfer-encoding': 'chunked' } }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () => {
          upload.destroy();
          resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks).toString(), sent: sentBytes });
        });
      });
      upload.on('error', reject);
      upload.write(head);
      const chunk = Buffer.alloc(256 * 1024, 32);
      const more = () => {
        while (!upload.destroyed && sentBytes < 200 * 1024 * 1024) {
          sentBytes += chunk.length;
          if (!upload.write(chunk)) return void upload.once('drain', more);
        }
      };
      more();
    });
    expect([status, (JSON.parse(body) as Problem).code]).toEqual([413, 'file-too-large']);
    expect((JSON.parse(body) as Problem).detail?.en).toContain('up to 10 MB');
    expect(sent).toBeLessThan(100 * 1024 * 1024);
    expect(await readdir(join(api.dataDir, 'documents', 'incoming'))).toEqual([]);
  });

  it('is heard of by a sender that reads only after it has sent everything', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const { cookie, port } = await listening();
    const form = new FormData();
    form.append('code', 'floor-plan');
    form.append('file', new Blob([Buffer.concat([pdf(), Buffer.alloc(12 * 1024 * 1024, 32)])]), 'plan.pdf');
    const reply = await fetch(`http://127.0.0.1:${port}/api/cases/${id}/documents`, { method: 'POST', headers: { cookie }, body: form });
    expect([reply.status, ((await reply.json()) as Problem).code]).toEqual([413, 'file-too-large']);
  });

  it('that breaks off in the middle leaves nothing behind, and the next one is taken', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const { cookie, port } = await listening();
    const cut = Buffer.from('--b\r\ncontent-disposition: form-data; name="code"\r\n\r\nfloor-plan\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="plan.pdf"\r\n\r\n%PDF-1.7\n half');
    const incoming = () => readdir(join(api.dataDir, 'documents', 'incoming'));
    const sending = request({ port, method: 'POST', path: `/api/cases/${id}/documents`, headers: { cookie, 'content-type': 'multipart/form-data; boundary=b', 'content-length': '100000' } });
    sending.on('error', () => undefined);
    sending.write(cut);
    await until(async () => (await incoming()).length === 1);
    sending.destroy();
    await until(async () => (await incoming()).length === 0);
    expect(refused(await api.call('malee', 'POST', `/api/cases/${id}/documents`, cut, { 'content-type': 'multipart/form-data; boundary=b' })).status).toBe(400);
    expect(refused(await api.call('malee', 'POST', `/api/cases/${id}/documents`, 'no parts at all', { 'content-type': 'multipart/form-data; boundary=b' })).status).toBe(400);
    expect(refused(await api.call('malee', 'POST', `/api/cases/${id}/documents`, cut, { 'content-type': 'multipart/form-data' })).status).toBe(400);
    must(await add(api, 'malee', id, 'floor-plan', 'plan.pdf', pdf(9)), 201);
  });

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
  }

  let listens: Promise<{ cookie: string; port: number }> | undefined;
  function listening() {
    listens ??= (async () => {
      await api.app.listen(0, '127.0.0.1');
      const { port } = api.app.getHttpServer().address() as AddressInfo;
      return { port, cookie: await api.cookieOf('malee') };
    })();
    return listens;
  }
});

describe('reading a paper', () => {
  let file: CaseView;
  let plan: DocumentView;
  let signPhoto: DocumentView;
  const documentOf = (code: string): DocumentView => {
    const found = file.documents.find((document) => document.code === code);
    if (!found) throw new Error(`No ${code}.`);
    return found;
  };
  beforeAll(async () => {
    const { id, answersRevision } = await fill(api, 'somchai', watthanaRestaurant);
    must(await add(api, 'somchai', id, 'floor-plan', 'แผนผัง (ร้าน’s).pdf', pdf(5)), 201);
    file = must(await submit(api, 'somchai', id, answersRevision, randomUUID()), 200);
    plan = file.documents.find(({ fileName }) => fileName.startsWith('แผนผัง')) as DocumentView;
    signPhoto = documentOf('sign-photos');
  });

  it('gives the applicant an attachment that no browser runs', async () => {
    const { status, headers, body } = await content('somchai', plan.id);
    expect([status, body]).toEqual([200, pdf(5)]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf(5).length),
      'content-disposition': `attachment; filename="______ (_____s).pdf"; filename*=UTF-8''${encodeURIComponent('แผนผัง (ร้าน’s).pdf').replace('(', '%28').replace(')', '%29')}`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('seals whatever comes from an upload off from the portal: the paper, its pages as pictures, and the vault’s copy', async () => {
    const { papers } = must(await api.call<VaultView>('somchai', 'GET', '/api/vault'), 200);
    const kept = papers.find(({ sha256 }) => sha256 === plan.sha256);
    for (const path of [`/api/documents/${plan.id}/content`, `/api/documents/${plan.id}/preview`, `/api/documents/${signPhoto.id}/preview`, `/api/vault/papers/${kept?.id}/content`]) {
      const { status, headers } = await api.call('somchai', 'GET', path);
      expect([path, status, headers]).toEqual([path, 200, expect.objectContaining({
        'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none';(?!.*allow-)/), 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY',
      })]);
    }
  });

  it('is for the offices whose lane reads it, and for no other office', async () => {
    expect((await content('watthana-sanitation', plan.id)).status).toBe(200);
    expect((await content('watthana-revenue', plan.id)).status).toBe(404);
    expect((await content('watthana-revenue', signPhoto.id)).status).toBe(200);
    expect((await content('watthana-sanitation', signPhoto.id)).status).toBe(404);
    expect((await content('laem-chabang-sanitation', plan.id)).status).toBe(404);
  });

  it('is not for other applicants, monitors, administrators and strangers', async () => {
    expect((await content('malee', plan.id)).status).toBe(404);
    expect((await content('eec-monitor', plan.id)).status).toBe(403);
    expect((await content('admin', plan.id)).status).toBe(403);
    expect((await content(null, plan.id)).status).toBe(401);
  });

  it('is not for offices before the case is submitted', async () => {
    const draft = await open(api, 'somchai', watthanaRestaurant);
    const paper = must(await add(api, 'somchai', draft.id, 'floor-plan', 'plan.pdf', pdf(6)), 201);
    expect((await content('watthana-sanitation', paper.id)).status).toBe(404);
  });

  it('can no longer be taken out, nor others be added, once the case is submitted', async () => {
    expect(refused(await remove('somchai', file.id, plan.id)).code).toBe('case-already-submitted');
    expect(refused(await add(api, 'somchai', file.id, 'floor-plan', 'new.pdf', pdf(7)))).toMatchObject({ status: 409, code: 'case-already-submitted' });
  });

  it('can be added again where an office asks for it, as often as the paper takes, until the answer is sent', async () => {
    const food = file.details.find(({ code }) => code === 'food-premises-small');
    const asked = { type: 'sanitation.asked', data: { note: 'แบบไม่ชัด', items: [{ kind: 'document', target: 'floor-plan', message: 'โปรดส่งแบบที่ชัดเจน' }] } };
    must(await api.call('watthana-sanitation', 'POST', `/api/applications/${food?.id}/events`, asked, { 'idempotency-key': randomUUID() }), 200);
    await tellNotices(api.running, file.id);
    const { move, questions } = must(await api.call<CaseView>('somchai', 'GET', `/api/cases/${file.id}`), 200);
    expect(questions).toMatchObject([{ items: [{ target: 'floor-plan', title: { en: 'Floor plan' } }] }]);
    expect(move).toMatchObject({ who: 'applicant', link: `/my/cases/${file.id}/questions/${questions[0]?.id}` });
    expect(must(await api.call<CasePage>('somchai', 'GET', '/api/cases'), 200).items.find(({ id }) => id === file.id)?.move).toEqual(move);

    expect(refused(await add(api, 'somchai', file.id, 'food-training', 'new.pdf', pdf(8))).code).toBe('case-already-submitted');
    const same = must(await add(api, 'somchai', file.id, 'floor-plan', 'plan.pdf', pdf(5)), 201);
    expect(same.id).not.toBe(plan.id);
    for (let at = 0; at < 4; at++) must(await add(api, 'somchai', file.id, 'floor-plan', `clear-${at}.pdf`, pdf(20 + at)), 201);
    expect(refused(await add(api, 'somchai', file.id, 'floor-plan', 'clear-5.pdf', pdf(25))).code).toBe('file-too-many');
    expect((await content('watthana-sanitation', same.id)).status).toBe(200);

    must(await api.call('somchai', 'POST', `/api/applications/${food?.id}/events`, { type: 'sanitation.answered', data: {} }, { 'idempotency-key': randomUUID() }), 200);
    expect(refused(await add(api, 'somchai', file.id, 'floor-plan', 'late.pdf', pdf(30))).code).toBe('case-already-submitted');
  });
});
