import type { BillView, CaseView, FiledAppeal, LicenceLifeView, LicenceView, NoticeView, RefundDue, TaskPage, WhyView, WrittenOrder } from '@anuyat/contract';
import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { FinalityClerk } from '@anuyat/decisions';
import { addDays, bangkokDate } from '@anuyat/dictionary';
import { verifyHistory } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { draftCase, submitDraft } from '../../../sandbox/src/scenario/applying';
import { Officers } from '../../../sandbox/src/scenario/deciding';
import { bringNearExpiry } from '../../../sandbox/src/scenario/near-expiry';
import { cafe } from '../../../sandbox/src/scenario/stories';
import { Visitor } from '../../../sandbox/src/scenario/visitor';
import { walkCase } from '../../../sandbox/src/scenario/walking';
import { startTestPortal, type TestPortal } from '../testing/start-test-portal';

let database: TestDatabase;
let owner: DataSource;
let portal: TestPortal;
let malee: Visitor;
let officers: Officers;
let licences: LicenceView[];
const quiet = (): void => undefined;
const query = <T = never>(sql: string, values: unknown[] = []): Promise<T[]> => portal.running.source.query(sql, values);
const numberOf = (code: string): string => licences.find((licence) => licence.code === code)?.number ?? '';
const lifeOf = (number: string): Promise<LicenceLifeView> => malee.get<LicenceLifeView>(`/api/licences/${number}`);
const termOf = async (number: string): Promise<string[]> => (await lifeOf(number)).parts.map(({ state }) => state);
const kinds = async (): Promise<string[]> => (await malee.get<NoticeView[]>('/api/notices')).map(({ kind }) => kind);
const reasons = { facts: 'ไม่แก้ไขตามที่แจ้ง', law: 'มาตรา 59', considerations: 'เป็นอันตรายต่อผู้อื่น' };

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource(database.ownerUrl, 'final-revocations').initialize();
  portal = await startTestPortal({ databaseUrl: database.appUrl, withWorker: true });
  malee = await new Visitor(portal.url, 'malee').signIn();
  officers = new Officers(portal.url);
  const file = await submitDraft(malee, await draftCase(malee, cafe));
  await walkCase(malee, file.id, officers, {}, quiet);
  licences = await malee.get<LicenceView[]>('/api/licences');
}, 120_000);
afterAll(async () => {
  await portal?.close();
  await owner?.destroy();
  await database?.dispose();
});

async function until(look: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; !(await look()); await new Promise((resolve) => setTimeout(resolve, 100))) if (Date.now() > end) throw new Error('Waited in vain.');
}

const pay = async (bill: BillView | null | undefined): Promise<void> => {
  const { origin, searchParams } = new URL(bill?.sandboxPayUrl ?? '');
  const paid = await fetch(`${origin}/bank/pay`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(Object.fromEntries(searchParams)) });
  expect(paid.ok).toBe(true);
};

