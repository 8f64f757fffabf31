import { randomUUID } from 'node:crypto';
import type { AnswersSaved, CaseCheck, CasePage, CaseView, ComposedForm } from '@anuyat/contract';
import { estateFactory, laemChabangCafe, watthanaRestaurant } from './testing/answers';
import { startTestApi, type Reply, type TestApi } from './testing/test-api';
import { fill, must, open, refused } from './testing/walk';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close());

const read = async (id: string) => must(await api.call<CaseView>('malee', 'GET', `/api/cases/${id}`), 200);
const patch = (id: string, base: number, changes: unknown, more: object = {}) => api.call<AnswersSaved>('malee', 'PATCH', `/api/cases/${id}/answers`, { base, changes, ...more });
const raw = (method: 'POST' | 'PATCH', url: string, payload: string) => api.call('malee', method, url, payload, { 'content-type': 'application/json' });

describe('opening a draft', () => {
  it('takes over what the journey’s questions were answered, and asks for every needed licence', async () => {
    const draft = await open(api, 'malee', watthanaRestaurant);
    expect(draft).toMatchObject({
      status: 'draft', number: null, answersRevision: 1, answers: watthanaRestaurant.questions, place: { district: { code: '1039' }, estate: null },
      may: ['edit', 'submit', 'discard'], move: { who: 'applicant', link: `/my/cases/${draft.id}` },
    });
    const check = must(await api.call<CaseCheck>('malee', 'GET', `/api/cases/${draft.id}/check`), 200);
    expect(check.licences.map(({ code }) => code)).toEqual(['commercial-registration', 'food-premises-small', 'liquor-sale', 'signboard-tax']);
    expect(check.licences.find(({ code }) => code === 'food-premises-small')).toMatchObject({ isFeeKnown: true, feeTotal: 60_000 });
    expect(check.licences.find(({ code }) => code === 'signboard-tax')).toMatchObject({ isFeeKnown: false, feeTotal: 0 });
  });

  it('lets the applicant leave licences out, but not one that another waits for', async () => {
    const { journey, questions: answers } = watthanaRestaurant;
    const some = must(await api.call<CaseView>('malee', 'POST', '/api/cases', { journey, answers, licences: ['commercial-registration', 'food-premises-small'] }), 201);
    expect(must(await api.call<CaseCheck>('malee', 'GET', `/api/cases/${some.id}/check`), 200).licences).toHaveLength(2);
    const torn = refused(await api.call('malee', 'POST', '/api/cases', { journey: estateFactory.journey, answers: estateFactory.questions, licences: ['factory-type-3'] }));
    expect(torn).toMatchObject({ status: 422, code: 'answers-invalid', fields: [{ path: 'licences.factory-type-3', code: 'waits-for' }] });
    const extra = refused(await api.call('malee', 'POST', '/api/cases', { journey, answers, licences: ['food-premises-large'] }));
    expect(extra).toMatchObject({ status: 422, fields: [{ path: 'licences.food-premises-large', code: 'not-needed' }] });
  });

  it('gives the same draft for the same key', async () => {
    const body = { journey: laemChabangCafe.journey, answers: laemChabangCafe.questions };
    const key = { 'idempotency-key': randomUUID() };
    const [one, two] = await Promise.all([1, 2].map(() => api.call<CaseView>('malee', 'POST', '/api/cases', body, key)));
    expect([one?.status, one?.body.id]).toEqual([201, two?.body.id]);
    expect(refused(await api.call('malee', 'POST', '/api/cases', { ...body, licences: ['commercial-registration'] }, key)).code).toBe('key-reused');
  });

  it('refuses questions that are not answered, a place that does not fit together, and a journey that is not there', async () => {
    const { journey, questions } = watthanaRestaurant;
    const plan = { sellsLiquor: true };
    expect(refused(await api.call('malee', 'POST', '/api/cases', { journey, answers: { ...questions, plan } })).fields?.map(({ path }) => path)).toEqual(['plan.hasSign', 'plan.roastsCoffee', 'plan.hasLiveMusic']);
    const premises = { areaSqm: 1, address: { subdistrict: '103901', district: '1039', province: '20', postcode: '10110' } };
    expect(refused(await api.call('malee', 'POST', '/api/cases', { journey, answers: { ...questions, premises } })).fields).toMatchObject([{ path: 'premises.address.province', code: 'place-mismatch' }]);
    expect(refused(await api.call('malee', 'POST', '/api/cases', { journey: 'build-a-castle', answers: {} }))).toMatchObject({ status: 400, fields: [{ path: 'journey' }] });
  });

  it('fills in the company that one may act for, when there is no other', async () => {
    await api.running.source.query(`INSERT INTO company_mandate (account_id, juristic_id, name_th, name_en, ground) SELECT id, '0105999999994', 'บริษัท ตัวอย่างกรุงเทพ จำกัด', 'Example Bangkok Co., Ltd.', 'director' FROM account WHERE subject = 'sandbox-anna'`);
    const answers = { ...laemChabangCafe.questions, applicant: { kind: 'juristic' } };
    const draft = must(await api.call<CaseView>('anna', 'POST', '/api/cases', { journey: 'open-a-restaurant', answers }), 201);
    expect(draft.answers['applicant']).toEqual({ kind: 'juristic', juristicId: '0105999999994', nameTh: 'บริษัท ตัวอย่างกรุงเทพ จำกัด', nameEn: 'Example Bangkok Co., Ltd.' });
  });
});

