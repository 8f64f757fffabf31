import { randomUUID } from 'node:crypto';
import type { AnswersSaved, CaseCheck, CaseView } from '@anuyat/contract';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { watthanaRestaurant } from './testing/answers';
import { startTestApi, type TestApi } from './testing/test-api';
import { fill, must, submit } from './testing/walk';

const code = 'food-premises-small';
let api: TestApi;
let draft: { id: string; answersRevision: number };
let next: LicenceDefinition;

const read = async () => must(await api.call<CaseView>('malee', 'GET', `/api/cases/${draft.id}`), 200);
const inForce = (): LicenceDefinition => {
  const found = api.running.library.findNewestLicence(code);
  if (!found) throw new Error('It is not published.');
  return found.definition;
};

/** A question goes, another comes, and so do a paper and a fee. */
function successor(): LicenceDefinition {
  const definition = structuredClone({ ...inForce(), version: inForce().version + 1 });
  const food = definition.form.properties?.['food'];
  if (!food?.properties) throw new Error('The licence asks nothing about food.');
  delete food.properties['hasGreaseTrap'];
  food.required = food.required?.filter((name) => name !== 'hasGreaseTrap');
  food.properties['opensAt'] = { type: 'string', maxLength: 5, 'x-data-class': 'business' };
  definition.documents.push({ code: 'kitchen-plan', isRequired: false, accepts: ['application/pdf'], maxBytes: 1_000_000, maxFiles: 1 });
  definition.fees.push({ code: 'stamp', amount: '100', range: { min: 100, max: 100 }, source: { from: 'spec', isVerified: false, effectiveFrom: '2026-01-01' } });
  Object.assign(definition.texts.th, { 'fields.food.opensAt': 'เวลาเปิด', 'documents.kitchen-plan': 'ผังครัว', 'fees.stamp': 'ค่าอากร' });
  Object.assign(definition.texts.en, { 'fields.food.opensAt': 'Opening time', 'documents.kitchen-plan': 'Kitchen plan', 'fees.stamp': 'Stamp' });
  return JSON.parse(JSON.stringify(definition).replaceAll(/"x-when":"[^"]*hasGreaseTrap[^"]*"/g, '"x-when":"true"')) as LicenceDefinition;
}

beforeAll(async () => {
  api = await startTestApi();
  draft = await fill(api, 'malee', watthanaRestaurant);
  expect((await read()).carriedOver).toBeUndefined();
  next = successor();
  await api.running.source.transaction((tx) => api.running.library.publish(tx, 'licence', next));
}, 60_000);
afterAll(() => api.close());

describe('a draft whose licence gets a new version', () => {
  it('is told what changed, in both languages, and loses nothing that was typed', async () => {
    const { carriedOver, answers } = await read();
    const [licence] = carriedOver?.licences ?? [];
    expect(licence).toMatchObject({ code, from: next.version - 1, to: next.version });
    expect(licence?.changes.map(({ what }) => what.en)).toEqual(expect.arrayContaining(['New question: Opening time', 'New document: Kitchen plan', 'New fee: Stamp']));
    expect(licence?.changes.some(({ kind, what }) => kind === 'questions-removed' && /[ก-๙]/.test(what.th))).toBe(true);
    expect((answers['food'] as Record<string, unknown>)['hasGreaseTrap']).toBeDefined();
  });

  it('shows the answers that are asked no more, aside', async () => {
    const { carriedOver } = await read();
    expect(carriedOver?.setAside).toEqual([expect.objectContaining({ path: 'food.hasGreaseTrap', title: expect.objectContaining({ th: expect.any(String) }) })]);
  });

  it('keeps what a window with the old form still sends', async () => {
    const saved = must(await api.call<AnswersSaved>('malee', 'PATCH', `/api/cases/${draft.id}/answers`, { base: draft.answersRevision, changes: { 'food.hasGreaseTrap': false } }), 200);
    draft.answersRevision = saved.answersRevision;
    expect((await read()).carriedOver?.setAside).toMatchObject([{ path: 'food.hasGreaseTrap', value: false }]);
  });

  it('still tells it when the answers change what the case asks for', async () => {
    const saved = must(await api.call<AnswersSaved>('malee', 'PATCH', `/api/cases/${draft.id}/answers`, { base: draft.answersRevision, changes: { 'plan.roastsCoffee': false } }), 200);
    draft.answersRevision = saved.answersRevision;
    expect((await read()).carriedOver?.licences).toHaveLength(1);
  });

  it('is charged and asked by the new version', async () => {
    const check = must(await api.call<CaseCheck>('malee', 'GET', `/api/cases/${draft.id}/check`), 200);
    expect(check.licences.find((licence) => licence.code === code)?.fee.map((line) => line.code)).toContain('stamp');
    expect(check.documents.map((document) => document.code)).toContain('kitchen-plan');
  });

  it('tells it no more once it was read; what is aside stays there', async () => {
    const seen = must(await api.call<CaseView>('malee', 'POST', `/api/cases/${draft.id}/versions-seen`), 200);
    expect(seen.carriedOver).toMatchObject({ licences: [], setAside: [{ path: 'food.hasGreaseTrap' }] });
  });

  it('is filed under the new version, and keeps aside what was not sent', async () => {
    const filed = must(await submit(api, 'malee', draft.id, draft.answersRevision, randomUUID()), 200);
    expect(filed.details.find((application) => application.code === code)?.version).toBe(next.version);
    expect((filed.answers['food'] as Record<string, unknown>)['hasGreaseTrap']).toBeUndefined();
    expect(filed.carriedOver).toMatchObject({ licences: [], setAside: [{ path: 'food.hasGreaseTrap', value: false }] });
  });
});