/** Does what it is told while nothing can be issued or renewed: as if the licences’ queue were behind. */
async function beforeLicencesMove(act: () => Promise<void>): Promise<void> {
  const runner = owner.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(`LOCK TABLE licence IN EXCLUSIVE MODE`);
    await act();
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const send = async (number: string, type: string, data: object, id?: string): Promise<void> => {
  const { licence } = await lifeOf(number);
  await (await officers.of(licence.issuedBy.code)).post(`/api/applications/${id ?? licence.lifeId}/events`, { type, data });
};

/** Hears the holder, so that the order can follow at any moment. */
async function hear(number: string): Promise<void> {
  await send(number, 'register.intended', { against: 'revocation', ...reasons });
  await malee.post(`/api/applications/${(await lifeOf(number)).licence.lifeId}/events`, { type: 'register.heard', data: { words: 'แก้ไขแล้ว' } });
}
const revoke = (number: string): Promise<void> => send(number, 'register.revoked', { kind: 'own-law', knownOn: bangkokDate(new Date()), ...reasons });

async function appeal(number: string): Promise<FiledAppeal> {
  await until(async () => (await lifeOf(number)).order?.written?.mayAppeal === true);
  return malee.post<FiledAppeal>(`/api/applications/${(await lifeOf(number)).licence.lifeId}/appeals`, { grounds: 'แก้ไขก่อนมีคำสั่งแล้ว' });
}

/** Whoever decides on appeals under the licence's law. */
async function decide(appealId: string, act: string): Promise<void> {
  const [{ lane, office } = { lane: '', office: '' }] = await query<{ lane: string; office: string }>(
    `SELECT v.key AS lane, v.value ->> 'office' AS office FROM application a, jsonb_each(a.offices) v WHERE a.id = $1 ORDER BY v.key DESC LIMIT 1`, [appealId]);
  await (await officers.of(office)).post(`/api/applications/${appealId}/events`, { type: `${lane}.${act}`, data: reasons });
}

async function expectWhole(id: string): Promise<void> {
  const [row] = await query<{ code: string; version: number }>(`SELECT code, version FROM application WHERE id = $1`, [id]);
  expect(await verifyHistory(portal.running.source, id, portal.running.library.getLicence(row?.code ?? '', row?.version ?? 0))).toBeUndefined();
}

const refunds = (): Promise<{ application_id: string; amount: number }[]> => query(`SELECT application_id, amount FROM fee_refund ORDER BY recorded_at`);

describe('a renewal that was paid for', () => {
  it('goes through though the licence is suspended between the payment and the renewal: a suspension takes no time from a licence', async () => {
    const number = numberOf('food-premises-small');
    await bringNearExpiry(query, number, 20);
    await until(async () => (await lifeOf(number)).renewal.bill !== null);
    const { bill } = (await lifeOf(number)).renewal;
    await beforeLicencesMove(async () => {
      await pay(bill);
      await until(async () => (await termOf(number)).includes('renewing'));
      await send(number, 'register.suspendedAtOnce', { days: 10, urgency: 'อาหารเป็นพิษ', ...reasons });
    });
    await until(async () => (await lifeOf(number)).licence.edition === 2);
    expect((await lifeOf(number)).licence.status).toBe('suspended');
    await send(number, 'register.lifted', { note: 'แก้ไขแล้ว' });
    expect((await lifeOf(number)).licence).toMatchObject({ status: 'valid', edition: 2 });
  }, 90_000);

  it('rests when the licence is revoked before it is renewed, and renews for that payment when the revocation is annulled', async () => {
    const number = numberOf('food-premises-small');
    await bringNearExpiry(query, number, 20);
    await until(async () => (await lifeOf(number)).renewal.bill !== null);
    const { bill } = (await lifeOf(number)).renewal;
    await hear(number);
    await beforeLicencesMove(async () => {
      await pay(bill);
      await until(async () => (await termOf(number)).includes('renewing'));
      await revoke(number);
    });
    const filed = await appeal(number);
    await new FinalityClerk(portal.running.source, portal.running.registrar, portal.running.calendar, quiet).look(new Date(`${addDays(bangkokDate(new Date()), 90)}T00:00:00+07:00`));
    expect((await lifeOf(number)).licence).toMatchObject({ status: 'revoked', edition: 2 });
    await decide(filed.applicationId, 'annulled');
    await until(async () => (await lifeOf(number)).licence.edition === 3);
    const { licence, renewal, history } = await lifeOf(number);
    expect([licence.status, renewal.bill, await refunds()]).toEqual(['valid', null, []]);
    expect(history.map(({ what }) => what.en)).not.toContain('The revocation is final');
    await expectWhole(licence.lifeId ?? '');
  }, 90_000);

  it('is given back when the appeal against the revocation is lost', async () => {
    const number = numberOf('food-premises-small');
    await bringNearExpiry(query, number, 20);
    await until(async () => (await lifeOf(number)).renewal.bill !== null);
    const { bill } = (await lifeOf(number)).renewal;
    await hear(number);
    await beforeLicencesMove(async () => {
      await pay(bill);
      await until(async () => (await termOf(number)).includes('renewing'));
      await revoke(number);
    });
    const filed = await appeal(number);
    await decide(filed.applicationId, 'upheld');
    await until(async () => (await kinds()).includes('revocation-final') && (await refunds()).length > 0);
    const { licence, history } = await lifeOf(number);
    expect(history.map(({ what }) => what)).toContainEqual({ th: 'คำสั่งเพิกถอนใบอนุญาตถึงที่สุด', en: 'The revocation is final' });
    expect(await refunds()).toEqual([{ application_id: licence.lifeId, amount: bill?.total }]);
    await expectWhole(licence.lifeId ?? '');
  }, 90_000);
});

describe('what is filed about a licence', () => {
  it('ends when its revocation is final: told, with an order and its reasons, its fee to be given back, its task gone, and nothing of it twice', async () => {
    const number = numberOf('signboard-tax');
    const { licence } = await lifeOf(number);
    const officer = await officers.of(licence.issuedBy.code);
    await bringNearExpiry(query, number, 5);
    await until(async () => (await lifeOf(number)).renewal.isOpen);
    const { caseId } = await malee.post<{ caseId: string }>(`/api/licences/${number}/renewal`, {});
    const filed = await submitDraft(malee, await malee.get<CaseView>(`/api/cases/${caseId}`));
    const renewal = filed.details[0]?.id ?? '';
    await send(number, 'revenue.approved', {}, renewal);
    await until(async () => (await malee.get<CaseView>(`/api/cases/${caseId}`)).bills.length === 1);
    const [bill] = (await malee.get<CaseView>(`/api/cases/${caseId}`)).bills;
    const { caseId: changeCase } = await malee.post<{ caseId: string }>(`/api/licences/${number}/change`, {});
    await malee.patch(`/api/cases/${changeCase}/answers`, { base: (await malee.get<CaseView>(`/api/cases/${changeCase}`)).answersRevision, changes: { 'business.nameTh': 'ชื่อใหม่' } });
    const changed = await submitDraft(malee, await malee.get<CaseView>(`/api/cases/${changeCase}`));
    const change = changed.details[0]?.id ?? '';
    const taskOf = async (): Promise<number> => (await officer.get<TaskPage>(`/api/tasks?q=${changed.details[0]?.number}`)).items.length;
    await until(async () => (await taskOf()) === 1);

    await hear(number);
    await beforeLicencesMove(async () => {
      await pay(bill);
      await until(async () => (await malee.get<CaseView>(`/api/cases/${caseId}`)).details[0]?.status === 'issuing');
      await revoke(number);
    });
    await until(async () => (await kinds()).filter((kind) => kind === 'filing-rests').length === 2);
    const clerk = new FinalityClerk(portal.running.source, portal.running.registrar, portal.running.calendar, (error) => { throw error; });
    expect(await clerk.look(new Date(Date.now() + 13 * 86_400_000))).toBe(0);
    const afterTime = new Date(Date.now() + 90 * 86_400_000);
    const done = await Promise.all([clerk.look(afterTime), clerk.look(afterTime), officer.post(`/api/applications/${change}/events`, { type: 'revenue.approved', data: {} }).catch(() => undefined)]);
    expect(Number(done[0]) + Number(done[1])).toBeGreaterThan(0);
    await until(async () => (await kinds()).filter((kind) => kind === 'filing-ended').length === 2 && (await refunds()).some(({ application_id: id }) => id === renewal));
    expect(await clerk.look(afterTime)).toBe(0);

    for (const [id, about] of [[caseId, renewal], [changeCase, change]] as const) {
      const view = await malee.get<CaseView & { orders: WrittenOrder[] }>(`/api/cases/${id}`);
      expect(view.details[0]).toMatchObject({ status: 'returned' });
      expect(await query(`SELECT kind, facts LIKE '%' || $2 || '%' AS names FROM decision_order WHERE application_id = $1`, [about, number])).toEqual([{ kind: 'closing', names: true }]);
      expect((await query<{ type: string }>(`SELECT type FROM history WHERE application_id = $1 AND type = 'licence.gone'`, [about])).length).toBe(1);
      const { decisions } = await malee.get<WhyView>(`/api/cases/${id}/why`);
      expect(decisions.filter(({ kind }) => kind === 'end')).toMatchObject([{ because: [{ en: expect.stringContaining(number) }, { en: 'It was not appealed within the time that the law gives' }, {}], citations: [{ section: '42' }, { section: '44' }] }]);
      await expectWhole(about);
    }
    expect((await refunds()).filter(({ application_id: id }) => id === renewal || id === change)).toEqual([{ application_id: renewal, amount: bill?.total }]);
    await expect(malee.post(`/api/cases/${changeCase}/file-again`, {})).rejects.toThrow('bad-request');
    expect(await taskOf()).toBe(0);
    const due = await officer.get<RefundDue[]>('/api/office-money/refunds');
    expect(due).toMatchObject([{ caseId, amount: bill?.total, fee: 0 }]);
    await expect(malee.post(`/api/licences/${number}/renewal`, {})).rejects.toThrow('event-not-accepted');
  }, 120_000);
});
