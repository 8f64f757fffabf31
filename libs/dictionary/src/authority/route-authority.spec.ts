import fc from 'fast-check';
import type { DutyCode, LawCode } from '@anuyat/licence-kit';
import { estates } from '../reference/estates';
import { subdistricts } from '../reference/places';
import { zones } from '../reference/zones';
import { agencies, getAgency } from './agencies';
import { authorityRules } from './authority-rules';
import { findOffice, getOffice, listOffices } from './offices';
import { findPlaceProblems, placeFacts, placeOf, type Place, type PremisesAnswers } from './place';
import { routeAuthority } from './route-authority';

const at = (subdistrict: string, more: Omit<PremisesAnswers, 'address'> = {}): Place => {
  const place = placeOf({ address: { subdistrict }, ...more });
  if (!place) throw new Error(`no place ${subdistrict}`);
  return place;
};
const route = (law: LawCode, duty: DutyCode, place: Place) => routeAuthority({ law, duty, place });

const WATTHANA = '103901';
const THUNG_SUKHLA = '200703';
const NA_KLUEA = '200408';
const BANG_PHRA = '200707';
const MAP_TA_PHUT = '210114';
const PLUAK_DAENG = '210601';

describe('routeAuthority', () => {
  it.each<[string, LawCode, DutyCode, Place, string, string]>([
    ['a restaurant in Bangkok', 'public-health', 'sanitation', at(WATTHANA), 'bma-1039-sanitation', 'bangkok-district'],
    ['a shop sign in Bangkok', 'signboard-tax', 'revenue', at(WATTHANA), 'bma-1039-revenue', 'bangkok-district'],
    ['a registration in Bangkok', 'commercial-registration', 'registry', at(WATTHANA), 'bma-1039-registry', 'bangkok-district'],
    ['liquor in Bangkok', 'excise', 'excise', at(WATTHANA), 'excise-10-excise', 'excise-area'],
    ['a factory in Bangkok', 'factory', 'factory', at(WATTHANA), 'diw-10-factory', 'factory'],
    ['a restaurant in Pattaya', 'public-health', 'sanitation', at(NA_KLUEA), 'pattaya-sanitation', 'pattaya'],
    ['a restaurant in a city municipality', 'public-health', 'sanitation', at(THUNG_SUKHLA), 'lao-laem-chabang-sanitation', 'local-authority'],
    ['a restaurant where no municipality is recorded', 'public-health', 'sanitation', at(BANG_PHRA), 'lao-200707-sanitation', 'local-authority'],
    ['a building in a town', 'building-control', 'building', at(MAP_TA_PHUT), 'lao-map-ta-phut-building', 'local-authority'],
    ['liquor in Chonburi', 'excise', 'excise', at(THUNG_SUKHLA), 'excise-20-excise', 'excise-area'],
    ['a factory outside estates', 'factory', 'factory', at(PLUAK_DAENG), 'diw-21-factory', 'factory'],
    ['the environment in Rayong', 'environment', 'environment', at(MAP_TA_PHUT), 'mnre-21-environment', 'environment'],
    ['a factory in an estate', 'factory', 'factory', at(THUNG_SUKHLA, { estate: 'laem-chabang' }), 'ieat-laem-chabang-estate', 'estate'],
    ['a canteen in an estate', 'public-health', 'sanitation', at(THUNG_SUKHLA, { estate: 'laem-chabang' }), 'ieat-laem-chabang-estate', 'estate'],
    ['a building in an estate', 'building-control', 'building', at(THUNG_SUKHLA, { estate: 'laem-chabang' }), 'ieat-laem-chabang-estate', 'estate'],
    ['land use in an estate', 'ieat', 'estate', at(THUNG_SUKHLA, { estate: 'laem-chabang' }), 'ieat-laem-chabang-estate', 'estate'],
    ['a sign in an estate', 'signboard-tax', 'revenue', at(THUNG_SUKHLA, { estate: 'laem-chabang' }), 'lao-laem-chabang-revenue', 'local-authority'],
    ['liquor in an estate', 'excise', 'excise', at(THUNG_SUKHLA, { estate: 'laem-chabang' }), 'excise-20-excise', 'excise-area'],
    ['land use with no estate named', 'ieat', 'estate', at(THUNG_SUKHLA), 'ieat-hq-estate', 'estate-head-office'],
    ['a restaurant in a promoted zone', 'public-health', 'sanitation', at('200701', { zone: 'eec-d' }), 'eeco-sanitation', 'promoted-zone'],
    ['a factory in a promoted zone', 'factory', 'factory', at('210401', { zone: 'eec-i' }), 'eeco-factory', 'promoted-zone'],
    ['a registration in a promoted zone', 'commercial-registration', 'registry', at('210401', { zone: 'eec-i' }), 'eeco-registry', 'promoted-zone'],
    ['a sign in a promoted zone', 'signboard-tax', 'revenue', at('210401', { zone: 'eec-i' }), 'lao-wang-chan-revenue', 'local-authority'],
    ['liquor in a promoted zone', 'excise', 'excise', at('210401', { zone: 'eec-i' }), 'excise-21-excise', 'excise-area'],
    ['a factory in an estate that is a promoted zone', 'factory', 'factory', at(PLUAK_DAENG, { estate: 'eastern-seaboard-rayong' }), 'ieat-eastern-seaboard-rayong-estate', 'estate'],
    ['a company in Bangkok', 'civil-commercial', 'company', at(WATTHANA), 'dbd-10-company', 'company-registrar'],
    ['a company in Chonburi', 'civil-commercial', 'company', at(THUNG_SUKHLA), 'dbd-20-company', 'company-registrar'],
    ['VAT in Rayong', 'revenue-code', 'tax', at(MAP_TA_PHUT), 'rd-21-tax', 'revenue-area'],
    ['a hotel in Bangkok', 'hotel', 'hotel', at(WATTHANA), 'dopa-10-hotel', 'hotel-registrar'],
    ['a hotel in Pattaya', 'hotel', 'hotel', at(NA_KLUEA), 'dopa-20-hotel', 'hotel-registrar'],
    ['a night club in Bangkok', 'entertainment', 'venue', at(WATTHANA), 'rtp-10-venue', 'entertainment-venue'],
    ['a night club in Pattaya', 'entertainment', 'venue', at(NA_KLUEA), 'dopa-20-venue', 'entertainment-venue'],
    ['karaoke in Bangkok', 'film-video', 'culture', at(WATTHANA), 'dcp-10-culture', 'video-registrar'],
    ['karaoke in Chonburi', 'film-video', 'culture', at(THUNG_SUKHLA), 'mcul-20-culture', 'video-registrar'],
    ['a spa in Bangkok', 'health-establishment', 'wellness', at(WATTHANA), 'dhss-10-wellness', 'health-establishment'],
    ['a spa in Chonburi', 'health-establishment', 'wellness', at(THUNG_SUKHLA), 'moph-20-wellness', 'health-establishment'],
    ['a clinic in Bangkok', 'sanatorium', 'clinic', at(WATTHANA), 'dhss-10-clinic', 'sanatorium'],
    ['a clinic in Rayong', 'sanatorium', 'clinic', at(MAP_TA_PHUT), 'moph-21-clinic', 'sanatorium'],
    ['a pharmacy in Bangkok', 'drug', 'drug', at(WATTHANA), 'fda-10-drug', 'pharmacy'],
    ['a pharmacy in Chonburi', 'drug', 'drug', at(THUNG_SUKHLA), 'moph-20-drug', 'pharmacy'],
    ['cosmetics made in Chonburi', 'cosmetic', 'cosmetic', at(THUNG_SUKHLA), 'moph-20-cosmetic', 'cosmetics'],
    ['direct sale from Chonburi, as from everywhere', 'direct-sales', 'consumer', at(THUNG_SUKHLA), 'ocpb-10-consumer', 'direct-sales-registrar'],
    ['electricity in Bangkok', 'electricity', 'electricity', at(WATTHANA), 'mea-10-electricity', 'electricity-supply'],
    ['electricity in Nonthaburi', 'electricity', 'electricity', at('120101'), 'mea-12-electricity', 'electricity-supply'],
    ['electricity in Chonburi', 'electricity', 'electricity', at(THUNG_SUKHLA), 'pea-20-electricity', 'electricity-supply'],
    ['water in Samut Prakan', 'water', 'water', at('110101'), 'mwa-11-water', 'water-supply'],
    ['water in Chonburi', 'water', 'water', at(THUNG_SUKHLA), 'pwa-20-water', 'water-supply'],
    ['water in an estate', 'water', 'water', at(THUNG_SUKHLA, { estate: 'laem-chabang' }), 'ieat-laem-chabang-estate', 'estate-water'],
    ['a hotel in a promoted zone', 'hotel', 'hotel', at('200701', { zone: 'eec-d' }), 'dopa-20-hotel', 'hotel-registrar'],
    ['fertiliser in Bangkok', 'fertiliser', 'crop', at(WATTHANA), 'doa-10-crop', 'fertiliser'],
    ['seed in Chonburi', 'plant-variety', 'crop', at(THUNG_SUKHLA), 'doa-20-crop', 'controlled-seed'],
    ['animal feed in Chonburi', 'animal-feed', 'livestock', at(THUNG_SUKHLA), 'dld-20-livestock', 'animal-feed'],
    ['a registration in an estate that is a promoted zone', 'commercial-registration', 'registry', at(PLUAK_DAENG, { estate: 'eastern-seaboard-rayong' }), 'eeco-registry', 'promoted-zone'],
  ])('sends %s to the right office', (_what, law, duty, place, office, rule) => {
    const authority = route(law, duty, place);
    expect([authority.office.code, authority.rule]).toEqual([office, rule]);
    expect(authority.because).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/\.$/) });
    expect(authority.citation.law).toEqual({ th: expect.stringContaining('พ.ศ.'), en: expect.stringContaining('B.E.') });
  });

  it('names the office in full and says why, in both languages', () => {
    const { office, because } = route('factory', 'factory', at(THUNG_SUKHLA, { estate: 'laem-chabang' }));
    expect(office).toEqual({
      code: 'ieat-laem-chabang-estate', duty: 'estate',
      title: { th: 'สำนักงานนิคมอุตสาหกรรมแหลมฉบัง', en: 'Laem Chabang Industrial Estate Office' },
      agency: { code: 'ieat', title: { th: 'การนิคมอุตสาหกรรมแห่งประเทศไทย', en: 'Industrial Estate Authority of Thailand' } },
    });
    expect(because).toEqual({
      th: 'ที่ตั้งอยู่ในนิคมอุตสาหกรรมแหลมฉบัง กนอ. จึงเป็นผู้พิจารณาเรื่องนี้ในพื้นที่นิคม', en: 'The place is in Laem Chabang Industrial Estate, where IEAT decides this matter.',
    });
    expect(route('public-health', 'sanitation', at(WATTHANA)).office.title).toEqual({
      th: 'ฝ่ายสิ่งแวดล้อมและสุขาภิบาล สำนักงานเขตวัฒนา กรุงเทพมหานคร', en: 'Environment and Sanitation Section, Watthana District Office, Bangkok',
    });
  });

  it('passes over rules that were not in force on the day of filing', () => {
    const place = at('200701', { zone: 'eec-d' });
    expect(routeAuthority({ law: 'public-health', duty: 'sanitation', place, on: '2026-11-21' }).rule).toBe('promoted-zone');
    expect(routeAuthority({ law: 'public-health', duty: 'sanitation', place, on: '2017-01-01' }).rule).toBe('local-authority');
  });

  it('refuses a duty that no authority has under the law', () => {
    expect(() => route('hotel', 'tax', at(WATTHANA))).toThrow('No office has the duty "tax" under the law "hotel" in Khlong Toei Nuea, Bangkok.');
    expect(() => route('public-health', 'excise', at(WATTHANA))).toThrow('No office has the duty "excise" under the law "public-health" in Khlong Toei Nuea, Bangkok.');
  });

  it('finds an office for every law at every place of the country, and can find it again by its code', () => {
    const pairs: [LawCode, DutyCode][] = [
      ['commercial-registration', 'registry'], ['public-health', 'sanitation'], ['building-control', 'building'], ['signboard-tax', 'revenue'],
      ['excise', 'excise'], ['factory', 'factory'], ['ieat', 'estate'], ['environment', 'environment'], ['civil-commercial', 'company'],
      ['revenue-code', 'tax'], ['hotel', 'hotel'], ['entertainment', 'venue'], ['film-video', 'culture'], ['health-establishment', 'wellness'],
      ['sanatorium', 'clinic'], ['drug', 'drug'], ['cosmetic', 'cosmetic'], ['direct-sales', 'consumer'], ['electricity', 'electricity'],
      ['water', 'water'], ['fertiliser', 'crop'], ['plant-variety', 'crop'], ['animal-feed', 'livestock'],
    ];
    const where = fc.record({
      subdistrict: fc.constantFrom(...subdistricts), estate: fc.option(fc.constantFrom(...estates)), zone: fc.option(fc.constantFrom(...zones)), pair: fc.constantFrom(...pairs),
    });
    fc.assert(fc.property(where, ({ subdistrict, estate, zone, pair: [law, duty] }) => {
      const { office } = route(law, duty, at(subdistrict.code, { estate: estate?.code ?? null, zone: zone?.code ?? null }));
      expect(getOffice(office.code)).toEqual(office);
    }), { numRuns: 1000 });
  });
});

