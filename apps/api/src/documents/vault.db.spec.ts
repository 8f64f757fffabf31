import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseCheck, DocumentView, VaultPaper, VaultView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { monthsBefore } from '@anuyat/licence-kit';
import { laemChabangCafe, watthanaRestaurant } from '../cases/testing/answers';
import { startTestApi, type TestApi } from '../cases/testing/test-api';
import { add, fill, must, open, pdf, png, refused, submit, upload } from '../cases/testing/walk';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close());

const vaultOf = async (hint: string) => must(await api.call<VaultView>(hint, 'GET', '/api/vault'), 200);
const put = (hint: string, code: string, name: string, content: Buffer, said: Record<string, string> = {}) => {
  const { payload, headers } = upload(code, name, content, said);
  return api.call<VaultPaper>(hint, 'POST', '/api/vault/papers', payload, headers);
};
const attach = (hint: string, caseId: string, code: string, paperId: string) => api.call<DocumentView>(hint, 'POST', `/api/cases/${caseId}/documents/from-vault`, { code, paperId });
const content = (hint: string, url: string) => api.call<Buffer>(hint, 'GET', url);
const none = { issuedOn: null, expiresOn: null };
const today = bangkokDate(new Date());

describe('a vault of papers', () => {
  it('keeps a paper until a case asks for it, and attaches it with one call', async () => {
    const paper = must(await put('malee', 'floor-plan', 'แผนผัง.pdf', pdf(501), { issuedOn: '2026-02-01' }), 201);
    expect(paper).toMatchObject({ code: 'floor-plan', title: { en: 'Floor plan' }, fileName: 'แผนผัง.pdf', issuedOn: '2026-02-01', expiresOn: null, business: null, usedBy: [], isWaitedFor: false });
    expect((await vaultOf('malee')).papers).toEqual([paper]);

    const file = await open(api, 'malee', laemChabangCafe);
    const attached = must(await attach('malee', file.id, 'floor-plan', paper.id), 201);
    expect(attached).toMatchObject({ caseId: file.id, code: 'floor-plan', issuedOn: '2026-02-01' });
    expect(must(await attach('malee', file.id, 'floor-plan', paper.id), 201).id).toBe(attached.id);
    expect((await content('malee', `/api/documents/${attached.id}/content`)).body).toEqual(pdf(501));

    expect((await api.call('malee', 'DELETE', `/api/vault/papers/${paper.id}`)).status).toBe(204);
    expect((await content('malee', `/api/vault/papers/${paper.id}/content`)).status).toBe(404);
    expect((await content('malee', `/api/documents/${attached.id}/content`)).body).toEqual(pdf(501));
    expect((await api.call('malee', 'DELETE', `/api/cases/${file.id}`)).status).toBe(204);
    const { sha256 } = attached;
    expect(await readdir(join(api.dataDir, 'documents', sha256.slice(0, 2), sha256.slice(2, 4)))).toEqual([]);
  });

  it('takes in what was filed, and lets nothing go that an application rests on', async () => {
    const { id, answersRevision } = await fill(api, 'somchai', watthanaRestaurant);
    const before = (await vaultOf('somchai')).papers;
    must(await submit(api, 'somchai', id, answersRevision, randomUUID()), 200);
    const { papers } = await vaultOf('somchai');
    expect(papers.length).toBeGreaterThan(before.length);
    const [plan] = papers.filter(({ code }) => code === 'floor-plan');
    expect(plan).toMatchObject({ usedBy: [{ caseId: id }], isWaitedFor: true });
    expect((await vaultOf('somchai')).papers).toHaveLength(papers.length);
    expect(refused(await api.call('somchai', 'DELETE', `/api/vault/papers/${plan?.id}`))).toMatchObject({ status: 409, code: 'paper-in-use' });

    await api.running.source.query(`UPDATE case_file SET status = 'closed' WHERE id = $1`, [id]);
    expect((await api.call('somchai', 'DELETE', `/api/vault/papers/${plan?.id}`)).status).toBe(204);
    expect((await vaultOf('somchai')).papers.filter(({ code }) => code === 'floor-plan')).toEqual([]);
    const [kept]: { id: string }[] = await api.running.source.query(`SELECT id FROM document WHERE case_id = $1 AND code = 'floor-plan'`, [id]);
    expect((await content('somchai', `/api/documents/${kept?.id}/content`)).status).toBe(200);
  });

  it('is nobody else’s, and that of a business belongs to all who act for it', async () => {
    const [business] = (await vaultOf('wichai')).businesses;
    const own = must(await put('wichai', 'place-map', 'map.pdf', pdf(510)), 201);
    const shared = must(await put('wichai', 'place-map', 'map.pdf', pdf(511), { business: business?.juristicId ?? '' }), 201);
    expect(shared.business).toEqual(business);
    expect((await vaultOf('somchai')).papers.filter(({ id }) => [own.id, shared.id].includes(id))).toEqual([]);
    expect((await content('somchai', `/api/vault/papers/${own.id}/content`)).status).toBe(404);
    expect(refused(await put('somchai', 'place-map', 'map.pdf', pdf(512), { business: business?.juristicId ?? '' })).code).toBe('not-allowed');
    expect((await api.call('somchai', 'DELETE', `/api/vault/papers/${own.id}`)).status).toBe(404);
    const file = await open(api, 'somchai', watthanaRestaurant);
    expect((await attach('somchai', file.id, 'place-map', own.id)).status).toBe(404);
  });

  it('refuses what no licence asks for, other kinds of files, and days that cannot be', async () => {
    expect(refused(await put('malee', 'id-card-copy', 'id.pdf', pdf(520)))).toMatchObject({ status: 400, fields: [{ code: 'unknown-document' }] });
    expect(refused(await put('malee', 'machine-list', 'list.png', png)).code).toBe('file-kind');
    expect(refused(await put('malee', 'floor-plan', 'plan.pdf', pdf(521), { issuedOn: 'yesterday' }))).toMatchObject({ status: 400, fields: [{ path: 'issuedOn' }] });
    expect(refused(await put('malee', 'floor-plan', 'plan.pdf', pdf(521), { issuedOn: '2199-01-01' }))).toMatchObject({ status: 422, fields: [{ path: 'issuedOn', code: 'in-the-future' }] });
    const paper = must(await put('malee', 'floor-plan', 'plan.pdf', pdf(522)), 201);
    expect(refused(await api.call('malee', 'PUT', `/api/vault/papers/${paper.id}/dates`, { issuedOn: '2026-02-02', expiresOn: '2026-02-01' }))).toMatchObject({ fields: [{ path: 'expiresOn' }] });
  });
});