describe('the one form', () => {
  it('asks a shared fact once and has words in both languages on every field', async () => {
    const { id } = await open(api, 'malee', watthanaRestaurant);
    const form = must(await api.call<ComposedForm>('malee', 'GET', `/api/cases/${id}/form`), 200);
    expect(form.topics.map((topic) => topic.id)).toEqual(expect.arrayContaining(['applicant', 'business', 'premises', 'workers', 'signs', 'commerce', 'food', 'liquor']));
    expect(form.topics.find((topic) => topic.id === 'premises')?.askedBy.map(({ code }) => code)).toEqual(['commercial-registration', 'food-premises-small', 'liquor-sale', 'signboard-tax']);
    const untitled: string[] = [];
    const walk = (schema: ComposedForm['schema'], path: string): void => {
      const title = schema['x-title'];
      const isTopic = path !== '' && !path.includes('.');
      if (path !== '' && !isTopic && !(title?.th && title.en)) untitled.push(path);
      if (schema.enum?.some((value) => !schema['x-labels']?.[String(value)]?.th)) untitled.push(`${path}=`);
      for (const [name, field] of Object.entries((schema.items ?? schema).properties ?? {})) walk(field, path ? `${path}.${name}` : name);
    };
    walk(form.schema, '');
    expect(untitled).toEqual([]);
    expect([...form.topics, ...form.documents].filter(({ title }) => !title.th || !title.en || title.th === title.en)).toEqual([]);
  });
});

describe('saving answers', () => {
  it('keeps right, wrong and half answers, and tells what is not right in the topics that were touched', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const saved = must(await patch(id, 1, { 'applicant.personalId': '1-2345-67890-12-3', 'applicant.firstName': 'มาลี', 'applicant.phone': '081' }), 200);
    expect(saved.answersRevision).toBe(2);
    expect(saved.problems.every(({ path }) => path.startsWith('applicant.'))).toBe(true);
    expect(saved.problems).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'applicant.personalId', code: 'wrong-format' }), expect.objectContaining({ path: 'applicant.lastName', code: 'missing' })]));
    expect((await read(id)).answers['applicant']).toEqual({ kind: 'person', personalId: '1234567890123', firstName: 'มาลี', phone: '081' });
  });

  it('takes a fact away with null, and gives no new revision when nothing changed', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    must(await patch(id, 1, { 'applicant.firstName': 'มาลี' }), 200);
    must(await patch(id, 2, { 'applicant.firstName': null }), 200);
    expect((await read(id)).answers['applicant']).toEqual({ kind: 'person' });
    expect(must(await patch(id, 3, { 'applicant.firstName': null, 'applicant.kind': 'person' }), 200).answersRevision).toBe(3);
  });

  it('follows a place that grows: another licence takes the place of the first, and nothing typed is lost', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const cleared = must(await patch(id, 1, { 'premises.areaSqm': null, 'food.seats': 80 }), 200);
    expect(cleared.licences).toBeUndefined();
    const grown = must(await patch(id, 2, { 'premises.areaSqm': 320 }), 200);
    expect(grown.licences).toMatchObject({ added: [{ code: 'food-premises-large' }], removed: [{ code: 'food-premises-small' }] });
    expect(grown.problems.map(({ path }) => path)).not.toContain('premises.areaSqm');
    expect((await read(id)).answers['food']).toEqual({ seats: 80 });
    const check = must(await api.call<CaseCheck>('malee', 'GET', `/api/cases/${id}/check`), 200);
    expect(check.licences.map(({ code }) => code)).toEqual(['commercial-registration', 'food-premises-large']);
  });

  it('moves the place with the address', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    must(await patch(id, 1, { 'premises.address': { houseNo: '1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' } }), 200);
    expect((await read(id)).place).toMatchObject({ district: { code: '1039' }, localAuthority: { code: 'bma-1039' } });
  });
});

