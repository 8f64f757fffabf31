import type { Text } from '@anuyat/licence-kit';

/** Words of the pages about an issued licence; holders, officers and monitors share them. */
export const LIFE_WORDS = {
  heading: { th: 'อายุและสถานะของใบอนุญาต', en: 'How this licence stands' },
  since: { th: 'ตั้งแต่', en: 'Since' },
  now: { th: 'ขณะนี้', en: 'Now' },
  renewal: { th: 'การต่ออายุ', en: 'Renewal' },
  noRenewal: { th: 'ใบอนุญาตนี้ไม่ต้องต่ออายุ', en: 'This licence does not have to be renewed.' },
  opensOn: { th: 'ต่ออายุได้ตั้งแต่', en: 'It can be renewed from' },
  byFee: { th: 'ต่ออายุโดยชำระค่าธรรมเนียมเท่านั้น ไม่ต้องยื่นแบบใด ๆ', en: 'Paying the fee renews it. There is no form.' },
  byFeeLaw: { th: 'พระราชบัญญัติการอำนวยความสะดวกในการพิจารณาอนุญาตของทางราชการ พ.ศ. 2558 มาตรา 12', en: 'Licensing Facilitation Act B.E. 2558, section 12' },
  byFiling: { th: 'ต่ออายุโดยยื่นคำขอ ข้อมูลเดิมถูกกรอกไว้ให้แล้ว', en: 'It is renewed by an application that is already filled in with what you told us last time.' },
  pay: { th: 'ชำระและต่ออายุ', en: 'Pay and renew' },
  billComing: { th: 'กำลังจัดทำใบแจ้งชำระ', en: 'The bill is being made.' },
  startRenewal: { th: 'เริ่มต่ออายุ', en: 'Start the renewal' },
  goOnRenewing: { th: 'ดูคำขอต่ออายุ', en: 'Go to the renewal' },
  startChange: { th: 'ขอแก้ไขรายการ', en: 'Ask for a change' },
  late: { th: 'หลังหมดอายุยังต่อได้อีก {days} วัน โดยมีเงินเพิ่มร้อยละ {percent}', en: 'It can still be renewed for {days} days after it expired, at a surcharge of {percent} per cent.' },
  unconfirmed: { th: 'ตัวเลขนี้ยังไม่ได้รับการยืนยันจากหน่วยงาน', en: 'The office has not confirmed this figure yet.' },
  intentTo: { th: 'สำนักงานแจ้งว่าจะ', en: 'The office intends a' },
  suspension: { th: 'พักใช้ใบอนุญาต', en: 'suspension' },
  revocation: { th: 'เพิกถอนใบอนุญาต', en: 'revocation' },
  answerBy: { th: 'ชี้แจงได้ถึง', en: 'It can be answered until' },
  answered: { th: 'คำชี้แจงของผู้รับใบอนุญาต', en: 'The holder’s answer' },
  orderSuspended: { th: 'คำสั่งพักใช้ใบอนุญาต', en: 'Order: suspended' },
  orderRevoked: { th: 'คำสั่งเพิกถอนใบอนุญาต', en: 'Order: revoked' },
  until: { th: 'ถึง', en: 'Until' },
  untilLifted: { th: 'จนกว่าสำนักงานจะยกเลิก', en: 'Until the office lifts it' },
  appeal: {
    th: 'อุทธรณ์คำสั่งได้ต่อเจ้าหน้าที่ผู้ออกคำสั่งภายใน 15 วันนับแต่วันที่รับแจ้ง (พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 44) เว้นแต่กฎหมายของใบอนุญาตนี้กำหนดไว้เป็นอย่างอื่น',
    en: 'The order can be appealed with the official who made it within 15 days of being told (Administrative Procedure Act B.E. 2539, section 44), unless this licence’s own law says otherwise.',
  },
  remedy: { th: 'การอุทธรณ์', en: 'How to appeal' },
  appealUntil: { th: 'อุทธรณ์ได้ถึง', en: 'Until' },
  days: { th: 'วันนับแต่วันที่รับแจ้ง', en: 'days from being told' },
  section: { th: 'มาตรา', en: 'section' },
  unconfirmedRule: { th: 'ยังไม่ได้รับการยืนยันจากหน่วยงาน', en: 'not confirmed by the office yet' },
  paper: { th: 'หนังสือคำสั่ง', en: 'The order as a letter,' },
  facts: { th: 'ข้อเท็จจริง', en: 'Facts' },
  law: { th: 'ข้อกฎหมาย', en: 'Law' },
  considerations: { th: 'ข้อพิจารณาและเหตุผล', en: 'Considerations' },
  acts: { th: 'สิ่งที่ทำได้ตอนนี้', en: 'What can be done now' },
  noActs: { th: 'ตอนนี้ไม่มีสิ่งที่คุณต้องทำ', en: 'There is nothing for you to do now.' },
  send: { th: 'ยืนยัน', en: 'Confirm' },
  close: { th: 'ยกเลิก', en: 'Cancel' },
  noDay: { th: 'กรอกวันที่ เช่น 28/12/2569', en: 'Enter a day, such as 28/12/2026' },
  missing: { th: 'กรอกข้อนี้', en: 'Fill this in' },
  tooMany: { th: 'กฎหมายให้พักใช้ได้ครั้งละไม่เกิน {days} วัน', en: 'The law allows at most {days} days at a time.' },
  history: { th: 'ประวัติ', en: 'History' },
  editions: { th: 'ฉบับของใบอนุญาต', en: 'Editions' },
  edition: { th: 'ฉบับที่', en: 'Edition' },
  why: { th: 'เหตุที่ออก', en: 'Why' },
  holder: { th: 'ผู้รับใบอนุญาต', en: 'Holder' },
  period: { th: 'ใช้ได้ระหว่าง', en: 'Valid' },
  noEnd: { th: 'ไม่มีวันหมดอายุ', en: 'No end date' },
  waitsForTransfer: { th: 'ผู้รับโอนตอบรับแล้ว', en: 'The new holder has accepted' },
  offerMade: { th: 'ส่งลิงก์นี้ให้ผู้รับโอน ลิงก์แสดงครั้งเดียวและใช้ได้ 30 วัน', en: 'Send this link to the new holder. It is shown once and works for 30 days.' },
  reasons: { th: 'ต้องมีเหตุผลครบสามส่วน (พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 37)', en: 'All three parts are needed (Administrative Procedure Act B.E. 2539, section 37).' },
} as const satisfies Record<string, Text>;

