import type { RefundWay } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** Words of refunds; officers and administrators share them. */
export const REFUND_WORDS = {
  heading: { th: 'เงินที่ต้องคืน', en: 'Refunds' },
  about: { th: 'ค่าธรรมเนียมที่ชำระแล้วลดลงเพราะผู้ยื่นแก้ไขข้อมูล บันทึกเมื่อคืนเงินแล้ว ระบบแจ้งผู้ยื่นให้', en: 'Fees that became less after they were paid, because the applicant corrected an answer. Write down what was given back; the applicant is told.' },
  applicant: { th: 'ผู้ยื่น', en: 'Applicant' },
  licence: { th: 'ค่าธรรมเนียมของ', en: 'Fee of' },
  why: { th: 'เหตุที่คืน', en: 'Why' },
  because: { th: 'ชำระแล้ว {paid} ข้อมูลที่แก้ไขทำให้ค่าธรรมเนียมเป็น {fee}', en: '{paid} were paid; with the corrected answers the fee is {fee}.' },
  due: { th: 'ยังไม่ได้คืน', en: 'Not given back yet' },
  given: { th: 'คืนแล้ว', en: 'Given back' },
  give: { th: 'บันทึกการคืนเงิน', en: 'Say how it was given back' },
  way: { th: 'วิธีคืนเงิน', en: 'How it was given back' },
  reference: { th: 'เลขที่คำสั่งจ่ายหรือเลขที่รายการโอน', en: 'Number of the order or the transfer' },
  on: { th: 'วันที่คืนเงิน', en: 'Day it was given back' },
  note: { th: 'หมายเหตุ (ถ้ามี)', en: 'Note (if any)' },
  keep: { th: 'บันทึก', en: 'Save' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  none: { th: 'ไม่มีเงินที่ต้องคืน', en: 'Nothing is to be given back.' },
  showGiven: { th: 'แสดงที่คืนแล้วด้วย', en: 'Show those that were given back too' },
} as const satisfies Record<string, Text>;

export const REFUND_WAYS: Readonly<Record<RefundWay, Text>> = {
  transfer: { th: 'โอนเข้าบัญชี', en: 'Bank transfer' },
  cheque: { th: 'เช็ค', en: 'Cheque' },
  cash: { th: 'เงินสด', en: 'Cash' },
};