describe('two tabs', () => {
  it('on different fields do not disturb each other', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const [one, two] = await Promise.all([patch(id, 1, { 'applicant.firstName': 'มาลี' }), patch(id, 1, { 'applicant.lastName': 'มีสุข' })]);
    expect([one?.status, two?.status]).toEqual([200, 200]);
    expect((await read(id)).answers['applicant']).toMatchObject({ firstName: 'มาลี', lastName: 'มีสุข' });
  });

  it('on the same field are told, with both values; nothing of the later saving is kept until it is decided', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    must(await patch(id, 1, { 'applicant.firstName': 'มาลี' }), 200);
    const late = refused(await patch(id, 1, { 'applicant.firstName': 'มาลัย', 'applicant.lastName': 'มีสุข' }));
    expect(late).toMatchObject({ status: 409, code: 'answers-changed', currentRevision: 2, conflicts: [{ path: 'applicant.firstName', yours: 'มาลัย', theirs: 'มาลี' }] });
    expect((await read(id)).answers['applicant']).toEqual({ kind: 'person', firstName: 'มาลี' });
    must(await patch(id, 2, { 'applicant.firstName': 'มาลัย', 'applicant.lastName': 'มีสุข' }), 200);
    expect((await read(id)).answers['applicant']).toMatchObject({ firstName: 'มาลัย', lastName: 'มีสุข' });
  });

  it('are told apart: a window whose reply was lost is not in conflict with itself', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const window = randomUUID();
    must(await patch(id, 1, { 'applicant.firstName': 'มา' }, { window }), 200);
    must(await patch(id, 1, { 'applicant.firstName': 'มาลี' }, { window }), 200);
    expect(refused(await patch(id, 1, { 'applicant.firstName': 'มาลัย' }, { window: randomUUID() })).code).toBe('answers-changed');
  });

  it('cannot claim to have seen what is not there yet', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    expect(refused(await patch(id, 9, { 'applicant.firstName': 'มาลี' }))).toMatchObject({ status: 400, currentRevision: 1, fields: [{ path: 'base' }] });
  });
});