describe('offices', () => {
  it('have their own codes, both titles and a known agency, and are found by their code', () => {
    const offices = listOffices();
    expect(new Set(offices.map(({ code }) => code)).size).toBe(offices.length);
    for (const office of offices) {
      expect(office.title).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/^[A-Z]/) });
      expect(getAgency(office.agency.code).title).toEqual(office.agency.title);
      expect(office.code.endsWith(`-${office.duty}`)).toBe(true);
      expect(findOffice(office.code)).toEqual(office);
    }
  });

  it('count four divisions for each of the 50 districts of Bangkok', () => {
    expect(listOffices().filter(({ agency, duty }) => agency.code === 'bma' && duty !== 'appeals')).toHaveLength(200);
  });

  it('of the central agencies are one for each province, save that the Consumer Protection Board has one for all', () => {
    const count = (duty: DutyCode) => listOffices().filter((office) => office.duty === duty).length;
    expect([count('hotel'), count('electricity'), count('consumer')]).toEqual([77, 77, 1]);
    expect(findOffice('mea-12-electricity')?.title).toEqual({ th: 'การไฟฟ้านครหลวง พื้นที่นนทบุรี', en: 'Metropolitan Electricity Authority, Nonthaburi' });
  });

  it.each(['', 'bma-1039', 'bma-1051-sanitation', 'bma-1039-constructor', 'lao-999999-revenue', 'ieat-nowhere-estate', 'diw-99-factory', 'excise-20-factory', 'sanitation', '-sanitation', 'eeco-excise', 'dopa-10-venue', 'ocpb-20-consumer', 'pea-10-electricity'])(
    'do not exist as "%s"',
    (code) => {
      expect(findOffice(code)).toBeUndefined();
      expect(() => getOffice(code)).toThrow(`There is no office "${code}".`);
    },
  );

  it('belong to agencies with full and short names', () => {
    for (const { title, short } of agencies) for (const words of [title, short]) expect(words).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/^[A-Z]/) });
    expect(() => getAgency('fbi')).toThrow('There is no agency "fbi"');
  });
});

