import type { CaseCheck, CaseView, FiledAppeal, LicenceLifeView, LicenceView, NoticeView, TaskPage, TaskView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { verifyHistory } from '@anuyat/registrar';
import { submitDraft, draftCase } from '../../../sandbox/src/scenario/applying';
import { Officers } from '../../../sandbox/src/scenario/deciding';
import { bringNearExpiry } from '../../../sandbox/src/scenario/near-expiry';
import { renewByPaying } from '../../../sandbox/src/scenario/renewing';
import { cafe } from '../../../sandbox/src/scenario/stories';
import { Visitor } from '../../../sandbox/src/scenario/visitor';
import { walkCase } from '../../../sandbox/src/scenario/walking';
import { startTestPortal, type TestPortal } from '../testing/start-test-portal';

let portal: TestPortal;
let malee: Visitor;
let officers: Officers;
let licences: LicenceView[];
const quiet = (): void => undefined;
const query = (sql: string, values: unknown[]): Promise<unknown> => portal.running.source.query(sql, values);
const numberOf = (code: string): string => licences.find((licence) => licence.code === code)?.number ?? '';
const lifeOf = (number: string): Promise<LicenceLifeView> => malee.get<LicenceLifeView>(`/api/licences/${number}`);

beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  malee = await new Visitor(portal.url, 'malee').signIn();
  officers = new Officers(portal.url);
  const file = await submitDraft(malee, await draftCase(malee, cafe));
  await walkCase(malee, file.id, officers, {}, quiet);
  licences = await malee.get<LicenceView[]>('/api/licences');
}, 120_000);
afterAll(() => portal?.close());

async function until(look: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; !(await look()); await new Promise((resolve) => setTimeout(resolve, 200))) if (Date.now() > end) throw new Error('Waited in vain.');
}

it('a licence near its last day is renewed by nothing but a payment, with reminders before it', async () => {
  const number = numberOf('food-premises-small');
  const before = await lifeOf(number);
  await bringNearExpiry(query, number, 20);
  const after = await renewByPaying(malee, quiet, number);
  expect(after.licence).toMatchObject({ status: 'valid', edition: 2 });
  expect(after.renewal.bill).toBeNull();
  expect(after.editions.map(({ why }) => why)).toEqual(['renewed', 'issued']);
  expect(after.history.map(({ what }) => what.en)).toEqual(expect.arrayContaining(['Reminded that it expires soon', 'Renewal opened', 'Fee paid', 'Renewed']));
  expect(before.licence.edition).toBe(1);
  const { version, id } = await application(number);
  expect(await verifyHistory(portal.running.source, id, portal.running.library.getLicence('food-premises-small:life', version))).toBeUndefined();
}, 90_000);

it('a licence that is renewed by filing gets a draft filled in with the last one, and its next edition under the same number', async () => {
  const number = numberOf('signboard-tax');
  await bringNearExpiry(query, number, 20);
  await until(async () => (await lifeOf(number)).renewal.isOpen);
  const renewal = (): Promise<{ caseId: string }> => malee.post(`/api/licences/${number}/renewal`, {});
  const [{ papers }] = (await query(`WITH expired AS (UPDATE document SET expires_on = '2026-01-01' WHERE case_id = (SELECT case_id FROM licence WHERE number = $1) RETURNING id) SELECT array_agg(id) AS papers FROM expired`, [number])) as [{ papers: string[] }];
  const { caseId: early } = await renewal();
  expect((await malee.get<CaseView>(`/api/cases/${early}`)).documents).toEqual([]);
  expect((await malee.get<CaseCheck>(`/api/cases/${early}/check`)).documents.filter(({ problem }) => problem?.en.startsWith('Add “')).length).toBeGreaterThan(0);
  await malee.call('DELETE', `/api/cases/${early}`);
  await query(`UPDATE document SET expires_on = NULL WHERE id = ANY($1)`, [papers]);
  const { caseId } = await renewal();
  expect(await malee.post<{ caseId: string }>(`/api/licences/${number}/renewal`, {})).toEqual({ caseId });
  const draft = await malee.get<CaseView>(`/api/cases/${caseId}`);
  expect(draft.answers).toMatchObject({ signs: cafe.rest['signs'] });
  expect(draft.documents.length).toBeGreaterThan(0);
  const filed = await submitDraft(malee, draft);
  expect((await lifeOf(number)).parts.map(({ state }) => state)).toContain('pending');
  await walkCase(malee, filed.id, officers, {}, quiet);
  await until(async () => (await lifeOf(number)).licence.edition === 2);
  const renewed = await lifeOf(number);
  expect(renewed.licence.status).toBe('valid');
  expect((await malee.get<LicenceView[]>('/api/licences')).filter(({ code }) => code === 'signboard-tax')).toHaveLength(1);
}, 120_000);

