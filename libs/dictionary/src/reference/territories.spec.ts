import { activities, findActivity, searchActivities } from './tsic';
import { estates, findEstate } from './estates';
import { governmentHolidays } from './holidays';
import { localAuthorities, findLocalAuthority, findLocalAuthorityByCode, localAuthoritiesOf } from './local-authorities';
import { distanceKm, findEstateAt } from './nearest-estate';
import { findDistrict, findWhereabouts } from './places';
import { findZone, zones } from './zones';

const EEC = ['20', '21', '24'];
const bothLanguages = { th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/[A-Z]/) };

describe('estates and promoted zones', () => {
  it('are 42 estates, 22 of them with a position', () => {
    expect(estates).toHaveLength(42);
    expect(estates.filter(({ position }) => position)).toHaveLength(22);
  });

  it('have their own codes, both names, and lie in the EEC', () => {
    const all = [...estates, ...zones];
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code, title, province, district } of all) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toEqual(bothLanguages);
      expect(EEC).toContain(province);
      if (district) expect(findDistrict(district)?.province).toBe(province);
    }
  });

  it('name zones that exist, in the same province', () => {
    for (const { zone, province } of estates) if (zone) expect(findZone(zone)?.province).toBe(province);
  });

  it('never stand at the placeholders of the source', () => {
    const placeholders = [[13.095811, 101.113907], [12.757945, 101.165319], [13.56379732, 100.9949185], [13.11034826, 101.0669158]];
    const at = estates.flatMap(({ position }) => (position ? [`${position.lat},${position.lon}`] : []));
    expect(new Set(at).size).toBe(at.length);
    for (const [lat, lon] of placeholders) expect(at).not.toContain(`${lat},${lon}`);
  });

  it('are found by their code', () => {
    expect(findEstate('laem-chabang')).toEqual({
      code: 'laem-chabang', kind: 'estate', title: { th: 'นิคมอุตสาหกรรมแหลมฉบัง', en: 'Laem Chabang Industrial Estate' }, province: '20', district: '2007', position: { lat: 13.0766, lon: 100.9092 },
    });
    expect(findZone('eec-d')?.title.en).toContain('EECd');
    expect(findEstate('nowhere')).toBeUndefined();
  });
});

describe('findEstateAt', () => {
  it('finds the nearest estate within the radius', () => {
    expect(findEstateAt(13.08, 100.91)?.estate.code).toBe('laem-chabang');
    expect(findEstateAt(12.68, 101.132)?.estate.code).toBe('map-ta-phut');
  });

  it('finds none in Bangkok, and a farther one only with a larger radius', () => {
    expect(findEstateAt(13.7563, 100.5018)).toBeUndefined();
    expect(findEstateAt(12.9, 101.3, 3)).toBeUndefined();
    expect(findEstateAt(12.9, 101.3, 15)?.estate.code).toBe('wha-eastern-seaboard-5');
  });

  it('measures as the globe is', () => {
    expect(distanceKm({ lat: 13, lon: 101 }, { lat: 14, lon: 101 })).toBeCloseTo(111.19, 1);
    expect(distanceKm({ lat: 13, lon: 101 }, { lat: 13, lon: 101 })).toBe(0);
  });
});

describe('government holidays', () => {
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

  it('are in order, in both years, each once, with both titles and a source', () => {
    const dates = governmentHolidays.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(['2026', '2027']));
    for (const { title, source } of governmentHolidays) {
      expect(title).toEqual(bothLanguages);
      expect(source).not.toBe('');
    }
  });

  it('give a working day for every holiday at a week-end, and no other', () => {
    const substitutes = governmentHolidays.filter(({ title }) => title.en.startsWith('Substitution'));
    expect(substitutes.map(({ date }) => date)).toEqual(['2026-06-01', '2026-12-07', '2027-02-22', '2027-07-20', '2027-10-25', '2027-12-06']);
    expect(substitutes.filter(({ date }) => [0, 6].includes(weekday(date)))).toEqual([]);
    const atWeekEnds = governmentHolidays.filter(({ date }) => [0, 6].includes(weekday(date)));
    expect(atWeekEnds).toHaveLength(substitutes.length);
  });

  it('mark what is only projected', () => {
    expect(new Set(governmentHolidays.filter(({ isProjected }) => isProjected).map(({ date }) => date.slice(0, 4)))).toEqual(new Set(['2027']));
  });

  it('leave out Labour Day, on which offices are open', () => {
    expect(governmentHolidays.map(({ date }) => date)).not.toContain('2026-05-01');
  });
});

describe('TSIC activities', () => {
  it('have five digits and both titles', () => {
    expect(new Set(activities.map(({ code }) => code)).size).toBe(activities.length);
    for (const { code, title } of activities) {
      expect(code).toMatch(/^\d{5}$/);
      expect(title).toEqual(bothLanguages);
    }
  });

  it.each([['ร้านอาหาร', '56101'], ['กาแฟ', '56302'], ['coffee', '56302'], ['561', '56101'], ['๕๖๑๐๑', '56101'], ['internet', '47912']])('are found by %s', (query, code) => {
    expect(searchActivities(query).map((activity) => activity.code)).toContain(code);
    expect(findActivity(code)?.code).toBe(code);
  });

  it('are not found by nothing', () => {
    expect(searchActivities('  ')).toEqual([]);
    expect(searchActivities('zzz')).toEqual([]);
  });
});

describe('local authorities', () => {
  it('govern subdistricts that exist, each wholly by one of them', () => {
    const whole = localAuthorities.flatMap(({ subdistricts }) => subdistricts);
    expect(new Set(whole).size).toBe(whole.length);
    for (const code of [...whole, ...localAuthorities.flatMap(({ partly }) => partly)]) expect(EEC).toContain(findWhereabouts(code)?.province.code);
  });

  it.each([
    ['200703', 'lao-laem-chabang', 'เทศบาลนครแหลมฉบัง'], ['200408', 'pattaya', 'เมืองพัทยา'], ['200104', 'lao-saen-suk', 'เทศบาลเมืองแสนสุข'], ['210114', 'lao-map-ta-phut', 'เทศบาลเมืองมาบตาพุด'],
    ['210401', 'lao-wang-chan', 'องค์การบริหารส่วนตำบลวังจันทร์'], ['103901', 'bma-1039', 'สำนักงานเขตวัฒนา กรุงเทพมหานคร'], ['200707', 'lao-200707', 'องค์กรปกครองส่วนท้องถิ่นตำบลบางพระ อำเภอศรีราชา'],
  ])('of %s is %s', (subdistrict, code, th) => {
    expect(findLocalAuthority(subdistrict)).toMatchObject({ code, title: { th } });
    expect(findLocalAuthorityByCode(code)).toEqual(findLocalAuthority(subdistrict));
  });

  it('are all named where a subdistrict is shared', () => {
    expect(localAuthoritiesOf('200702').map(({ code }) => code)).toEqual(['lao-chao-phraya-surasak', 'lao-laem-chabang']);
    expect(localAuthoritiesOf('200403').map(({ code }) => code)).toEqual(['lao-200403', 'pattaya']);
  });

  it('do not exist for places that do not', () => {
    expect(findLocalAuthority('999999')).toBeUndefined();
    expect(findLocalAuthorityByCode('lao-999999')).toBeUndefined();
    expect(findLocalAuthorityByCode('lao-103901')).toBeUndefined();
  });
});
