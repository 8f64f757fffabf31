import type { JsonSchema } from '@anuyat/licence-kit';
import { answerRows } from './answer-words';

const title = (words: string) => ({ th: words, en: words });
const names = new Map([['area:103901', { th: 'คลองเตยเหนือ วัฒนา กรุงเทพมหานคร', en: 'Khlong Toei Nuea, Watthana, Bangkok' }], ['tsic:56101', title('ร้านอาหาร')]]);
const rowsOf = (properties: Record<string, JsonSchema>, answers: Record<string, unknown>) =>
  answerRows({ properties }, answers, (type, code) => names.get(`${type}:${code}`));

describe('answers read back', () => {
  it('use labels, units and Buddhist years', () => {
    const rows = rowsOf(
      {
        tenure: { enum: ['own'], 'x-title': title('สิทธิ'), 'x-labels': { own: title('เป็นเจ้าของ') } },
        area: { type: 'number', 'x-title': title('พื้นที่'), 'x-unit': title('ตร.ม.') },
        start: { type: 'string', format: 'iso-date', 'x-title': title('เริ่ม') },
        isMoving: { type: 'boolean', 'x-title': title('เคลื่อนที่') },
      },
      { tenure: 'own', area: 1200, start: '2026-11-21', isMoving: false },
    );
    expect(rows.map(({ value }) => value.th)).toEqual(['เป็นเจ้าของ', '1,200 ตร.ม.', '21 พฤศจิกายน 2569', 'ไม่ใช่']);
  });

  it('name places and activities instead of their codes', () => {
    const rows = rowsOf(
      { address: { type: 'object', 'x-widget': 'address' }, activities: { type: 'array', 'x-widget': 'tsic' } },
      { address: { houseNo: '9/1', road: 'สุขุมวิท', subdistrict: '103901', postcode: '10110' }, activities: ['56101'] },
    );
    expect(rows.map(({ value }) => value.th)).toEqual(['9/1 ถนนสุขุมวิท คลองเตยเหนือ วัฒนา กรุงเทพมหานคร 10110', 'ร้านอาหาร (56101)']);
  });

  it('group the digits of identity and telephone numbers as the offices see them', () => {
    const rows = rowsOf(
      { id: { type: 'string', format: 'thai-id' }, company: { type: 'string', format: 'juristic-id' }, phone: { type: 'string', format: 'thai-phone' } },
      { id: '1234567890121', company: '0105999999994', phone: '0812345678' },
    );
    expect(rows.map(({ value }) => value.en)).toEqual(['1-2345-67890-12-1', '0-1059-99999-99-4', '081-234-5678']);
  });

  it('number the rows of a list, and lead to each field', () => {
    const rows = rowsOf(
      { signs: { type: 'array', 'x-title': title('ป้าย'), items: { type: 'object', properties: { text: { type: 'string', 'x-title': title('ข้อความ') } } } } },
      { signs: [{ text: 'ก' }, { text: 'ข' }] },
    );
    expect(rows.map(({ path, label, value }) => [path, label.en, value.en])).toEqual([
      ['signs.0.text', 'Item 1: ข้อความ', 'ก'],
      ['signs.1.text', 'Item 2: ข้อความ', 'ข'],
    ]);
  });

  it('mark what is empty', () => {
    expect(rowsOf({ website: { type: 'string', 'x-title': title('เว็บไซต์') } }, {})[0]).toMatchObject({ isEmpty: true, value: { th: '' } });
  });
});