it('whoever checks a licence sees that it is suspended, and since when', async () => {
  const number = numberOf('commercial-registration');
  const { licence } = await lifeOf(number);
  const officer = await officers.of(licence.issuedBy.code);
  const reasons = { facts: 'ไม่พบสถานประกอบการ', law: 'พระราชบัญญัติทะเบียนพาณิชย์ พ.ศ. 2499', considerations: 'ติดต่อผู้ประกอบการไม่ได้' };
  await officer.post(`/api/applications/${licence.lifeId}/events`, { type: 'register.intended', data: { against: 'suspension', ...reasons } });
  await malee.post(`/api/applications/${licence.lifeId}/events`, { type: 'register.heard', data: { words: 'ย้ายร้านชั่วคราว' } });
  await officer.post(`/api/applications/${licence.lifeId}/events`, { type: 'register.suspended', data: { days: 10, ...reasons } });
  const check = await portal.call<{ licence: LicenceView }>(null, 'GET', `/api/licences/${number}/verify`);
  expect(check.body.licence).toMatchObject({ status: 'suspended', since: expect.any(String) });
  await until(async () => (await officer.get<{ items: { number: string }[] }>(`/api/tasks?q=${number}`)).items.length === 0);
  await until(async () => (await lifeOf(number)).order?.written != null);
  const written = (await lifeOf(number)).order?.written;
  expect(written).toMatchObject({ kind: 'suspension', outcome: 'suspended', ...reasons, mayAppeal: true, remedy: { days: 15, citation: { section: '44' }, until: expect.any(String) } });
  for (const who of ['malee', null]) {
    const { status, body } = await portal.call<Buffer>(who, 'GET', `/api/orders/${written?.id}/paper`);
    expect([status, who === null || body.subarray(0, 5).toString()]).toEqual(who === null ? [401, true] : [200, '%PDF-']);
  }
});

it('a suspension is appealed on the portal; annulled, it is over, and the licence holds with its clocks', async () => {
  const number = numberOf('commercial-registration');
  const { licence, order } = await lifeOf(number);
  const appeal = await malee.post<FiledAppeal>(`/api/applications/${licence.lifeId}/appeals`, { grounds: 'ย้ายร้านชั่วคราวและแจ้งไว้แล้ว' });
  expect(appeal).toMatchObject({ number: `${number}-A1`, isLate: false });
  expect((await lifeOf(number)).order?.written).toMatchObject({ mayAppeal: false, appeal: { number: appeal.number, status: 'in-review' } });
  await expect(malee.post(`/api/applications/${licence.lifeId}/appeals`, { grounds: 'อีกครั้ง' })).rejects.toThrow('appeal-not-open');
  const officer = await officers.of(licence.issuedBy.code);
  await until(async () => (await officer.get<{ items: { applicationId: string }[] }>(`/api/tasks?q=${appeal.number}`)).items.length === 1);
  const [task] = (await officer.get<{ items: { id: string }[] }>(`/api/tasks?q=${appeal.number}`)).items;
  expect((await officer.get<TaskView>(`/api/tasks/${task?.id}`)).appeal).toMatchObject({ against: { applicationId: licence.lifeId, number }, order: { id: order?.written?.id, kind: 'suspension' } });
  await officer.post(`/api/applications/${appeal.applicationId}/events`, { type: 'issuer.annulled', data: { facts: 'แจ้งย้ายไว้แล้ว', law: 'มาตรา 45', considerations: 'เหตุพักใช้ไม่มีแล้ว' } });
  await until(async () => (await lifeOf(number)).licence.status === 'valid');
  const { order: none, history } = await lifeOf(number);
  expect([none, history[0]?.what.en]).toEqual([null, 'Order annulled on appeal']);
  const { version, id } = await application(number);
  expect(await verifyHistory(portal.running.source, id, portal.running.library.getLicence('commercial-registration:life', version))).toBeUndefined();
}, 60_000);

