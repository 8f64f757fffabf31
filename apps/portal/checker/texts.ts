/** A text in both languages. */
export interface Text {
  th: string;
  en: string;
}

export type Lang = keyof Text;

export const texts = {
  title: { th: 'ตรวจประวัติคำขอ', en: 'Check a history' },
  lead: {
    th: 'เลือกไฟล์ประวัติที่ดาวน์โหลดจากหน้าคำขอ หน้านี้ตรวจว่าทุกบรรทัดเป็นอย่างที่บันทึกไว้ ไฟล์ไม่ออกจากเครื่องของคุณ และใช้ได้โดยไม่ต้องต่ออินเทอร์เน็ต',
    en: 'Choose a history file that was downloaded from a case. This page checks that every line is as it was recorded. The file does not leave your device, and no network is needed.',
  },
  file: { th: 'ไฟล์ประวัติ (.json)', en: 'History file (.json)' },
  key: { th: 'กุญแจหรือรากที่ประกาศไว้ (ไม่บังคับ)', en: 'Published key or root (optional)' },
  keyHelp: {
    th: 'คัดลอกจากหน้า “บัญชีที่ทุกคนตรวจได้” หรือจากฉบับพิมพ์ เพื่อให้แน่ใจว่ารากในไฟล์เป็นของจริง',
    en: 'Copy it from the page “The ledger anyone can check”, or from print, to be sure that the root in the file is the real one.',
  },
  badKey: { th: 'ข้อความนี้ไม่ใช่กุญแจหรือรากที่ประกาศไว้ จึงยังไม่ได้นำมาเทียบ', en: 'This is neither a published key nor a root, so it was not compared.' },
  genuine: { th: 'ถูกต้อง: ทุกบรรทัดเป็นอย่างที่บันทึกไว้', en: 'Genuine: every line is as it was recorded' },
  pendingOnly: { th: 'ไม่พบการแก้ไข แต่ยังไม่มีรากที่ลงนามครอบคลุม', en: 'No alteration found, but no signed root covers it yet' },
  forged: { th: 'ไม่ถูกต้อง: ไฟล์นี้ไม่ใช่ประวัติที่บันทึกไว้', en: 'Not genuine: this is not the history that was recorded' },
  pendingText: {
    th: 'รากลงนามวันละครั้ง บรรทัดที่ยังรออยู่ตรวจได้เพียงว่าต่อเนื่องกัน ดาวน์โหลดไฟล์ใหม่วันพรุ่งนี้เพื่อพิสูจน์ครบทุกบรรทัด',
    en: 'A root is signed once a day. Of lines that still wait it can only be checked that they hang together; download the file again tomorrow to have all of them proved.',
  },
  compared: { th: 'ตรงกับกุญแจหรือรากที่คุณให้ไว้', en: 'It is the key or root that you gave' },
  notCompared: {
    th: 'เทียบหมายเลขกุญแจนี้กับที่ประกาศไว้ ผู้ที่ปลอมทั้งไฟล์และกุญแจจะมีหมายเลขกุญแจอื่น',
    en: 'Compare this key number with the published one: whoever forges the file and the key together has another number.',
  },
  problems: { th: 'สิ่งที่ไม่ถูกต้อง', en: 'What is wrong' },
  root: { th: 'รากที่ลงนาม', en: 'Signed root' },
  origin: { th: 'บัญชีของ', en: 'Ledger of' },
  signedAt: { th: 'ลงนามเมื่อ', en: 'Signed on' },
  hash: { th: 'ค่าแฮชของราก', en: 'Hash of the root' },
  keyId: { th: 'หมายเลขกุญแจ', en: 'Key number' },
  noRoot: { th: 'ยังไม่มี', en: 'None yet' },
  lines: { th: 'บรรทัดของประวัติ', en: 'Lines of history' },
  records: { th: 'รายการ (เอกสาร การชำระเงิน ใบอนุญาต ฯลฯ)', en: 'Records (documents, payments, licences and others)' },
  ofWhich: { th: '{n} ยังไม่อยู่ใต้ราก', en: '{n} not under a root yet' },
  withheld: { th: '{n} บรรทัดพิสูจน์แล้วแต่ไม่เปิดเผยเนื้อหา', en: '{n} proved without their content' },
  history: { th: 'ประวัติที่ตรวจแล้ว', en: 'The history that was checked' },
  application: { th: 'คำขอ', en: 'Application' },
  hidden: { th: 'เนื้อหาเป็นของสำนักงาน ยังไม่เปิดเผย', en: 'content is the office’s own for now' },
  otherLanguage: { th: 'English', en: 'ไทย' },
} satisfies Record<string, Text>;

export type TextKey = keyof typeof texts;
