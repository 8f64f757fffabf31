import type { Text } from '../../definition/text';

const words: Record<string, Text> = {
  'lanes.register': { th: 'งานทะเบียนใบอนุญาต', en: 'Keeping the register' },
  'lanes.transfer': { th: 'ยืนยันการโอนใบอนุญาต', en: 'Confirming a transfer' },
  'fees.late': { th: 'เงินเพิ่มกรณีชำระเกินกำหนด', en: 'Surcharge for late payment' },
  'state.living': { th: 'ใบอนุญาต', en: 'The licence' },
  'state.standing': { th: 'ความสมบูรณ์ของใบอนุญาต', en: 'Whether it holds' },
  'state.term': { th: 'อายุใบอนุญาต', en: 'Its time' },
  'state.handover': { th: 'การโอน', en: 'Transfer' },
  'state.inForce': { th: 'มีผลใช้ได้', en: 'In force' },
  'state.suspended': { th: 'ถูกพักใช้', en: 'Suspended' },
  'state.lifeHearing': { th: 'รอคำชี้แจงจากผู้รับใบอนุญาต', en: 'Waiting for the holder’s answer' },
  'state.lifeDeciding': { th: 'สำนักงานกำลังพิจารณาคำชี้แจง', en: 'The office is deciding' },
  'state.open': { th: 'ไม่มีวันหมดอายุ', en: 'Does not expire' },
  'state.running': { th: 'อยู่ในอายุใบอนุญาต', en: 'In its period' },
  'state.renewableByFee': { th: 'รอชำระค่าธรรมเนียมต่ออายุ', en: 'Waiting for the renewal fee' },
  'state.renewable': { th: 'ต่ออายุได้แล้ว', en: 'Can be renewed' },
  'state.renewing': { th: 'กำลังต่ออายุ', en: 'Being renewed' },
  'state.renewalPending': { th: 'กำลังพิจารณาคำขอต่ออายุ', en: 'The renewal is being decided' },
  'state.heldOver': { th: 'พ้นกำหนดแล้ว ใช้ต่อไปได้จนกว่าจะพิจารณาคำขอต่ออายุเสร็จ', en: 'Holds on until the renewal is decided' },
  'state.latePending': { th: 'หมดอายุแล้ว กำลังพิจารณาคำขอต่ออายุ', en: 'Expired; the renewal is being decided' },
  'state.lapsed': { th: 'หมดอายุแล้ว ยังต่ออายุย้อนหลังได้', en: 'Expired; can still be renewed late' },
  'state.kept': { th: 'ไม่มีการโอน', en: 'No transfer' },
  'state.offered': { th: 'รอผู้รับโอนตอบรับ', en: 'Waiting for the new holder to accept' },
  'state.confirming': { th: 'รอสำนักงานยืนยันการโอน', en: 'Waiting for the office to confirm' },
  'state.handing': { th: 'กำลังเปลี่ยนชื่อผู้รับใบอนุญาต', en: 'Being handed over' },
  'state.licenceRevoked': { th: 'ถูกเพิกถอน', en: 'Revoked' },
  'state.licenceCancelled': { th: 'เลิกแล้ว', en: 'Ended by its holder' },
  'state.licenceExpired': { th: 'หมดอายุ', en: 'Expired' },
  'event.reminded': { th: 'เตือนว่าใกล้หมดอายุ', en: 'Reminded that it expires soon' },
  'event.opened': { th: 'เริ่มต่ออายุได้', en: 'Renewal opened' },
  'event.filed': { th: 'ยื่นคำขอต่ออายุ', en: 'Renewal filed' },
  'event.failed': { th: 'คำขอต่ออายุไม่สำเร็จ', en: 'Renewal not granted' },
  'event.paid': { th: 'ชำระค่าธรรมเนียมแล้ว', en: 'Fee paid' },
  'event.ended': { th: 'ครบกำหนดอายุ', en: 'Its time ended' },
  'event.renewed': { th: 'ต่ออายุแล้ว', en: 'Renewed' },
  'event.amended': { th: 'แก้ไขรายการแล้ว', en: 'Changed' },
  'event.handedOver': { th: 'โอนแล้ว', en: 'Transferred' },
  'event.cancelled': { th: 'ผู้รับใบอนุญาตแจ้งเลิก', en: 'Ended by its holder' },
  'event.intended': { th: 'แจ้งว่าจะพักใช้หรือเพิกถอน', en: 'Intent to suspend or revoke' },
  'event.heard': { th: 'ผู้รับใบอนุญาตชี้แจงแล้ว', en: 'Holder answered' },
  'event.hearingLapsed': { th: 'พ้นกำหนดชี้แจง', en: 'Time to answer has passed' },
  'event.dropped': { th: 'ยุติเรื่องโดยไม่ออกคำสั่ง', en: 'Closed without an order' },
  'event.suspended': { th: 'พักใช้ใบอนุญาต', en: 'Suspended' },
  'event.suspendedAtOnce': { th: 'พักใช้ใบอนุญาตทันที', en: 'Suspended at once' },
  'event.suspensionEnded': { th: 'ครบกำหนดพักใช้', en: 'Suspension ended' },
  'event.lifted': { th: 'ยกเลิกการพักใช้', en: 'Suspension lifted' },
  'event.revoked': { th: 'เพิกถอนใบอนุญาต', en: 'Revoked' },
  'event.annulled': { th: 'เพิกถอนคำสั่งตามคำวินิจฉัยอุทธรณ์', en: 'Order annulled on appeal' },
  'event.overdue': { th: 'เกินกำหนดเวลา', en: 'Time limit passed' },
  'event.offered': { th: 'เสนอโอนใบอนุญาต', en: 'Transfer offered' },
  'event.withdrawn': { th: 'ยกเลิกการเสนอโอน', en: 'Offer withdrawn' },
  'event.lapsed': { th: 'พ้นกำหนดตอบรับ', en: 'Offer lapsed' },
  'event.accepted': { th: 'ผู้รับโอนตอบรับแล้ว', en: 'New holder accepted' },
  'event.confirmed': { th: 'สำนักงานยืนยันการโอน', en: 'Transfer confirmed' },
  'event.declined': { th: 'ไม่อนุญาตให้โอน', en: 'Transfer declined' },
};

const inLanguage = (language: keyof Text): Record<string, string> => Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[language]]));

/** Words of the fee that is owed every year. */
export const annualWords: Readonly<Record<string, Text>> = {
  'event.billed': { th: 'แจ้งค่าธรรมเนียมรายปี', en: 'Yearly fee billed' },
};

/** The words of a licence's life; they stand in its definition beside the licence type's own. */
export const lifeWords = { th: inLanguage('th'), en: inLanguage('en') };