describe('a licence that says how old a paper may be', () => {
  const karaoke = { ...laemChabangCafe, journey: 'open-a-restaurant' };

  it('takes no older one out of the vault, and says so before the case is sent', async () => {
    const code = 'own-health-certificate';
    const old = must(await put('malee', code, 'old.pdf', pdf(530), { issuedOn: monthsBefore(today, 4) }), 201);
    const fresh = must(await put('malee', code, 'new.pdf', pdf(531), { issuedOn: monthsBefore(today, 1) }), 201);
    expect((await vaultOf('malee')).kinds.find((kind) => kind.code === code)).toMatchObject({ freshMonths: 3 });
    const { id } = await open(api, 'malee', karaoke);
    await api.running.source.query(`UPDATE case_file SET licences = $2 WHERE id = $1`, [id, JSON.stringify([{ code: 'modern-drug-sale', version: 1 }])]);
    const faultOf = async () => must(await api.call<CaseCheck>('malee', 'GET', `/api/cases/${id}/check`), 200).documents.find((document) => document.code === code)?.problem?.en;

    expect(refused(await attach('malee', id, code, old.id))).toMatchObject({ status: 422, code: 'paper-too-old' });
    const attached = must(await attach('malee', id, code, fresh.id), 201);
    expect(await faultOf()).toBeUndefined();
    const dates = `/api/cases/${id}/documents/${attached.id}/dates`;
    must(await api.call('malee', 'PUT', dates, none), 200);
    expect(await faultOf()).toContain('Say when');
    must(await api.call('malee', 'PUT', dates, { issuedOn: monthsBefore(today, 4), expiresOn: null }), 200);
    expect(await faultOf()).toContain('3 months old at most');
    must(await api.call('malee', 'PUT', dates, { issuedOn: null, expiresOn: '2026-01-01' }), 200);
    expect(await faultOf()).toContain('has expired');
  });

  it('asks no day of papers whose age does not matter', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    must(await add(api, 'malee', id, 'floor-plan', 'plan.pdf', pdf(540)), 201);
    expect(must(await api.call<CaseCheck>('malee', 'GET', `/api/cases/${id}/check`), 200).documents.find(({ code }) => code === 'floor-plan')?.problem).toBeUndefined();
  });
});