describe('hostile bodies', () => {
  let id: string;
  beforeAll(async () => {
    id = (await open(api, 'malee', laemChabangCafe)).id;
  });
  afterAll(async () => expect((await read(id)).answersRevision).toBe(1));

  it.each<[string, Record<string, unknown>, string]>([
    ['a field that no form has', { 'applicant.shoeSize': 42 }, 'unknown-field'],
    ['a topic that no form has', { isAdmin: true }, 'unknown-field'],
    ['what the portal works out itself', { 'place.province': '10' }, 'unknown-field'],
    ['a group where a field is', { 'applicant.firstName': { a: 1 } }, 'wrong-shape'],
    ['a gap in a list', { 'business.activities.7': '56101' }, 'wrong-shape'],
    ['text without end', { 'applicant.firstName': 'x'.repeat(30_000) }, 'too-long'],
    ['a way into the prototype', { 'constructor.prototype.isAdmin': true }, 'unknown-field'],
  ])('with %s are refused at the field', async (_, changes, code) => {
    const reply = refused(await patch(id, 1, changes));
    expect(reply).toMatchObject({ status: 422, code: 'answers-invalid', fields: [{ path: Object.keys(changes)[0], code }] });
  });

  it.each([
    ['__proto__ in the changes', '{"base":1,"changes":{"__proto__":{"isAdmin":true}}}', 400],
    ['__proto__ in a group', '{"base":1,"changes":{"applicant":{"__proto__":{"isAdmin":true}}}}', 400],
    ['a constructor in a group', '{"base":1,"changes":{"applicant":{"constructor":{"prototype":{"isAdmin":true}}}}}', 400],
    ['lists in lists without end', `{"base":1,"changes":{"signs":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`, 400],
    ['groups in groups without end', `{"base":1,"changes":{"food":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}`, 400],
    ['more than a body may have', `{"base":1,"changes":{"food.dishes":"${'x'.repeat(1_100_000)}"}}`, 413],
    ['more changes than a form has fields', JSON.stringify({ base: 1, changes: Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`signs.${at}.text`, 'x'])) }), 413],
    ['a property that is not known', '{"base":1,"changes":{},"status":"submitted"}', 400],
    ['a list for the changes', '{"base":1,"changes":[1]}', 400],
    ['no base', '{"changes":{}}', 400],
    ['a number for the body', '7', 400],
    ['half a body', '{"base":1,', 400],
  ])('with %s are refused', async (_, body, status) => {
    const reply = await raw('PATCH', `/api/cases/${id}/answers`, body);
    expect([reply.status, String(reply.headers['content-type'])]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('with text that cannot be stored are cleaned of it', async () => {
    const draft = await open(api, 'malee', laemChabangCafe);
    must(await raw('PATCH', `/api/cases/${draft.id}/answers`, '{"base":1,"changes":{"applicant.firstName":"มา\\u0000ลี\\ud800"}}') as Reply<AnswersSaved>, 200);
    expect((await read(draft.id)).answers['applicant']).toMatchObject({ firstName: 'มาลี\ufffd' });
  });

  it('to a journey’s plan and to a new case are refused alike', async () => {
    const deep = `{"answers":{"plan":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}},"journey":"open-a-restaurant"}`;
    expect((await raw('POST', '/api/cases', deep)).status).toBe(400);
    expect((await raw('POST', '/api/journeys/open-a-restaurant/plan', deep)).status).toBe(400);
    expect(refused(await api.call('malee', 'POST', '/api/cases', { journey: 'open-a-restaurant', answers: { isAdmin: true } })).fields).toMatchObject([{ path: 'isAdmin', code: 'unknown-field' }]);
  });
});

describe('a stranger', () => {
  it('finds no case but their own, whatever they try', async () => {
    const { id, answersRevision } = await fill(api, 'malee', laemChabangCafe);
    const tries: [Parameters<TestApi['call']>[1], string, object?][] = [
      ['GET', `/api/cases/${id}`],
      ['GET', `/api/cases/${id}/form`],
      ['GET', `/api/cases/${id}/check`],
      ['PATCH', `/api/cases/${id}/answers`, { base: answersRevision, changes: { 'business.nameTh': 'ของฉัน' } }],
      ['POST', `/api/cases/${id}/submit`, { declaresTruth: true, answersRevision }],
      ['DELETE', `/api/cases/${id}`],
    ];
    for (const [method, url, body] of tries) {
      expect([method, url, (await api.call('somchai', method, url, body, { 'idempotency-key': randomUUID() })).status]).toEqual([method, url, 404]);
      expect([method, url, (await api.call('watthana-sanitation', method, url, body)).status]).toEqual([method, url, 403]);
      expect([method, url, (await api.call(null, method, url, body)).status]).toEqual([method, url, 401]);
    }
    const { items } = must(await api.call<CasePage>('somchai', 'GET', '/api/cases'), 200);
    expect(items.map((item) => item.id)).not.toContain(id);
    expect((await read(id)).answersRevision).toBe(answersRevision);
  });
});

describe('throwing a draft away', () => {
  it('leaves nothing of it', async () => {
    const { id } = await fill(api, 'malee', laemChabangCafe);
    expect((await api.call('malee', 'DELETE', `/api/cases/${id}`)).status).toBe(204);
    expect((await api.call('malee', 'GET', `/api/cases/${id}`)).status).toBe(404);
    expect(await api.running.source.query(`SELECT 1 FROM answer_change WHERE case_id = $1`, [id])).toEqual([]);
    expect(await api.running.source.query(`SELECT 1 FROM document WHERE case_id = $1`, [id])).toEqual([]);
  });
});
