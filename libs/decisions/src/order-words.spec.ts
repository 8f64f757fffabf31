import type { WrittenOrder } from '@anuyat/contract';
import { orderKinds, writtenOrder } from './testing/order';
import { wordsOf } from './order-press';
import { orderedIn, remedyIn, subjectOf } from './order-words';

const about = { holder: 'นางสาวมาลี ใจเย็น', caseNumber: 'C691122-000001', applicationNumber: 'C691122-000001-1' };

describe('the letter of an order', () => {
  it('holds all that the law asks of an order, and how, where and until when to appeal', () => {
    expect(wordsOf(writtenOrder(), about)).toMatchObject({
      number: 'BMA1039SANITATION-O-2569-00012', holder: 'นางสาวมาลี ใจเย็น', reference: 'C691122-000001-1 · C691122-000001', day: { en: '22 November 2026' },
      facts: 'พบหนูในครัว', law: 'มาตรา 45', considerations: 'เป็นอันตราย', officer: { th: 'สมศักดิ์ ตรงไปตรงมา' }, position: { en: 'Deciding officer, Sanitation' },
      ordered: { th: 'ไม่อนุญาตตามคำขอ' }, remedyTitle: { en: 'How to appeal' },
      deliveries: [{ th: expect.stringContaining('22 พฤศจิกายน 2569') }],
    });
    expect(remedyIn(writtenOrder())).toMatchObject({
      th: expect.stringMatching(/รัฐมนตรีว่าการกระทรวงสาธารณสุข.* ภายใน 30 วันนับแต่วันที่ได้รับแจ้งคำสั่งนี้ คือภายในวันที่ 22 ธันวาคม 2569.* มาตรา 66/s),
      en: expect.stringMatching(/Minister of Public Health.* Within 30 days .* until 22 December 2026 .*s\.66\)\.$/s),
    });
  });

  it.each(orderKinds)('says in both languages what is ordered by a %s', (kind, outcome) => {
    const order = writtenOrder({ kind, outcome: outcome as WrittenOrder['outcome'] });
    for (const text of [subjectOf(order), orderedIn(order)]) {
      expect(text.th).toMatch(/[ก-๙]{4}/);
      expect(text.en).toMatch(/[a-z]{4}/);
    }
  });

  it('names the days of a suspension, and the office alone where nobody acted', () => {
    expect(orderedIn({ kind: 'suspension', outcome: 'suspended' }, { days: 10 }).en).toContain('10 days');
    expect(orderedIn({ kind: 'suspension', outcome: 'suspended' }, { days: null }).en).toContain('until the office lifts');
    expect(wordsOf(writtenOrder({ officer: { name: null, position: { th: 'สำนักงาน', en: 'Office' } } }), about)).toMatchObject({ officer: { th: '', en: '' } });
  });
});