describe('the legal table', () => {
  it('has for every line a law, a date and a source', () => {
    expect(new Set(authorityRules.map(({ id }) => id)).size).toBe(authorityRules.length);
    for (const { citation, source, laws } of authorityRules) {
      expect(laws.length).toBeGreaterThan(0);
      expect(citation.section).not.toBe('');
      expect(source.from).not.toBe('');
      expect(source.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('placeOf', () => {
  it('gives names for people and codes for rules', () => {
    const place = at(THUNG_SUKHLA, { estate: 'laem-chabang' });
    expect(place).toMatchObject({ province: { title: { th: 'ชลบุรี' } }, localAuthority: { code: 'lao-laem-chabang' }, estate: { title: { en: 'Laem Chabang Industrial Estate' } }, zone: null });
    expect(placeFacts(place)).toEqual({ province: '20', district: '2007', subdistrict: '200703', localAuthority: 'lao-laem-chabang', estate: 'laem-chabang', zone: null });
  });

  it('gives the zone of an estate that is one', () => {
    expect(at(PLUAK_DAENG, { estate: 'eastern-seaboard-rayong' }).zone?.code).toBe('eec-esie');
  });

  it('waits for the subdistrict', () => {
    expect(placeOf({})).toBeUndefined();
    expect(placeOf({ address: { province: '20' } })).toBeUndefined();
  });

  it('tells what does not fit together', () => {
    expect(findPlaceProblems({ address: { subdistrict: THUNG_SUKHLA, district: '2007', province: '20' }, estate: 'laem-chabang' })).toEqual([]);
    const wrong = findPlaceProblems({ address: { subdistrict: THUNG_SUKHLA, district: '2001', province: '21' }, estate: 'map-ta-phut', zone: 'nowhere' });
    expect(wrong.map(({ path, code }) => [path, code])).toEqual([
      ['premises.address.district', 'place-mismatch'], ['premises.address.province', 'place-mismatch'], ['premises.estate', 'place-mismatch'], ['premises.zone', 'unknown-place'],
    ]);
    expect(findPlaceProblems({ address: { subdistrict: '999999' } })).toMatchObject([{ path: 'premises.address.subdistrict', code: 'unknown-place' }]);
    expect(findPlaceProblems({})).toEqual([]);
    expect(findPlaceProblems({ address: { subdistrict: WATTHANA, district: '1001' } })[0]?.message.th).toBe('แขวงคลองเตยเหนืออยู่ในเขตวัฒนา');
  });
});
