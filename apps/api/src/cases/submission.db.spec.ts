import { randomUUID } from 'node:crypto';
import type { Actor, AnswersSaved, CaseCheck, CasePage, CaseView, PersonActor, Problem } from '@anuyat/contract';
import { verifyHistory } from '@anuyat/registrar';
import { estateFactory, laemChabangCafe, watthanaRestaurant } from './testing/answers';
import { startTestApi, type TestApi } from './testing/test-api';
import { fill, must, open, submit } from './testing/walk';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close());

const problemOf = (body: unknown) => body as Problem;
const rows = <T>(sql: string, ...values: unknown[]): Promise<T[]> => api.running.source.query(sql, values);

async function submitted(hint: string, filled: typeof watthanaRestaurant): Promise<CaseView> {
  const { id, answersRevision } = await fill(api, hint, filled);
  return must(await submit(api, hint, id, answersRevision, randomUUID()), 200);
}

const officesOf = ({ details }: CaseView) => Object.fromEntries(details.flatMap(({ code, lanes }) => lanes.map((lane) => [`${code}/${lane.id}`, lane.office.code])));

describe('a case that is ready', () => {
  let file: CaseView;
  beforeAll(async () => {
    file = await submitted('somchai', watthanaRestaurant);
  });

  it('gets a number that says who files and when, and its applications follow it', () => {
    const [, year, month, day] = /^C(\d\d)(\d\d)(\d\d)-\d{6}$/.exec(file.number ?? '') ?? [];
    expect([year, month, day].every(Boolean)).toBe(true);
    const now = new Date(Date.now() + 7 * 3_600_000);
    expect(Number(year)).toBe((now.getUTCFullYear() + 543) % 100);
    expect(file.details.map(({ number }) => number)).toEqual([1, 2, 3, 4].map((at) => `${file.number}-${at}`));
    expect(file).toMatchObject({ status: 'submitted', may: [], move: { who: 'offices' }, businessName: { th: 'ครัวบ้านสวน', en: 'Baan Suan Kitchen' } });
  });

  it('asks the offices of Watthana, and the area excise office, and says why each', () => {
    expect(officesOf(file)).toEqual({
      'commercial-registration/registry': 'bma-1039-registry',
      'food-premises-small/sanitation': 'bma-1039-sanitation',
      'liquor-sale/excise': 'excise-10-excise',
      'signboard-tax/revenue': 'bma-1039-revenue',
    });
    expect(file.details[0]?.lanes[0]?.officeBecause.en).toContain('Watthana');
  });

  it('has a line on the map for each application and each lane, a timeline, and nothing to pay yet', () => {
    expect(file.lanesMap.lines.length).toBeGreaterThanOrEqual(8);
    expect(file.timeline.map(({ what }) => what.en)).toEqual(Array(4).fill('Application submitted'));
    expect([file.bills, file.licences, file.questions]).toEqual([[], [], []]);
  });

  it('is asked of every agency in the same moment, through the outbox', async () => {
    const asked = await rows<{ queue: string }>(`SELECT DISTINCT queue FROM outbox WHERE case_id = $1 AND effect = 'requestReview' ORDER BY queue`, file.id);
    expect(asked.map(({ queue }) => queue)).toEqual(['agency-bma', 'agency-excise']);
  });

  it('is sealed: what was declared true is in the chained history, and the chain holds', async () => {
    for (const { id, code, version } of file.details) {
      const [line] = await rows<{ data: { declaresTruth: boolean; answers: string; documents: { code: string; sha256: string }[]; reads: Record<string, unknown> } }>(
        `SELECT data FROM history WHERE application_id = $1 AND revision = 1`, id,
      );
      expect(line?.data).toMatchObject({ declaresTruth: true, answersRevision: file.answersRevision, answers: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(line?.data.documents.map((paper) => paper.code)).toContain('floor-plan');
      expect(await verifyHistory(api.running.source, id, api.running.library.getLicence(code, version))).toBeUndefined();
    }
  });

  it('cannot be edited, sent or thrown away any more', async () => {
    const patch = await api.call('somchai', 'PATCH', `/api/cases/${file.id}/answers`, { base: file.answersRevision, changes: { 'business.nameTh': 'อื่น' } });
    expect([patch.status, problemOf(patch.body).code]).toEqual([409, 'case-already-submitted']);
    expect(problemOf((await api.call('somchai', 'DELETE', `/api/cases/${file.id}`)).body).code).toBe('case-already-submitted');
    expect(problemOf((await submit(api, 'somchai', file.id, file.answersRevision, randomUUID())).body).code).toBe('case-already-submitted');
  });
});

describe('the place of business', () => {
  it('leads a café in Laem Chabang city to the city’s own offices', async () => {
    const file = await submitted('malee', laemChabangCafe);
    expect(officesOf(file)).toEqual({
      'commercial-registration/registry': 'lao-laem-chabang-registry',
      'food-premises-small/sanitation': 'lao-laem-chabang-sanitation',
    });
    expect(file.place?.localAuthority).toMatchObject({ code: 'lao-laem-chabang' });
  });

  it('leads a factory in an estate to the estate’s office, and monitors can find it there', async () => {
    const file = await submitted('wichai', estateFactory);
    expect(file.number).toMatch(/^J/);
    expect(officesOf(file)).toMatchObject({ 'estate-land-use/estate': 'ieat-laem-chabang-estate', 'factory-type-3/factory': 'ieat-laem-chabang-estate' });
    const [row] = await rows<{ estate: string; acting_for: string; applicant_name: string }>(`SELECT estate, acting_for, applicant_name FROM case_file WHERE id = $1`, file.id);
    expect(row).toEqual({ estate: 'laem-chabang', acting_for: '0205568000016', applicant_name: 'บริษัท ตัวอย่างชลบุรี จำกัด' });
    expect(await rows(`SELECT 1 FROM application WHERE case_id = $1 AND estate = 'laem-chabang'`, file.id)).toHaveLength(file.details.length);
    const factory = file.details.find(({ code }) => code === 'factory-type-3');
    expect(factory).toMatchObject({ status: 'waiting', dueAt: null, waitsFor: [{ code: 'estate-land-use', status: 'in-review' }], may: ['withdrawn'] });
    expect(factory).not.toHaveProperty('reviewStartedAt');
    expect(factory?.lanes.map(({ owner, verdict, dueAt }) => [owner, verdict, dueAt])).toEqual(factory?.lanes.map(() => [null, null, null]));
    expect(file.opening).toMatchObject({ criticalPath: ['estate-land-use', 'factory-type-3'], items: [{ state: 'running' }, { state: 'waiting', waitsFor: [{ code: 'estate-land-use' }] }] });
    expect(await rows(`SELECT 1 FROM timer WHERE application_id = $1`, factory?.id)).toEqual([]);
  });
});

describe('sending twice', () => {
  it('with the same key gives the same answer, also in the same moment', async () => {
    const { id, answersRevision } = await fill(api, 'malee', laemChabangCafe);
    const key = randomUUID();
    const replies = await Promise.all([1, 2, 3].map(() => submit(api, 'malee', id, answersRevision, key)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(replies.map(({ body }) => body.number)).size).toBe(1);
    expect(await rows(`SELECT 1 FROM application WHERE case_id = $1`, id)).toHaveLength(2);
  });

  it('with different keys in the same moment files once', async () => {
    const { id, answersRevision } = await fill(api, 'malee', laemChabangCafe);
    const replies = await Promise.all([1, 2, 3].map(() => submit(api, 'malee', id, answersRevision, randomUUID())));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await rows(`SELECT 1 FROM application WHERE case_id = $1`, id)).toHaveLength(2);
  });

  it('refuses the key of another case, and no key at all', async () => {
    const [one, other] = [await fill(api, 'malee', laemChabangCafe), await open(api, 'malee', laemChabangCafe)];
    const key = randomUUID();
    must(await submit(api, 'malee', one.id, one.answersRevision, key), 200);
    expect(problemOf((await submit(api, 'malee', other.id, 1, key)).body).code).toBe('key-reused');
    const keyless = await api.call('malee', 'POST', `/api/cases/${other.id}/submit`, { declaresTruth: true, answersRevision: 1 });
    expect([keyless.status, problemOf(keyless.body).code]).toEqual([400, 'key-missing']);
  });

  it('leaves no gap in the numbers when one is refused', async () => {
    const numbers = (await rows<{ number: string }>(`SELECT number FROM case_file WHERE number LIKE 'C%' ORDER BY number`)).map(({ number }) => Number(number.split('-')[1]));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });
});

describe('a case that is not ready', () => {
  it('is refused with every field and paper that is missing, and stays a draft', async () => {
    const { id, answersRevision } = await open(api, 'malee', laemChabangCafe);
    const reply = await submit(api, 'malee', id, answersRevision, randomUUID());
    const paths = problemOf(reply.body).fields?.map(({ path }) => path) ?? [];
    expect([reply.status, problemOf(reply.body).code]).toEqual([422, 'case-incomplete']);
    expect(paths).toEqual(expect.arrayContaining(['applicant.firstName', 'business.nameTh', 'food.kind', 'documents.floor-plan']));
    expect(must(await api.call<CaseView>('malee', 'GET', `/api/cases/${id}`), 200).status).toBe('draft');
    expect(must(await api.call<CaseCheck>('malee', 'GET', `/api/cases/${id}/check`), 200).isReady).toBe(false);
  });

  it('is refused when the answers are no longer those that were declared true', async () => {
    const { id, answersRevision } = await fill(api, 'malee', laemChabangCafe);
    must(await api.call('malee', 'PATCH', `/api/cases/${id}/answers`, { base: answersRevision, changes: { 'food.seats': 12 } }), 200);
    const reply = await submit(api, 'malee', id, answersRevision, randomUUID());
    expect([reply.status, problemOf(reply.body)]).toMatchObject([409, { code: 'answers-changed', currentRevision: answersRevision + 1 }]);
    must(await submit(api, 'malee', id, answersRevision + 1, randomUUID()), 200);
  });

  it('is refused without the declaration', async () => {
    const { id } = await open(api, 'malee', laemChabangCafe);
    const reply = await api.call('malee', 'POST', `/api/cases/${id}/submit`, { declaresTruth: false, answersRevision: 1 }, { 'idempotency-key': randomUUID() });
    expect([reply.status, problemOf(reply.body).fields?.[0]?.path]).toEqual([400, 'declaresTruth']);
  });

  it('is refused for a company whose mandate one does not hold, at the field', async () => {
    const { id, answersRevision } = await fill(api, 'wichai', estateFactory);
    const saved = must(await api.call<AnswersSaved>('wichai', 'PATCH', `/api/cases/${id}/answers`, { base: answersRevision, changes: { 'applicant.juristicId': '0215568000024' } }), 200);
    expect(saved.problems).toMatchObject([{ path: 'applicant.juristicId', code: 'no-mandate' }]);
    const reply = await submit(api, 'wichai', id, saved.answersRevision, randomUUID());
    expect(problemOf(reply.body)).toMatchObject({ code: 'case-incomplete', fields: [{ path: 'applicant.juristicId', code: 'no-mandate' }] });
  });
});

describe('an answer that comes after its time', () => {
  it('is told clearly, shown on the case, and filled in when the case is filed again', async () => {
    const file = await submitted('malee', laemChabangCafe);
    const { id, lanes } = file.details.find(({ code }) => code === 'food-premises-small') ?? {};
    const office = lanes?.[0]?.office.code ?? '';
    const officer = { kind: 'person', accountId: randomUUID(), name: { th: 'จนท.', en: 'Officer' }, roles: ['officer'], offices: [{ code: office, permissions: ['review'] }], territories: [], companies: [] } satisfies PersonActor;
    const asked = { note: 'ระบุที่นั่ง', items: [{ kind: 'fact', target: 'food.seats', message: 'ไม่ตรงกับแผนผัง' }] };
    const send = (type: string, actor: Actor, data?: Record<string, unknown>) => api.running.registrar.receive({ applicationId: id ?? '', type: `sanitation.${type}`, actor, ...(data ? { data } : {}) });
    await send('asked', officer, asked);
    await send('told', { kind: 'portal', job: 'spec' }, { ...asked, noticeId: 'n', notice: 'N1', part: 1, parts: 1 });
    await send('lapsed', { kind: 'portal', job: 'timekeeper' });

    const late = await api.call('malee', 'POST', `/api/cases/${file.id}/answers-to-notices`, { changes: { 'food.seats': 25 }, note: 'แก้แล้ว' }, { 'idempotency-key': randomUUID() });
    expect([late.status, problemOf(late.body)]).toMatchObject([409, { code: 'too-late', next: [{ link: `/my/cases/${file.id}` }] }]);
    const one = await api.call('malee', 'POST', `/api/applications/${id}/events`, { type: 'sanitation.answered', data: { note: 'อีกครั้ง' } }, { 'idempotency-key': randomUUID() });
    expect([one.status, problemOf(one.body).code]).toEqual([409, 'too-late']);
    const { lateAnswers } = must(await api.call<CaseView>('malee', 'GET', `/api/cases/${file.id}`), 200);
    expect(lateAnswers.map(({ words }) => words)).toEqual(['อีกครั้ง', 'แก้แล้ว']);
    const again = must(await api.call<CaseView>('malee', 'POST', `/api/cases/${file.id}/file-again`), 201);
    expect(again).toMatchObject({ status: 'draft', answers: { food: { seats: 25 } } });
  });
});

describe('what is filed', () => {
  it('is what was asked, and nothing that the form no longer shows', async () => {
    const { id, answersRevision } = await fill(api, 'malee', laemChabangCafe);
    const changes = { 'applicant.juristicId': '0105999999994', 'commerce.managerName': 'คนอื่น' };
    const saved = must(await api.call<AnswersSaved>('malee', 'PATCH', `/api/cases/${id}/answers`, { base: answersRevision, changes }), 200);
    const file = must(await submit(api, 'malee', id, saved.answersRevision, randomUUID()), 200);
    expect(file.answers).toMatchObject({ applicant: { kind: 'person', phone: '0812345678' }, plan: { sellsLiquor: false } });
    expect(file.answers['applicant']).not.toHaveProperty('juristicId');
    expect(file.answers['commerce']).not.toHaveProperty('managerName');
  });

  it('stands in the list of one’s own cases, newest first, page by page', async () => {
    const first = must(await api.call<CasePage>('malee', 'GET', '/api/cases?limit=2'), 200);
    expect(first.items).toHaveLength(2);
    const second = must(await api.call<CasePage>('malee', 'GET', `/api/cases?limit=2&after=${first.next}`), 200);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(first.items.find(({ status }) => status === 'submitted')?.applications.map(({ title }) => title.en)).toContain('Commercial registration');
  });
});
