import type { JourneySummary, JourneyView, LicenceTypeView, PlanView } from '@anuyat/contract';
import type { CaseAnswers } from '@anuyat/licence-kit';
import { estateFactory, laemChabangCafe, watthanaRestaurant } from '../cases/testing/answers';
import { startTestApi, type TestApi } from '../cases/testing/test-api';
import { must, refused } from '../cases/testing/walk';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close());

const plan = (journey: string, answers: CaseAnswers) => api.call<PlanView>(null, 'POST', `/api/journeys/${journey}/plan`, { answers });
const planned = async (journey: string, answers: CaseAnswers) => must(await plan(journey, answers), 200);
const licenceOf = ({ licences }: PlanView, code: string) => licences.find((licence) => licence.code === code);

describe('the journeys', () => {
  it('are there for everybody, with their questions in words', async () => {
    const journeys = must(await api.call<JourneySummary[]>(null, 'GET', '/api/journeys'), 200);
    expect(journeys.map(({ code }) => code)).toEqual(expect.arrayContaining(['open-a-restaurant', 'factory-in-an-estate']));
    const { questions, title } = must(await api.call<JourneyView>(null, 'GET', '/api/journeys/open-a-restaurant'), 200);
    expect(title).toEqual({ th: 'เปิดร้านอาหารหรือร้านกาแฟ', en: 'Open a restaurant or café' });
    expect(questions.properties?.['premises']?.['x-title']?.en).toBe('Place of business');
    expect(questions.properties?.['plan']?.properties?.['hasSign']?.['x-title']?.th).toBeTruthy();
    expect(questions.properties?.['applicant']?.properties?.['kind']?.['x-labels']?.['person']?.en).toBeTruthy();
  });

  it('say that there is no other', async () => {
    expect(refused(await api.call(null, 'GET', '/api/journeys/build-a-castle'))).toMatchObject({ status: 404, code: 'not-found' });
    expect(refused(await plan('build-a-castle', {}))).toMatchObject({ status: 404 });
  });
});

describe('the plan', () => {
  it('of no answers leaves everything open and asks on', async () => {
    const { licences, unanswered, place, fee } = await planned('open-a-restaurant', {});
    expect(licences.every(({ isNeeded, why }) => isNeeded === null && why.th && why.en)).toBe(true);
    expect(unanswered).toContain('premises.areaSqm');
    expect([place, fee]).toEqual([null, { min: 0, max: 0 }]);
  });

  it('says for every licence whether and why, by which rule, from whom, how long, for how much, and in what order', async () => {
    const view = await planned('open-a-restaurant', watthanaRestaurant.questions);
    expect(view.unanswered).toEqual([]);
    expect(view.licences.map(({ code, isNeeded }) => [code, isNeeded])).toEqual([
      ['commercial-registration', true], ['food-premises-small', true], ['food-premises-large', false], ['business-hazardous-to-health', false], ['liquor-sale', true], ['signboard-tax', true],
    ]);
    expect(licenceOf(view, 'food-premises-small')).toMatchObject({
      rule: { feel: 'premises.areaSqm <= 200', facts: { 'premises.areaSqm': 120 } },
      why: { en: expect.stringContaining('200 m²') },
      offices: [{ lane: 'sanitation', office: { en: expect.stringContaining('Watthana') }, agency: { en: 'Bangkok Metropolitan Administration' }, because: { th: expect.stringContaining('วัฒนา') } }],
      fee: { min: 60_000, max: 60_000, isExact: true }, days: 7, dayUnit: 'calendar', dependsOn: [], step: 1,
    });
    expect(licenceOf(view, 'liquor-sale')).toMatchObject({ offices: [{ office: { en: 'Bangkok Area Excise Office' } }], fee: { isExact: false } });
    expect(licenceOf(view, 'food-premises-small')?.documents.find(({ code }) => code === 'floor-plan')).toMatchObject({ isRequired: true, title: { en: 'Floor plan' } });
    const needed = view.licences.filter(({ isNeeded }) => isNeeded);
    expect(view.fee).toEqual({ min: needed.reduce((sum, { fee }) => sum + fee.min, 0), max: needed.reduce((sum, { fee }) => sum + fee.max, 0) });
    expect(view.longestDays).toBeGreaterThan(0);
  });

  it('follows the place: another city, another office', async () => {
    const view = await planned('open-a-restaurant', laemChabangCafe.questions);
    expect(view.place).toMatchObject({ localAuthority: { title: { en: 'Laem Chabang City Municipality' } } });
    expect(licenceOf(view, 'food-premises-small')?.offices[0]?.office.en).toContain('Laem Chabang City Municipality');
  });

  it('follows the place: in an estate the estate’s office decides, in a promoted zone EECO', async () => {
    const inEstate = await planned('factory-in-an-estate', estateFactory.questions);
    expect(inEstate.opening.items.map(({ code, waitsFor, isCritical }) => [code, waitsFor.map((before) => before.code), isCritical])).toEqual([['estate-land-use', [], true], ['factory-type-3', ['estate-land-use'], true]]);
    expect(inEstate.opening.items[1]?.waitsFor[0]?.why?.en).toContain('IEAT Act');
    expect(inEstate.opening.opensOn).toBe(inEstate.opening.items[1]?.endsOn);
    expect(licenceOf(inEstate, 'factory-type-3')?.offices[0]).toMatchObject({ agency: { en: 'Industrial Estate Authority of Thailand' }, because: { en: expect.stringContaining('Laem Chabang') } });
    const { premises, ...others } = laemChabangCafe.questions;
    const inZone = await planned('open-a-restaurant', { ...others, premises: { ...(premises as object), zone: 'eec-d' } });
    expect(licenceOf(inZone, 'food-premises-small')?.offices[0]?.agency.en).toContain('Eastern Economic Corridor');
  });

  it('refuses answers that are wrong, at the field, and not those that are missing', async () => {
    expect(refused(await plan('open-a-restaurant', { premises: { areaSqm: -5 } }))).toMatchObject({ status: 422, fields: [{ path: 'premises.areaSqm', code: 'too-small' }] });
    expect(refused(await plan('open-a-restaurant', { premises: { address: { subdistrict: '999999' } } }))).toMatchObject({ status: 422, fields: [{ path: 'premises.address.subdistrict', code: 'unknown-place' }] });
    expect(refused(await plan('open-a-restaurant', { spaceship: { size: 1 } }))).toMatchObject({ status: 422, fields: [{ path: 'spaceship', code: 'unknown-field' }] });
    expect(refused(await api.call(null, 'POST', '/api/journeys/open-a-restaurant/plan', { answers: 'all' }))).toMatchObject({ status: 400 });
  });
});

describe('the licence types', () => {
  it('are a public manual: time, fee, documents, law, and where each figure came from', async () => {
    const types = must(await api.call<LicenceTypeView[]>(null, 'GET', '/api/licence-types'), 200);
    expect(types.length).toBeGreaterThanOrEqual(8);
    const food = must(await api.call<LicenceTypeView>(null, 'GET', '/api/licence-types/food-premises-large'), 200);
    expect(types.find(({ code }) => code === food.code)).toEqual(food);
    expect(food).toMatchObject({ kind: 'licence', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), title: { th: expect.any(String), en: expect.any(String) } });
    expect(food.lanes.find(({ id }) => id === 'environment')).toMatchObject({ isConditional: true });
    expect(food.sources.length).toBeGreaterThan(food.lanes.length);
    expect(food.fee.max).toBeGreaterThanOrEqual(food.fee.min);
    expect(refused(await api.call(null, 'GET', '/api/licence-types/castle')).status).toBe(404);
  });
});