/** Why an edition was made. */
export const EDITION_WHY: Record<'issued' | 'renewed' | 'amended' | 'handed-over', Text> = {
  issued: { th: 'ออกครั้งแรก', en: 'Issued' },
  renewed: { th: 'ต่ออายุ', en: 'Renewed' },
  amended: { th: 'แก้ไขรายการ', en: 'Changed' },
  'handed-over': { th: 'โอน', en: 'Transferred' },
};

/** How a licence stands. */
export const STANDING_WORDS: Record<'valid' | 'expiring' | 'expired' | 'suspended' | 'revoked' | 'cancelled', Text> = {
  valid: { th: 'ใช้ได้', en: 'Valid' },
  expiring: { th: 'ใช้ได้ ถึงเวลาต่ออายุ', en: 'Valid; time to renew' },
  expired: { th: 'หมดอายุ', en: 'Expired' },
  suspended: { th: 'ถูกพักใช้', en: 'Suspended' },
  revoked: { th: 'ถูกเพิกถอน', en: 'Revoked' },
  cancelled: { th: 'เลิกแล้ว', en: 'Ended by its holder' },
};

/** A text with its gaps filled. */
export function filled({ th, en }: Text, values: Record<string, string | number>): Text {
  const fill = (text: string): string => Object.entries(values).reduce((so, [name, value]) => so.replace(`{${name}}`, String(value)), text);
  return { th: fill(th), en: fill(en) };
}
