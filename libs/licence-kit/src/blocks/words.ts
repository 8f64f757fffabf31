import type { Text } from '../definition/text';

/** The kit's own vocabulary: states, stages and events that every licence shares. */
export const words: Record<string, Text> = {
  'state.order': { th: 'ตรวจว่าต้องรอเรื่องอื่นก่อนหรือไม่', en: 'Working out what has to come first' },
  'state.waiting': { th: 'รอผลของเรื่องที่ต้องได้ก่อน', en: 'Waiting for a licence that comes first' },
  'state.review': { th: 'หน่วยงานกำลังพิจารณา', en: 'Under review' },
  'state.gate': { th: 'ตรวจว่าต้องพิจารณาหรือไม่', en: 'Working out whether this review is needed' },
  'state.checking': { th: 'ตรวจความครบถ้วน', en: 'Checking completeness' },
  'state.checkingLate': { th: 'ตรวจความครบถ้วน พ้นช่วงแจ้งรวมแล้ว', en: 'Checking completeness, after the shared notice' },
  'state.found': { th: 'พบรายการที่ต้องแก้ไข รอแจ้งรวมกับหน่วยงานอื่น', en: 'Found something; waits to be told together with the others' },
  'state.demanding': { th: 'ขอเรียกเพิ่มเป็นครั้งที่สอง รอหัวหน้าเห็นชอบ', en: 'A second demand waits for the supervisor' },
  'state.consented': { th: 'หัวหน้าเห็นชอบให้เรียกเพิ่ม', en: 'Second demand agreed' },
  'state.askedAgain': { th: 'รอคำตอบครั้งที่สองจากผู้ยื่นคำขอ', en: 'Waiting for the applicant’s second answer' },
  'state.reviewing': { th: 'พิจารณาเฉพาะส่วนที่แก้ไข', en: 'Looking again at what changed' },
  'state.asked': { th: 'รอคำตอบจากผู้ยื่นคำขอ', en: 'Waiting for the applicant’s answer' },
  'state.rechecking': { th: 'ตรวจคำตอบ', en: 'Checking the answer' },
  'state.planning': { th: 'นัดหมายตรวจสถานที่', en: 'Arranging an inspection' },
  'state.inspecting': { th: 'ตรวจสถานที่', en: 'Inspection' },
  'state.considering': { th: 'พิจารณา', en: 'Deciding' },
  'state.hearing': { th: 'รอคำชี้แจงก่อนมีคำสั่งไม่อนุญาต', en: 'Your answer before a refusal' },
  'state.reconsidering': { th: 'พิจารณาหลังรับฟังคำชี้แจง', en: 'Deciding after the answer' },
  'state.confirming': { th: 'เจ้าหน้าที่อีกคนยืนยัน', en: 'A second officer confirms' },
  'state.confirmingRefusal': { th: 'เจ้าหน้าที่อีกคนยืนยันการไม่อนุญาต', en: 'A second officer confirms the refusal' },
  'state.approved': { th: 'เห็นชอบ', en: 'Approved' },
  'state.stood': { th: 'ผลพิจารณาเดิมยังใช้ได้', en: 'Earlier outcome stands' },
  'state.notNeeded': { th: 'ไม่ต้องพิจารณา', en: 'Not needed' },
  'state.awaitingPayment': { th: 'รอชำระค่าธรรมเนียม', en: 'Waiting for payment' },
  'state.issuing': { th: 'จัดทำใบอนุญาต', en: 'Preparing the licence' },
  'state.issued': { th: 'ออกใบอนุญาตแล้ว', en: 'Issued' },
  'state.refused': { th: 'ไม่อนุญาต', en: 'Refused' },
  'state.returned': { th: 'คืนคำขอ', en: 'Returned' },
  'state.licenceGone': { th: 'จำหน่ายคำขอ เพราะใบอนุญาตถูกเพิกถอนถึงที่สุด', en: 'Closed: its licence was revoked for good' },
  'state.withdrawn': { th: 'ถอนคำขอ', en: 'Withdrawn' },
  'state.appealReview': { th: 'พิจารณาอุทธรณ์', en: 'Appeal under review' },
  'state.appealAdmitting': { th: 'พิจารณาเหตุที่อุทธรณ์ช้า', en: 'Why the appeal is late' },
  'state.appealConsidering': { th: 'ผู้ออกคำสั่งทบทวน', en: 'The office reviews its order' },
  'state.appealSentUp': { th: 'ส่งให้ผู้มีอำนาจพิจารณาอุทธรณ์แล้ว', en: 'Sent up' },
  'state.appealWaiting': { th: 'รอผู้ออกคำสั่งทบทวน', en: 'Waits for the office’s own review' },
  'state.appealDeciding': { th: 'ผู้มีอำนาจพิจารณาอุทธรณ์', en: 'Decision on the appeal' },
  'state.appealExtended': { th: 'ขยายเวลาพิจารณาอุทธรณ์', en: 'Time to decide extended' },
  'state.appealWithdrawn': { th: 'ถอนอุทธรณ์', en: 'Appeal withdrawn' },
  'state.upheld': { th: 'ยกอุทธรณ์', en: 'Order upheld' },
  'state.annulled': { th: 'เพิกถอนคำสั่ง', en: 'Order annulled' },
  'state.granted': { th: 'แก้คำสั่งเป็นอนุญาต', en: 'Changed: granted' },
  'state.notAdmitted': { th: 'ไม่รับอุทธรณ์', en: 'Appeal not admitted' },
  'state.not-admitted': { th: 'ไม่รับอุทธรณ์', en: 'Appeal not admitted' },
  'document.answer-paper': { th: 'เอกสารประกอบคำชี้แจงหรืออุทธรณ์', en: 'Papers for an answer or an appeal' },
  'stage.completeness': { th: 'ตรวจความครบถ้วน', en: 'Completeness check' },
  'stage.recheck': { th: 'ตรวจคำตอบ', en: 'Check of the answer' },
  'stage.gathering': { th: 'รอแจ้งรวมกับหน่วยงานอื่น', en: 'Waits for the others’ findings' },
  'stage.demand': { th: 'ขอเรียกเพิ่ม รอหัวหน้าเห็นชอบ', en: 'Second demand, for the supervisor' },
  'stage.correction': { th: 'ตรวจส่วนที่แก้ไข', en: 'What changed' },
  'stage.inspection': { th: 'ตรวจสถานที่', en: 'Inspection' },
  'stage.decision': { th: 'พิจารณาอนุญาต', en: 'Decision' },
  'stage.confirmation': { th: 'ยืนยันผลการพิจารณา', en: 'Second officer' },
  'stage.appeal': { th: 'พิจารณาอุทธรณ์', en: 'Appeal' },
  'event.submitted': { th: 'ยื่นคำขอ', en: 'Application submitted' },
  'event.accepted': { th: 'รับคำขอว่าครบถ้วน', en: 'File found complete' },
  'event.asked': { th: 'พบรายการที่ต้องแก้ไขเพิ่มเติม', en: 'Found what must be corrected' },
  'event.told': { th: 'ส่งหนังสือแจ้งให้แก้ไขรวมทุกหน่วยงาน', en: 'The one notice was sent' },
  'event.toldAgain': { th: 'ส่งหนังสือเรียกเพิ่มเป็นครั้งที่สอง', en: 'The second demand was sent' },
  'event.windowEnded': { th: 'สิ้นช่วงแจ้งรวม', en: 'The shared checking time ended' },
  'event.demanded': { th: 'ขอเรียกเอกสารหรือข้อมูลเพิ่มเป็นครั้งที่สอง', en: 'Proposed a second demand' },
  'event.demandApproved': { th: 'หัวหน้าเห็นชอบให้เรียกเพิ่ม', en: 'Supervisor agreed to the second demand' },
  'event.demandDeclined': { th: 'หัวหน้าไม่เห็นชอบให้เรียกเพิ่ม', en: 'Supervisor declined the second demand' },
  'event.reopened': { th: 'พิจารณาใหม่เฉพาะส่วนที่แก้ไข', en: 'Asked to look again at what changed' },
  'event.called': { th: 'ต้องพิจารณาเพิ่ม เพราะข้อมูลที่แก้ไข', en: 'Needed now, after the correction' },
  'event.released': { th: 'ไม่ต้องพิจารณาแล้ว เพราะข้อมูลที่แก้ไข', en: 'No longer needed, after the correction' },
  'event.answered': { th: 'ผู้ยื่นคำขอตอบแล้ว', en: 'Applicant answered' },
  'event.returned': { th: 'คืนคำขอ', en: 'Application returned' },
  'event.inspectionPlanned': { th: 'นัดตรวจสถานที่', en: 'Inspection arranged' },
  'event.inspectionRecorded': { th: 'บันทึกผลตรวจสถานที่', en: 'Inspection recorded' },
  'event.approved': { th: 'เห็นชอบ', en: 'Approved' },
  'event.approvalProposed': { th: 'เสนอให้อนุญาต', en: 'Proposed to approve' },
  'event.refusalProposed': { th: 'เสนอไม่ให้อนุญาต', en: 'Proposed to refuse' },
  'event.sentBack': { th: 'ส่งกลับให้พิจารณาใหม่', en: 'Sent back to the reviewer' },
  'event.refusalIntended': { th: 'แจ้งว่าอาจไม่อนุญาต และให้ชี้แจง', en: 'Told of the intent to refuse' },
  'event.heard': { th: 'ผู้ยื่นคำขอชี้แจงแล้ว', en: 'Applicant answered the intent to refuse' },
  'event.hearingLapsed': { th: 'พ้นกำหนดชี้แจง', en: 'Time to answer the intent has passed' },
  'event.conflictDeclared': { th: 'แจ้งส่วนได้เสีย และขอไม่พิจารณาเรื่องนี้', en: 'Declared a conflict of interest' },
  'event.carried': { th: 'ใช้ผลเห็นชอบเดิม', en: 'Earlier approval carried over' },
  'event.remitted': { th: 'พิจารณาใหม่ตามผลอุทธรณ์', en: 'To be decided anew after the appeal' },
  'event.admitted': { th: 'รับอุทธรณ์ที่ยื่นช้าไว้พิจารณา', en: 'Late appeal admitted' },
  'event.turnedAway': { th: 'ไม่รับอุทธรณ์', en: 'Appeal not admitted' },
  'event.admissionOverdue': { th: 'เกินกำหนดเวลา', en: 'Time limit passed' },
  'event.sentUp': { th: 'ส่งอุทธรณ์ให้ผู้มีอำนาจพิจารณา', en: 'Appeal sent up' },
  'event.extended': { th: 'ขยายเวลาพิจารณาอุทธรณ์', en: 'Time to decide extended' },
  'event.annulled': { th: 'เพิกถอนคำสั่ง', en: 'Order annulled' },
  'event.granted': { th: 'แก้คำสั่งเป็นอนุญาต', en: 'Changed the order: granted' },
  'event.upheld': { th: 'ยกอุทธรณ์', en: 'Order upheld' },
  'event.refused': { th: 'ไม่อนุญาต', en: 'Refused' },
  'event.overdue': { th: 'เกินกำหนดเวลา', en: 'Time limit passed' },
  'event.deemedApproved': { th: 'ถือว่าเห็นชอบตามกฎหมาย เพราะพ้นกำหนดเวลาพิจารณา', en: 'Counts as approved by law, for the time limit passed' },
  'event.delayExplained': { th: 'หน่วยงานชี้แจงเหตุล่าช้า', en: 'The office explains its delay' },
  'event.delayNoticed': { th: 'แจ้งเหตุล่าช้าให้ผู้ยื่นคำขอ ส่งสำเนาให้ ก.พ.ร.', en: 'Delay notice sent to the applicant, with a copy for the OPDC' },
  'event.shifted': { th: 'เลื่อนวันครบกำหนด', en: 'Due dates moved' },
  'event.untold': { th: 'ยังไม่ได้แจ้งผลใน 7 วัน', en: 'The result was not told within 7 days' },
  'event.lapsed': { th: 'พ้นกำหนดตอบ', en: 'Time to answer has passed' },
  'event.met': { th: 'ได้เรื่องที่ต้องได้ก่อนครบแล้ว เริ่มพิจารณา', en: 'What comes first is there; the review starts' },
  'event.failed': { th: 'เรื่องที่ต้องได้ก่อนไม่ได้รับอนุญาต', en: 'A licence that comes first was not granted' },
  'event.withdrawn': { th: 'ถอนคำขอ', en: 'Application withdrawn' },
  'event.paid': { th: 'ชำระค่าธรรมเนียมแล้ว', en: 'Fee paid' },
  'event.moved': { th: 'ย้ายไปใช้นิยามรุ่นใหม่', en: 'Moved to a new version of the rules' },
  'event.changed': { th: 'คำนวณค่าธรรมเนียมใหม่ตามข้อมูลที่แก้ไข', en: 'Fee worked out anew after the correction' },
  'event.raised': { th: 'ค่าธรรมเนียมเพิ่มขึ้นหลังชำระแล้ว ตามข้อมูลที่แก้ไข', en: 'The fee rose after it was paid: the answers were corrected' },
  'event.lowered': { th: 'ค่าธรรมเนียมลดลงหลังชำระแล้ว ตามข้อมูลที่แก้ไข', en: 'The fee fell after it was paid: the answers were corrected' },
  'event.billed': { th: 'แจ้งค่าธรรมเนียมรายปี', en: 'Yearly fee billed' },
  'event.refunded': { th: 'หน่วยงานคืนเงินส่วนที่ชำระเกินแล้ว', en: 'What was paid too much was given back' },
  'event.supplemented': { th: 'ชำระค่าธรรมเนียมส่วนเพิ่มแล้ว', en: 'Supplementary fee paid' },
  'event.outdated': { th: 'ข้อมูลในใบอนุญาตไม่ตรงกับที่แก้ไข', en: 'The licence no longer says what the corrected answers say' },
  'event.stuck': { th: 'ระบบติดขัดที่ขั้นตอนนี้ แจ้งเจ้าหน้าที่แล้ว เวลาตั้งแต่นี้เป็นของระบบ ไม่นับเป็นเวลาของผู้ยื่นคำขอ', en: 'The portal itself is stuck at this step and its staff were told; from now on the time is the portal’s, not the applicant’s' },
  'event.resumed': { th: 'ระบบแก้ไขแล้ว ดำเนินการต่อ', en: 'The portal has put it right and goes on' },
  'event.gone': { th: 'คำสั่งเพิกถอนใบอนุญาตถึงที่สุด คำขอที่อาศัยใบอนุญาตนี้สิ้นสุดลง', en: 'The revocation of its licence is final, so this filing ended' },
  'event.final': { th: 'คำสั่งเพิกถอนใบอนุญาตถึงที่สุด', en: 'The revocation is final' },
  'event.issued': { th: 'ออกใบอนุญาต', en: 'Licence issued' },
};

/** Code of the papers that come with an answer to an intended order, or with an appeal: they are in no manual. */
export const ANSWER_PAPER = 'answer-paper';

/** The part of an event's type after its lane: `approved` of `health.approved`. */
export function actOf(eventType: string): string {
  return eventType.slice(eventType.lastIndexOf('.') + 1);
}

/** A word of the kit. @throws when the vocabulary does not have it. */
export function wordFor(key: string): Text {
  const word = words[key];
  if (!word) throw new Error(`The kit has no word "${key}".`);
  return word;
}

/** A definition's text in both languages; undefined where it has none. */
export function findText(texts: { th: Record<string, string>; en: Record<string, string> }, key: string): Text | undefined {
  const th = texts.th[key];
  const en = texts.en[key];
  return th && en ? { th, en } : undefined;
}

/** A definition's text, or the kit's word of that key. @throws when neither has it. */
export function textOf(texts: { th: Record<string, string>; en: Record<string, string> }, key: string): Text {
  return findText(texts, key) ?? wordFor(key);
}
