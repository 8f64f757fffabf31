import type { DecisionKind } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** What would be so, had it turned: the end of "If the area were at most 200 m², ...". */
export function turned(kind: DecisionKind, wouldHold: boolean): Text {
  switch (kind) {
    case 'lane':
      return wouldHold ? { th: 'จะต้องพิจารณาในส่วนนี้ด้วย', en: 'this review would be needed' } : { th: 'จะไม่ต้องพิจารณาในส่วนนี้', en: 'this review would not be needed' };
    case 'document':
      return wouldHold ? { th: 'จะต้องใช้เอกสารนี้', en: 'this document would be asked for' } : { th: 'จะไม่ต้องใช้เอกสารนี้', en: 'this document would not be asked for' };
    default:
      return wouldHold ? { th: 'จะต้องขอเรื่องนี้', en: 'this would be needed' } : { th: 'จะไม่ต้องขอเรื่องนี้', en: 'this would not be needed' };
  }
}

/** Where nothing that the form allows turns it. */
export function unturned(isForAll: boolean): Text {
  return isForAll
    ? { th: 'คำตอบในแบบฟอร์มไม่ทำให้ข้อนี้เปลี่ยน', en: 'No answer on the form changes this.' }
    : { th: 'ไม่มีคำตอบอื่นที่แบบฟอร์มรับได้ซึ่งจะทำให้ผลเปลี่ยนไป', en: 'No other answer that the form allows would change this.' };
}

export function baht(amount: number): Text {
  const figure = amount.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return { th: `${figure} บาท`, en: `${figure} baht` };
}
