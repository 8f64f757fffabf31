import type { Text } from '@anuyat/licence-kit';

/** Words of the register of licences. */
export const REGISTER_WORDS = {
  heading: { th: 'ทะเบียนใบอนุญาต', en: 'Register of licences' },
  search: { th: 'เลขที่ ชื่อผู้รับ หรือชื่อกิจการ', en: 'Number, holder or business' },
  find: { th: 'ค้นหา', en: 'Search' },
  status: { th: 'สถานะ', en: 'Status' },
  all: { th: 'ทั้งหมด', en: 'All' },
  number: { th: 'เลขที่', en: 'Number' },
  holder: { th: 'ผู้รับใบอนุญาต', en: 'Holder' },
  licence: { th: 'ใบอนุญาต', en: 'Licence' },
  until: { th: 'ใช้ได้ถึง', en: 'Valid until' },
  noEnd: { th: 'ไม่มีวันหมดอายุ', en: 'No end date' },
  none: { th: 'ไม่พบใบอนุญาต', en: 'No licences found' },
  noneHelp: { th: 'เมื่อออกใบอนุญาตแล้ว ใบจะแสดงที่นี่ ลองล้างตัวกรองหากกำลังค้นหา', en: 'Licences appear here once they are issued. If you are searching, try fewer filters.' },
  back: { th: 'ทะเบียนใบอนุญาต', en: 'Register of licences' },
} as const satisfies Record<string, Text>;
