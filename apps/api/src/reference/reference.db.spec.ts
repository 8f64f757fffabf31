import type { AreaMatch, AreaOption, HolidayView, TerritoryOption, TsicOption } from '@anuyat/contract';
import { startTestApi, type TestApi } from '../cases/testing/test-api';
import { must, refused } from '../cases/testing/walk';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
}, 60_000);
afterAll(() => api.close());

const get = async <T>(url: string) => must(await api.call<T>(null, 'GET', `/api/reference/${url}`), 200);

describe('places to choose from', () => {
  it('go from provinces down to subdistricts with their postcodes', async () => {
    expect(await get<AreaOption[]>('provinces')).toHaveLength(77);
    expect(await get<AreaOption[]>('districts?province=10')).toHaveLength(50);
    expect(await get<AreaOption[]>('subdistricts?district=1039')).toContainEqual({ code: '103901', title: { th: 'คลองเตยเหนือ', en: 'Khlong Toei Nuea' }, postcode: '10110' });
  });

  it('are found by typing, in Thai, English or by postcode, with all that lies around them', async () => {
    for (const q of ['ทุ่งสุขลา', 'thung sukhla']) {
      const [first] = await get<AreaMatch[]>(`subdistricts/search?q=${encodeURIComponent(q)}`);
      expect(first).toMatchObject({ subdistrict: { code: '200703' }, district: { code: '2007' }, province: { code: '20' }, postcode: '20230' });
    }
    expect((await get<AreaMatch[]>('subdistricts/search?q=20230')).length).toBeGreaterThan(1);
    expect(await get<AreaMatch[]>('subdistricts/search')).toEqual([]);
  });

  it('name estates, zones and activities', async () => {
    expect(await get<TerritoryOption[]>('estates')).toContainEqual({ code: 'laem-chabang', kind: 'estate', title: { th: 'นิคมอุตสาหกรรมแหลมฉบัง', en: 'Laem Chabang Industrial Estate' }, province: '20', position: { lat: 13.0766, lon: 100.9092 } });
    expect((await get<TerritoryOption[]>('zones')).every(({ kind }) => kind === 'zone')).toBe(true);
    expect((await get<TsicOption[]>(`tsic?q=${encodeURIComponent('ร้านอาหาร')}`)).map(({ code }) => code)).toContain('56101');
    expect((await get<TsicOption[]>('tsic')).length).toBeGreaterThan(30);
  });

  it('may be kept by browsers for a while, and refuse what is no code', async () => {
    expect((await api.call(null, 'GET', '/api/reference/provinces')).headers['cache-control']).toBe('public, max-age=3600');
    expect(refused(await api.call(null, 'GET', '/api/reference/districts?province=ten'))).toMatchObject({ status: 400, fields: [{ path: 'province' }] });
    expect(refused(await api.call(null, 'GET', '/api/reference/districts'))).toMatchObject({ status: 400 });
    expect(await get<AreaOption[]>('districts?province=99')).toEqual([]);
  });
});

describe('the government’s calendar', () => {
  const day = (date: string, more: object = {}) => ({ date, title: { th: 'วันหยุด', en: 'Holiday' }, source: 'Cabinet resolution', ...more });
  const put = (hint: string | null, year: number, days: object[]) => api.call<HolidayView[]>(hint, 'PUT', `/api/reference/holidays?year=${year}`, { days });

  it('can be read by everybody, a year at a time', async () => {
    const days = await get<HolidayView[]>('holidays?year=2026');
    expect(days).toContainEqual(expect.objectContaining({ date: '2026-12-10', title: { th: 'วันรัฐธรรมนูญ', en: 'Constitution Day' } }));
    expect(days.every(({ date }) => date.startsWith('2026-'))).toBe(true);
    expect(refused(await api.call(null, 'GET', '/api/reference/holidays'))).toMatchObject({ status: 400, fields: [{ path: 'year' }] });
  });

  it('is put as a whole year by an administrator, and time limits follow at once', async () => {
    const { calendar } = api.running;
    const from = new Date('2028-03-01T03:00:00Z');
    expect(calendar.dueAt(from, 1, 'working').toISOString().slice(0, 10)).toBe('2028-03-02');
    expect(must(await put('admin', 2028, [day('2028-03-02'), day('2028-12-31')]), 200).map(({ date }) => date)).toEqual(['2028-03-02', '2028-12-31']);
    expect(calendar.dueAt(from, 1, 'working').toISOString().slice(0, 10)).toBe('2028-03-03');
    must(await put('admin', 2028, [day('2028-12-31')]), 200);
    expect(calendar.dueAt(from, 1, 'working').toISOString().slice(0, 10)).toBe('2028-03-02');
    expect((await get<HolidayView[]>('holidays?year=2026')).length).toBeGreaterThan(15);
  });

  it('takes no day of another year, none twice and none that does not exist, and then changes nothing', async () => {
    const before = await get<HolidayView[]>('holidays?year=2027');
    const reply = refused(await put('admin', 2027, [day('2027-01-01'), day('2028-01-01'), day('2027-02-30'), day('2027-01-01')]));
    expect(reply).toMatchObject({ status: 422, code: 'answers-invalid', fields: [{ path: 'days.1.date', code: 'other-year' }, { path: 'days.2.date', code: 'no-such-day' }, { path: 'days.3.date', code: 'twice' }] });
    for (const days of [[], [day('2027-01-01', { title: { th: ' ', en: 'x' } })], [day('2027-01-01', { isNice: true })], [{ date: '2027-01-01' }]]) expect((await put('admin', 2027, days)).status).toBe(400);
    expect(await get<HolidayView[]>('holidays?year=2027')).toEqual(before);
  });

  it('is changed by administrators only', async () => {
    for (const [hint, status] of [['malee', 403], ['watthana-sanitation', 403], ['eec-monitor', 403], [null, 401]] as const) expect((await put(hint, 2027, [day('2027-01-01')])).status).toBe(status);
  });
});
