import type { Text } from '@anuyat/licence-kit';

/** Words of an office's money page. */
export const MONEY_WORDS = {
  heading: { th: 'เงินค่าธรรมเนียมของสำนักงาน', en: 'Fees of your office' },
  back: { th: 'กลับไปรายการงาน', en: 'Back to the tasks' },
  statement: { th: 'รายงานการรับเงินประจำเดือน', en: 'Monthly statement' },
  before: { th: 'เดือนก่อน', en: 'Month before' },
  after: { th: 'เดือนถัดไป', en: 'Month after' },
  csv: { th: 'ดาวน์โหลดทุกรายการ (CSV)', en: 'Download every entry (CSV)' },
  day: { th: 'วันที่', en: 'Day' },
  received: { th: 'รับชำระ', en: 'Received' },
  unmatched: { th: 'จับคู่ใบแจ้งชำระไม่ได้', en: 'Matched no bill' },
  refunded: { th: 'คืนเงิน', en: 'Given back' },
  total: { th: 'รวมทั้งเดือน', en: 'The month' },
  entries: { th: '{n} รายการ', en: '{n} entries' },
  entry: { th: '1 รายการ', en: '1 entry' },
  none: { th: 'ไม่มีรายการในเดือนนี้', en: 'Nothing moved in this month' },
  noneHelp: { th: 'เมื่อมีผู้ชำระหรือมีการคืนเงิน รายการจะแสดงที่นี่', en: 'What is paid or given back is shown here.' },
  unmatchedHelp: { th: 'เงินที่จับคู่ไม่ได้ ผู้ดูแลระบบเป็นผู้ตรวจสอบและบันทึกผล', en: 'Administrators look into money that matched no bill.' },
} as const satisfies Record<string, Text>;
