import fc from 'fast-check';
import { formatAddress } from './postal-address';
import { findWhereabouts, subdistricts } from './places';
import { searchPlaces } from './search-places';

const codes = (query: string, limit?: number) => searchPlaces(query, limit).map(({ subdistrict }) => subdistrict.code);

describe('searchPlaces', () => {
  it.each([
    ['ทุ่งสุขลา', '200703'], ['ต.ทุ่งสุขลา', '200703'], ['ตำบลทุ่งสุขลา', '200703'], ['ทุ่งสุข', '200703'], ['thung sukhla', '200703'], ['THUNGSUKHLA', '200703'],
    ['มาบตาพุด', '210114'], ['map ta phut', '210114'], ['สุรศักดิ์ ศรีราชา', '200702'], ['ทุ่งสุขลาศรีราชา', '200703'], ['บ้านฉาง ระยอง', '210203'], ['แขวงคลองเตยเหนือ', '103901'],
    ['หนองปรือ บางละมุง', '200402'], ['Nong Prue, Phanat Nikhom', '200613'],
  ])('finds %s first', (query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it('understands the other spellings of the same word', () => {
    expect(codes('ปากนํ้า ระยอง')[0]).toBe('210104');
    expect(codes('เเสนสุข')[0]).toBe('200104');
  });

  it('lists the subdistricts of a district or a postcode', () => {
    expect(codes('ศรีราชา', 20)).toEqual(expect.arrayContaining(['200701', '200702', '200708']));
    expect(codes('20230', 20).every((code) => findWhereabouts(code)?.subdistrict.postcodes.includes('20230'))).toBe(true);
    expect(codes('๒๐๒๓๐', 20)).toEqual(codes('20230', 20));
  });

  it('finds nothing for nothing, nonsense, or signs that mean something in patterns', () => {
    for (const query of ['', '   ', 'ไม่มีตำบลนี้แน่นอน', '.*', '(', '[ก']) expect(codes(query)).toEqual([]);
  });

  it('keeps to the limit', () => {
    expect(codes('บ้าน', 7)).toHaveLength(7);
  });

  it('finds every subdistrict by its name, district and province', () => {
    fc.assert(fc.property(fc.constantFrom(...subdistricts), ({ code, title }) => {
      const place = findWhereabouts(code);
      expect(codes(`${title.th} ${place?.district.title.th} ${place?.province.title.th}`)).toContain(code);
      expect(codes(`${title.en} ${place?.district.title.en} ${place?.province.title.en}`)).toContain(code);
    }), { numRuns: 60 });
  });
});

describe('formatAddress', () => {
  const address = { houseNo: '99/1', moo: '5', road: 'สุขุมวิท', subdistrict: '200703', district: '2007', province: '20', postcode: '20230' };

  it('writes an address as papers have it', () => {
    expect(formatAddress(address, 'th')).toBe('99/1 หมู่ที่ 5 ถนนสุขุมวิท ตำบลทุ่งสุขลา อำเภอศรีราชา จังหวัดชลบุรี 20230');
    expect(formatAddress({ ...address, road: 'Sukhumvit' }, 'en')).toBe('99/1, Moo 5, Sukhumvit Road, Thung Sukhla Subdistrict, Si Racha District, Chonburi 20230');
  });

  it('says แขวง and เขต in Bangkok', () => {
    expect(formatAddress({ houseNo: '1', soi: 'สุขุมวิท 55', subdistrict: '103901', postcode: '10110' }, 'th')).toBe('1 ซอยสุขุมวิท 55 แขวงคลองเตยเหนือ เขตวัฒนา กรุงเทพมหานคร 10110');
  });

  it('writes what it has of an unfinished one', () => {
    expect(formatAddress({ houseNo: '1' }, 'th')).toBe('1');
    expect(formatAddress({}, 'en')).toBe('');
  });
});
