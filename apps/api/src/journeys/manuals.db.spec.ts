import type { LicenceTypeView, ManualView } from '@anuyat/contract';
import type { Diagram } from '@anuyat/licence-kit';
import { startTestApi, type TestApi } from '../cases/testing/test-api';
import { must, refused } from '../cases/testing/walk';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close());

const manual = async (code: string, query = '') => must(await api.call<ManualView>(null, 'GET', `/api/licence-types/${code}/manual${query}`), 200);

describe('the manual for the public', () => {
  it('has criteria, steps with agencies and days, papers, fees, law, validity, appeal and complaints, for every licence type', async () => {
    const types = must(await api.call<LicenceTypeView[]>(null, 'GET', '/api/licence-types'), 200);
    for (const { code, sha256 } of types) {
      const { steps, papers, feeLines, documents, lanes, ...rest } = await manual(code);
      expect(rest).toMatchObject({ code, sha256, isNewest: true, validity: { th: expect.any(String) } });
      for (const { id } of lanes) {
        const step = steps.find((each) => each.id === id);
        expect([code, id, step?.agencies.length === 0, step?.time?.days]).toEqual([code, id, false, expect.any(Number)]);
      }
      expect(papers.map((paper) => paper.code)).toEqual(documents.map((document) => document.code));
      for (const { when, title } of [...papers]) expect([title.th, when.th, when.en].every((words) => words.length > 2)).toBe(true);
      for (const { tariff } of feeLines) expect(tariff.length).toBeGreaterThan(0);
      expect([rest.appeals.length, rest.complaints.length, rest.citations.length].every((count) => count > 0)).toBe(true);
    }
  });

  it('says the limit of a notification as a criterion, and the fee as a tariff of those who charge it', async () => {
    const { criteria, feeLines } = await manual('food-premises-small');
    expect(criteria[0]).toEqual({ th: 'พื้นที่ที่ใช้ประกอบกิจการไม่เกิน 200 ตารางเมตร', en: 'The area used by the business is at most 200 m²' });
    expect(feeLines[0]?.tariff.map(({ when, amount }) => [when?.en, amount.en])).toEqual([
      ['Public Health and Environment Division, Local authority of Laem Ngop, Laem Ngop District', '100 baht'],
      ['Bangkok Metropolitan Administration', '((5 × the area used by the business (m²), at most 1,000), at least 100) (baht)'],
      ['Other offices', '100 baht'],
    ]);
  });

  it('stays reachable in the version that an application was filed under', async () => {
    const { version, versions } = await manual('liquor-sale');
    expect(versions.map((each) => each.version)).toContain(version);
    const { library, source } = api.running;
    const { definition } = library.findNewestLicence('liquor-sale') ?? {};
    if (!definition) throw new Error('The licence is not there.');
    await source.transaction((tx) => library.publish(tx, 'licence', { ...definition, version: version + 1, clock: { ...definition.clock, days: 99 } }));
    expect(await manual('liquor-sale')).toMatchObject({ version: version + 1, days: 99, isNewest: true });
    expect(await manual('liquor-sale', `?version=${version}`)).toMatchObject({ version, days: definition.clock.days, isNewest: false });
    expect(refused(await api.call(null, 'GET', '/api/licence-types/liquor-sale/manual?version=999')).status).toBe(404);
    expect(refused(await api.call(null, 'GET', '/api/licence-types/liquor-sale/manual?version=new')).status).toBe(400);
  });

  it('is linked data that names the service, its provider and its price', async () => {
    const data = must(await api.call<Record<string, unknown>>(null, 'GET', '/api/licence-types/food-premises-large/manual.jsonld'), 200);
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'GovernmentService', name: expect.arrayContaining([{ '@language': 'en', '@value': 'Food premises over 200 m² (licence)' }]) });
    expect((data['provider'] as unknown[]).length).toBeGreaterThan(1);
  });

  it('comes with a picture of its states', async () => {
    const { nodes, groups } = must(await api.call<Diagram>(null, 'GET', '/api/licence-types/food-premises-large/diagram'), 200);
    expect(groups.map(({ id }) => id)).toEqual(['sanitation', 'building', 'environment']);
    expect(nodes.map(({ outcome }) => outcome)).toContain('issued');
  });
});
