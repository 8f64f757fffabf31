import type { CasePage, MandatesView, Me, TimelineEntry } from '@anuyat/contract';
import { personaAccountId } from '@anuyat/identity';
import { draftCase, submitDraft } from '../../sandbox/src/scenario/applying';
import { cafe, factory } from '../../sandbox/src/scenario/stories';
import { Refused, Visitor } from '../../sandbox/src/scenario/visitor';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const company = '0205568000016';
const kitchen = '0105999999013';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
}, 60_000);
afterAll(() => portal.close());

const signIn = (hint: string): Promise<Visitor> => new Visitor(portal.url, hint).signIn();
const actFor = (visitor: Visitor, juristicId: string | null): Promise<void> => visitor.post('/api/mandates/acting', { juristicId });
const mandates = (visitor: Visitor): Promise<MandatesView> => visitor.get<MandatesView>('/api/mandates');
const refusal = async (act: Promise<unknown>): Promise<string> => act.then(() => 'taken', (error: unknown) => (error instanceof Refused ? (error.problem.code ?? '') : String(error)));
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
};
const later = '2199-12-31';

describe('a director', () => {
  it('is who the register names: by name only, which is told, with the register’s words on who signs', async () => {
    const somchai = await signIn('somchai');
    await somchai.post('/api/mandates/directorships', { juristicId: kitchen });
    const { mine } = await mandates(somchai);
    expect(mine).toMatchObject([{ company: { juristicId: kitchen, name: { en: 'Imaginary Kitchen Co., Ltd.' } }, ground: 'director', isByNameOnly: true, signing: expect.stringContaining('ลงลายมือชื่อร่วมกับ') }]);
    await somchai.post('/api/mandates/directorships', { juristicId: kitchen });
    expect((await mandates(somchai)).mine).toHaveLength(1);
  });

  it.each([
    ['somebody whom the register does not name', 'wichai', kitchen, 'not-a-director'],
    ['one of a company that is not active any more', 'somchai', '0105999999021', 'company-not-active'],
    ['one of a company that the register does not know', 'somchai', '0999999999999', 'not-found'],
  ])('is not %s', async (_, hint, juristicId, code) => {
    expect(await refusal((await signIn(hint)).post('/api/mandates/directorships', { juristicId }))).toBe(code);
  });
});

describe('who acts for a company', () => {
  it('is chosen for the session, is seen in the account, and leaves the person’s own matters aside', async () => {
    const wichai = await signIn('wichai');
    const own = await draftCase(wichai, cafe);
    await actFor(wichai, company);
    const { account } = await wichai.get<Me>('/api/auth/me');
    expect(account).toMatchObject({ name: { en: 'Example Chonburi Co., Ltd.' }, roles: ['applicant'], offices: [], actingAs: { person: { en: 'Wichai Tuayang' }, acts: ['file', 'licences', 'prepare'] } });
    expect((await wichai.get<CasePage>('/api/cases')).items).toEqual([]);
    expect(await refusal(wichai.get(`/api/cases/${own.id}`))).toBe('not-found');
    await actFor(wichai, null);
    expect((await wichai.get<CasePage>('/api/cases')).items.map(({ id }) => id)).toContain(own.id);
  });

  it('stands in the history as the person that it was, with the company behind', async () => {
    const wichai = await signIn('wichai');
    await actFor(wichai, company);
    const file = await submitDraft(wichai, await draftCase(wichai, factory));
    const [row]: { actor: object }[] = await portal.running.source.query(`SELECT actor FROM history WHERE application_id = $1 ORDER BY revision LIMIT 1`, [file.applications[0]?.id]);
    expect(row?.actor).toMatchObject({ kind: 'person', accountId: personaAccountId('wichai'), name: { en: 'Wichai Tuayang' }, onBehalfOf: { name: { en: 'Example Chonburi Co., Ltd.' } } });
    const lines = await wichai.get<TimelineEntry[]>(`/api/applications/${file.applications[0]?.id}/history`);
    expect(lines.map(({ by }) => by.en)).toContain('Wichai Tuayang on behalf of Example Chonburi Co., Ltd.');
  });

  it('holds a mandate for it', async () => {
    expect(await refusal(actFor(await signIn('malee'), company))).toBe('mandate-ended');
  });
});

describe('a power of attorney', () => {
  const ask = (visitor: Visitor, acts: string[]): Promise<{ id: string }> => visitor.post('/api/mandates/requests', { juristicId: company, acts, until: later, words: 'ช่วยเตรียมเอกสาร' });

  it('is asked for, seen by the directors alone, and given by one of them', async () => {
    const [malee, wichai, somchai] = await Promise.all([signIn('malee'), signIn('wichai'), signIn('somchai')]);
    const { id } = await ask(malee, ['prepare']);
    expect((await mandates(wichai)).toDecide).toMatchObject([{ id, asker: { en: 'Malee Meesuk' }, acts: ['prepare'], words: 'ช่วยเตรียมเอกสาร' }]);
    expect((await mandates(somchai)).toDecide).toEqual([]);
    expect(await refusal(somchai.post(`/api/mandates/requests/${id}/decision`, { isGranted: true }))).toBe('not-found');
    expect(await refusal(malee.post(`/api/mandates/requests/${id}/decision`, { isGranted: true }))).toBe('not-found');
    await wichai.post(`/api/mandates/requests/${id}/decision`, { isGranted: true });
    expect(await refusal(wichai.post(`/api/mandates/requests/${id}/decision`, { isGranted: false }))).toBe('not-found');
    const view = await mandates(malee);
    expect(view.asked).toMatchObject([{ id, decision: 'granted' }]);
    expect(view.mine).toMatchObject([{ ground: 'power-of-attorney', acts: ['prepare'], until: '2199-12-31T17:00:00.000Z', isByNameOnly: false }]);
  });

  it('shares the company’s cases, covers what it names and nothing else, and ends at once when it is taken back', async () => {
    const [malee, wichai] = await Promise.all([signIn('malee'), signIn('wichai')]);
    await actFor(wichai, company);
    const theirs = (await wichai.get<CasePage>('/api/cases')).items.map(({ id }) => id);
    await actFor(malee, company);
    expect((await malee.get<CasePage>('/api/cases')).items.map(({ id }) => id)).toEqual(theirs);
    const draft = await draftCase(malee, factory);
    expect(await refusal(submitDraft(malee, draft))).toBe('out-of-mandate');
    expect((await submitDraft(wichai, draft)).status).not.toBe('draft');

    const [given] = (await mandates(wichai)).given;
    await wichai.call('DELETE', `/api/mandates/${given?.id}`);
    await until(async () => (await refusal(malee.get('/api/cases'))) === 'mandate-ended');
    expect(await refusal(malee.get('/api/auth/me'))).toBe('taken');
    await actFor(malee, null);
    expect(await refusal(malee.get('/api/cases'))).toBe('taken');
    expect(await refusal(actFor(malee, company))).toBe('mandate-ended');
  });

  it('is over when its last day is', async () => {
    const [malee, wichai] = await Promise.all([signIn('malee'), signIn('wichai')]);
    const { id } = await malee.post<{ id: string }>('/api/mandates/requests', { juristicId: company, acts: ['file'], until: '2020-01-01', words: 'ย้อนหลัง' });
    await wichai.post(`/api/mandates/requests/${id}/decision`, { isGranted: true });
    expect((await mandates(malee)).mine).toEqual([]);
  });
});
