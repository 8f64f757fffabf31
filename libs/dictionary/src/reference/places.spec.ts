import { readFileSync } from 'node:fs';
import { provinces } from '../rules/provinces';
import { districts, districtsOf, findDistrict, findWhereabouts, getWhereabouts, provincesInThaiOrder, subdistricts, subdistrictsOf } from './places';

const thaiNames = (areas: readonly { title: { th: string } }[]) => areas.map(({ title }) => title.th);
const inCodeOrder = (province: string) => thaiNames(districts.filter((district) => district.province === province));

describe('the places of Thailand', () => {
  it('are 77 provinces, 928 districts and 7,436 subdistricts, each with its own code', () => {
    expect([provinces.length, districts.length, subdistricts.length]).toEqual([77, 928, 7436]);
    for (const areas of [provinces, districts, subdistricts]) expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
  });

  it('lie within each other by their codes', () => {
    expect(subdistricts.filter(({ code, district }) => !/^\d{6}$/.test(code) || !findDistrict(district))).toEqual([]);
    expect(districts.filter(({ code }) => !/^\d{4}$/.test(code) || !provinces.some((province) => code.startsWith(province.code)))).toEqual([]);
    expect(provinces.filter(({ code }) => districtsOf(code).length === 0)).toEqual([]);
    expect(districts.filter(({ code }) => subdistrictsOf(code).length === 0)).toEqual([]);
  });

  it('have names in both languages and postcodes of five digits', () => {
    for (const { title } of [...provinces, ...districts, ...subdistricts]) {
      expect(title.th).toMatch(/^[ก-๙.-]+$/);
      expect(title.en).toMatch(/^[A-Z][A-Za-z .'-]+$/);
    }
    expect(subdistricts.flatMap(({ postcodes }) => postcodes).filter((code) => !/^[1-9]\d{4}$/.test(code))).toEqual([]);
  });

  it('have no two subdistricts of one name in a district', () => {
    const seen = new Set(subdistricts.map(({ district, title }) => `${district} ${title.th}`));
    expect(seen.size).toBe(subdistricts.length);
  });

  it('name the districts of the EEC as the law does', () => {
    expect(inCodeOrder('20')).toEqual(['เมืองชลบุรี', 'บ้านบึง', 'หนองใหญ่', 'บางละมุง', 'พานทอง', 'พนัสนิคม', 'ศรีราชา', 'เกาะสีชัง', 'สัตหีบ', 'บ่อทอง', 'เกาะจันทร์']);
    expect(inCodeOrder('21')).toEqual(['เมืองระยอง', 'บ้านฉาง', 'แกลง', 'วังจันทร์', 'บ้านค่าย', 'ปลวกแดง', 'เขาชะเมา', 'นิคมพัฒนา']);
    expect(inCodeOrder('24')).toEqual(['เมืองฉะเชิงเทรา', 'บางคล้า', 'บางน้ำเปรี้ยว', 'บางปะกง', 'บ้านโพธิ์', 'พนมสารคาม', 'ราชสาส์น', 'สนามชัยเขต', 'แปลงยาว', 'ท่าตะเกียบ', 'คลองเขื่อน']);
    expect(districts.filter(({ province }) => ['20', '21', '24'].includes(province)).map(({ code }) => Number(code.slice(2)))).toEqual([
      ...Array.from({ length: 11 }, (_, index) => index + 1), ...Array.from({ length: 8 }, (_, index) => index + 1), ...Array.from({ length: 11 }, (_, index) => index + 1),
    ]);
  });

  it('have what the packages got wrong put right', () => {
    expect(districts.filter(({ code }) => code.startsWith('97'))).toEqual([]);
    expect(findDistrict('3801')?.title).toEqual({ th: 'เมืองบึงกาฬ', en: 'Mueang Bueng Kan' });
    expect(findWhereabouts('103901')?.subdistrict.title.th).toBe('คลองเตยเหนือ');
    expect(findWhereabouts('101406')?.subdistrict.title.th).toBe('พญาไท');
    expect(subdistrictsOf('8601').some(({ title }) => title.th.startsWith('เกาะ'))).toBe(false);
    expect(districtsOf('10')).toHaveLength(50);
  });

  it('are found by code, with what lies around them', () => {
    expect(getWhereabouts('200703')).toMatchObject({
      province: { title: { en: 'Chonburi' } }, district: { code: '2007', title: { th: 'ศรีราชา' } }, subdistrict: { title: { th: 'ทุ่งสุขลา' }, postcodes: ['20230'] },
    });
    expect(findWhereabouts('999999')).toBeUndefined();
    expect(() => getWhereabouts('2007')).toThrow('There is no subdistrict "2007"');
  });

  it('are listed in Thai order', () => {
    expect(provincesInThaiOrder()[0]?.title.th).toBe('กระบี่');
    expect(thaiNames(districtsOf('21'))[0]).toBe('แกลง');
    expect(districtsOf('00')).toEqual([]);
  });

  it('come in less than a megabyte', () => {
    expect(readFileSync(new URL('./data/places.json', import.meta.url)).byteLength).toBeLessThan(1_000_000);
  });
});
