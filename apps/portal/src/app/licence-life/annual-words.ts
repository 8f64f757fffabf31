import type { Text } from '@anuyat/licence-kit';

/** Words of the fee that is owed every year. */
export const ANNUAL_WORDS = {
  heading: { th: 'ค่าธรรมเนียมรายปี', en: 'Yearly fee' },
  about: { th: 'ชำระทุกปีตลอดเวลาที่ใบอนุญาตยังใช้อยู่ ระบบแจ้งล่วงหน้า {days} วัน', en: 'It is paid every year while the licence goes on, and billed {days} days ahead.' },
  next: { th: 'ครบกำหนดครั้งถัดไป', en: 'Next due on' },
  month: { th: 'ชำระช้ามีเงินเพิ่มร้อยละ {percent} ต่อเดือน เศษของเดือนนับเป็นหนึ่งเดือน', en: 'Late, it grows by {percent} per cent a month. A month that has begun counts whole.' },
  once: { th: 'ชำระช้ามีเงินเพิ่มร้อยละ {percent}', en: 'Late, it grows by {percent} per cent.' },
  section: { th: 'มาตรา', en: 'section' },
  unconfirmed: { th: 'ตัวเลขบางส่วนยังไม่ได้รับการยืนยันจากหน่วยงาน', en: 'The office has not confirmed every figure yet.' },
  overdue: { th: 'ค้างชำระค่าธรรมเนียมรายปี', en: 'The yearly fee is late' },
  year: { th: 'ปีที่ครบกำหนด', en: 'Year due' },
  payBy: { th: 'ชำระภายใน', en: 'Pay by' },
  amount: { th: 'จำนวนเงิน', en: 'Amount' },
  state: { th: 'สถานะ', en: 'Status' },
  due: { th: 'รอชำระ', en: 'Due' },
  late: { th: 'ค้างชำระ', en: 'Late' },
  paid: { th: 'ชำระแล้ว', en: 'Paid' },
  pay: { th: 'ชำระ', en: 'Pay' },
  receipt: { th: 'ดูใบเสร็จ', en: 'Receipt' },
  none: { th: 'ยังไม่มีใบแจ้งชำระ', en: 'Nothing has been billed yet.' },
} as const satisfies Record<string, Text>;