it('a renewal that stood open when its licence was revoked rests without a bill, and goes on when the revocation is annulled', async () => {
  const number = numberOf('signboard-tax');
  const before = (await lifeOf(number)).licence;
  await bringNearExpiry(query, number, 5);
  await until(async () => (await lifeOf(number)).renewal.isOpen);
  const { caseId } = await malee.post<{ caseId: string }>(`/api/licences/${number}/renewal`, {});
  const filed = await submitDraft(malee, await malee.get<CaseView>(`/api/cases/${caseId}`));
  const kinds = async (): Promise<string[]> => (await malee.get<NoticeView[]>('/api/notices')).map(({ kind }) => kind);
  const officer = await officers.of(before.issuedBy.code);
  const reasons = { facts: 'ป้ายไม่ตรงตามที่ยื่น', law: 'พระราชบัญญัติภาษีป้าย พ.ศ. 2510', considerations: 'ไม่แก้ไขตามที่แจ้ง' };
  const send = (id: string | null, type: string, data: object) => officer.post(`/api/applications/${id}/events`, { type, data });
  await send(before.lifeId, 'register.intended', { against: 'revocation', ...reasons });
  await malee.post(`/api/applications/${before.lifeId}/events`, { type: 'register.heard', data: { words: 'แก้ไขแล้ว' } });
  await send(before.lifeId, 'register.revoked', { kind: 'own-law', knownOn: bangkokDate(new Date()), ...reasons });
  await until(async () => (await kinds()).includes('filing-rests'));
  const resting = async (): Promise<(boolean | undefined)[]> => {
    const [listed] = (await officer.get<TaskPage>(`/api/tasks?q=${filed.details[0]?.number}`)).items;
    return [listed?.isResting, (await officer.get<TaskView>(`/api/tasks/${listed?.id}`)).isResting];
  };
  expect(await resting()).toEqual([true, true]);

  await send(filed.details[0]?.id ?? null, 'revenue.approved', {});
  await until(async () => (await portal.running.source.query(`SELECT FROM outbox WHERE application_id = $1`, [filed.details[0]?.id])).length === 0);
  expect(await malee.get<CaseView>(`/api/cases/${caseId}`)).toMatchObject({ bills: [], details: [{ status: 'awaiting-payment' }], move: { who: 'nobody', what: { en: expect.stringContaining('There is nothing to pay') } } });

  const appeal = await malee.post<FiledAppeal>(`/api/applications/${before.lifeId}/appeals`, { grounds: 'แก้ไขป้ายก่อนมีคำสั่งแล้ว' });
  await send(appeal.applicationId, 'issuer.annulled', { facts: 'แก้ไขแล้ว', law: 'มาตรา 45', considerations: 'ไม่มีเหตุเพิกถอน' });
  await until(async () => (await malee.get<CaseView>(`/api/cases/${caseId}`)).bills.length === 1);
  expect((await kinds()).slice(0, 6)).toContain('filing-goes-on');
  await walkCase(malee, caseId, officers, {}, quiet);
  await until(async () => (await lifeOf(number)).licence.edition === before.edition + 1);
  const renewed = (await lifeOf(number)).licence;
  // A tax year that ends soon is told of at once.
  expect(['valid', 'expiring']).toContain(renewed.status);
  expect(String(renewed.validUntil) > bangkokDate(new Date(Date.now() + 5 * 86_400_000))).toBe(true);
  const { version, id } = await application(number);
  expect(await verifyHistory(portal.running.source, id, portal.running.library.getLicence('signboard-tax:life', version))).toBeUndefined();
}, 120_000);

async function application(number: string): Promise<{ id: string; version: number }> {
  const [row]: { id: string; version: number }[] = await portal.running.source.query(`SELECT id, version FROM application WHERE life_of = $1`, [number]);
  if (!row) throw new Error('It has no life.');
  return row;
}

it('a change is judged only by the offices that read what changed, and makes the next edition', async () => {
  const number = numberOf('food-premises-small');
  const { licence } = await lifeOf(number);
  const { caseId } = await malee.post<{ caseId: string }>(`/api/licences/${number}/change`, {});
  const draft = await malee.get<CaseView>(`/api/cases/${caseId}`);
  await expect(submitDraft(malee, draft)).rejects.toThrow('case-incomplete');
  const base = draft.answersRevision;
  await malee.patch(`/api/cases/${caseId}/answers`, { base, changes: { 'business.nameTh': 'ชื่อใหม่ของร้าน' } });
  const filed = await submitDraft(malee, await malee.get<CaseView>(`/api/cases/${caseId}`));
  expect(filed.details.map(({ code }) => code)).toEqual(['food-premises-small:change']);
  expect(filed.bills).toEqual([]);
  await walkCase(malee, caseId, officers, {}, quiet);
  await until(async () => (await lifeOf(number)).licence.edition === licence.edition + 1);
  const changed = await lifeOf(number);
  expect(changed.licence).toMatchObject({ number, businessName: { th: 'ชื่อใหม่ของร้าน' }, validUntil: licence.validUntil });
  expect(changed.editions[0]?.why).toBe('amended');
}, 90_000);

it('a change that its law charges for is billed, and takes effect when it is paid', async () => {
  const number = numberOf('commercial-registration');
  const { licence } = await lifeOf(number);
  const { caseId } = await malee.post<{ caseId: string }>(`/api/licences/${number}/change`, {});
  const draft = await malee.get<CaseView>(`/api/cases/${caseId}`);
  await malee.patch(`/api/cases/${caseId}/answers`, { base: draft.answersRevision, changes: { 'business.nameTh': 'ชื่อที่สามของร้าน' } });
  const filed = await submitDraft(malee, await malee.get<CaseView>(`/api/cases/${caseId}`));
  expect(filed.details.map(({ code }) => code)).toEqual(['commercial-registration:change']);
  const officer = await officers.of(licence.issuedBy.code);
  await officer.post(`/api/applications/${filed.details[0]?.id}/events`, { type: 'registry.approved', data: {} });
  await until(async () => (await malee.get<CaseView>(`/api/cases/${caseId}`)).bills.length === 1);
  const { bills } = await malee.get<CaseView>(`/api/cases/${caseId}`);
  expect(bills).toMatchObject([{ total: 2_000, status: 'due' }]);
  expect((await lifeOf(number)).licence.edition).toBe(licence.edition);
  await walkCase(malee, caseId, officers, {}, quiet);
  await until(async () => (await lifeOf(number)).licence.edition === licence.edition + 1);
  expect((await lifeOf(number)).licence.businessName?.th).toBe('ชื่อที่สามของร้าน');
}, 90_000);
