import type { Text } from '@anuyat/licence-kit';

/** What the portal does for an application after an event, in words. */
const works: Readonly<Record<string, Text>> = {
  requestPayment: { th: 'ออกใบแจ้งชำระค่าธรรมเนียม', en: 'Write the bill for the fee' },
  billYear: { th: 'ออกใบแจ้งชำระค่าธรรมเนียมรายปี', en: 'Write the bill for the yearly fee' },
  cancelPayment: { th: 'ยกเลิกใบแจ้งชำระเดิม', en: 'Cancel the earlier bill' },
  cancelBill: { th: 'ยกเลิกใบแจ้งชำระที่ยังไม่ได้ชำระ', en: 'Cancel the bill that was not paid' },
  settleDifference: { th: 'คิดส่วนต่างค่าธรรมเนียม', en: 'Settle the difference of the fee' },
  giveBackFee: { th: 'บันทึกค่าธรรมเนียมที่ต้องคืน', en: 'Record the fee that is to be given back' },
  issueLicence: { th: 'ออกใบอนุญาต', en: 'Issue the licence' },
  renewLicence: { th: 'ต่ออายุใบอนุญาต', en: 'Renew the licence' },
  handOverLicence: { th: 'โอนใบอนุญาต', en: 'Hand the licence over' },
  requestReview: { th: 'ส่งงานให้สำนักงานที่พิจารณา', en: 'Give the task to the office' },
  closeReview: { th: 'ปิดงานของสำนักงาน', en: 'Close the office’s task' },
  closeReviews: { th: 'ปิดงานของทุกสำนักงาน', en: 'Close the offices’ tasks' },
  reassign: { th: 'มอบงานให้เจ้าหน้าที่คนอื่น', en: 'Give the task to another officer' },
  refreshClocks: { th: 'ปรับวันครบกำหนดของงาน', en: 'Move the tasks’ due dates' },
  escalate: { th: 'แจ้งหัวหน้าว่างานเกินกำหนด', en: 'Tell supervisors of an overdue task' },
  escalateUntold: { th: 'แจ้งหัวหน้าว่ายังไม่ได้แจ้งผล', en: 'Tell supervisors of a result that was not told' },
  explainDelay: { th: 'ขอเหตุล่าช้าจากสำนักงาน', en: 'Ask the office why it is late' },
  recordDelay: { th: 'บันทึกหนังสือแจ้งเหตุล่าช้า', en: 'Record the delay notice' },
  requestAnswer: { th: 'แจ้งคำถามถึงผู้ยื่นคำขอ', en: 'Send the question to the applicant' },
  tell: { th: 'แจ้งผู้ยื่นคำขอ', en: 'Tell the applicant' },
  tellStaff: { th: 'แจ้งเจ้าหน้าที่', en: 'Tell the staff' },
  gatherDefects: { th: 'รวมรายการที่ต้องแก้ไขเป็นหนังสือฉบับเดียว', en: 'Gather what was found into one notice' },
  reviewOrder: { th: 'ดูว่าคำขอที่รออยู่เริ่มได้หรือยัง', en: 'See whether waiting applications can start' },
  writeOrder: { th: 'ออกคำสั่งเป็นหนังสือ', en: 'Write the order' },
  carryOutAppeal: { th: 'ดำเนินการตามผลอุทธรณ์', en: 'Carry out the decision on the appeal' },
};

/** Names of all that the portal does. */
export const portalWorks: readonly string[] = Object.keys(works);

/** What an effect does, in words; of one that came later, that it is a step of the portal's. */
export function portalWork(effect: string): Text {
  return works[effect] ?? { th: 'ขั้นตอนของระบบ', en: 'A step of the portal' };
}
