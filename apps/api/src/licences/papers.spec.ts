import { listOffices } from '@anuyat/dictionary/reference';
import { conditionsOf, initialsOf, licenceNumber, PaperPress, type LicenceRow } from '@anuyat/licences';
import { licences } from '@anuyat/workflows';

const press = new PaperPress('https://anuyat.example.go.th');
const longestOffice = listOffices().toSorted((a, b) => b.title.th.length - a.title.th.length)[0];

function row(code: string, more: Partial<LicenceRow> = {}): LicenceRow {
  const office = longestOffice?.code ?? '';
  return {
    number: licenceNumber(code, office, 2569, 12), application_id: '', case_id: '', account_id: '', code, version: 1, office, holder: 'นางสาวสมหญิง รักอ่าน', business_name: 'ร้านหนังสือ',
    place_th: 'ตำบลทุ่งสุขลา อำเภอศรีราชา จังหวัดชลบุรี', place_en: 'Thung Sukhla, Si Racha, Chon Buri', conditions: [], issued_on: '2026-11-21', valid_from: '2026-11-21', valid_until: '2027-11-20', edition: 1, life_id: null, since: null,
    status: 'valid', paper_key: 'k3y-Of_this-Paper12', ...more,
  };
}

function pagesOf(pdf: Buffer): number {
  return Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
}

describe.each(licences.map((licence) => [licence.code, licence] as const))('the paper of %s', (code, licence) => {
  it('is one page with all its conditions, also where every name is long', async () => {
    const conditions = conditionsOf(licence);
    expect(conditions.length).toBeGreaterThan(0);
    const long = row(code, {
      conditions,
      holder: 'บริษัท ตัวอย่างผลิตภัณฑ์อาหารและเครื่องดื่มเพื่อการส่งออกแห่งภาคตะวันออก (ประเทศไทย) จำกัด',
      business_name: 'โรงงานแปรรูปและบรรจุอาหารทะเลแช่แข็งตัวอย่างชลบุรี สาขานิคมอุตสาหกรรมแหลมฉบัง',
    });
    expect(pagesOf(await press.print(long, licence))).toBe(1);
  });

  it('is signed by an office that always has a part in it', () => {
    expect(licence.lanes[0]?.when).toBeUndefined();
  });
});

describe('the numbers of licences', () => {
  it('begin with other initials for each licence type', () => {
    const initials = licences.map(({ code }) => initialsOf(code));
    expect(new Set(initials).size).toBe(licences.length);
  });

  it('are another series for each office, though the number leaves out what is between the letters', () => {
    const numbers = listOffices().map(({ code }) => licenceNumber('signboard-tax', code, 2569, 1));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => !/^ST-[A-Z0-9]+-2569-00001$/.test(number))).toEqual([]);
  });
});
