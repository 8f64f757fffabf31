import type { Text } from '@anuyat/licence-kit';

/** The fixed words of forms. */
export const FORM_WORDS = {
  yes: { th: 'ใช่', en: 'Yes' },
  no: { th: 'ไม่ใช่', en: 'No' },
  choose: { th: '– เลือก –', en: '– Choose –' },
  none: { th: '– ไม่ได้อยู่ในรายการ –', en: '– Not in the list –' },
  day: { th: 'วันที่', en: 'Day' },
  month: { th: 'เดือน', en: 'Month' },
  year: { th: 'ปี พ.ศ.', en: 'Year' },
  yearBoth: { th: 'กรอกปี พ.ศ. หรือ ค.ศ. ก็ได้', en: 'The year may be Christian or Buddhist' },
  thatIs: { th: 'คือ', en: 'That is' },
  findArea: { th: 'ค้นหาตำบลหรือแขวง', en: 'Find the subdistrict' },
  findAreaHelp: { th: 'พิมพ์ชื่อตำบล แขวง อำเภอ เขต หรือรหัสไปรษณีย์อย่างน้อย 2 ตัวอักษร แล้วเลือกจากรายการ', en: 'Type at least 2 letters of a subdistrict or district, or a postcode, then choose from the list' },
  chosenArea: { th: 'พื้นที่ที่เลือก', en: 'Chosen area' },
  addRow: { th: 'เพิ่มอีกรายการ', en: 'Add another' },
  addFirst: { th: 'เพิ่มรายการ', en: 'Add the first one' },
  removeRow: { th: 'ลบรายการนี้', en: 'Remove this one' },
  row: { th: 'รายการที่', en: 'Item' },
  findActivity: { th: 'ค้นหากิจการ', en: 'Find an activity' },
  remove: { th: 'ลบ', en: 'Remove' },
  useMyPosition: { th: 'ใช้ตำแหน่งปัจจุบัน', en: 'Use my current position' },
  positionRefused: { th: 'ไม่ได้รับตำแหน่งจากเครื่อง โปรดกรอกเอง', en: 'The device gave no position; please type it' },
  typedDate: { th: 'กรอกวัน เดือน และปีให้ครบ', en: 'Enter the day, month and year' },
} satisfies Record<string, Text>;
