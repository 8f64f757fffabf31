import type { Text } from '@anuyat/licence-kit';

/** Words of transfers. */
export const OFFER_WORDS = {
  heading: { th: 'โอนใบอนุญาต', en: 'Transfer this licence' },
  byAgreement: { th: 'ใบอนุญาตเปลี่ยนชื่อเมื่อผู้รับโอนตอบรับ', en: 'The licence changes hands when the new holder accepts.' },
  byOffice: { th: 'เมื่อผู้รับโอนตอบรับแล้ว สำนักงานต้องยืนยันก่อน ใบอนุญาตจึงเปลี่ยนชื่อ', en: 'Once the new holder has accepted, the office has to confirm.' },
  offer: { th: 'เสนอโอน', en: 'Offer it' },
  made: { th: 'ส่งลิงก์นี้ให้ผู้รับโอน ลิงก์แสดงครั้งเดียวและใช้ได้ 30 วัน', en: 'Send this link to the new holder. It is shown once and works for 30 days.' },
  offered: { th: 'มีผู้เสนอโอนใบอนุญาตให้คุณ', en: 'A licence is offered to you' },
  from: { th: 'ผู้รับใบอนุญาตปัจจุบัน', en: 'Present holder' },
  place: { th: 'สถานที่', en: 'Place' },
  number: { th: 'เลขที่', en: 'Number' },
  accept: { th: 'ตอบรับการโอน', en: 'Accept' },
  accepted: { th: 'ตอบรับแล้ว', en: 'Accepted' },
  acceptedText: { th: 'เมื่อโอนเสร็จ ใบอนุญาตจะอยู่ในหน้าใบอนุญาตของคุณ', en: 'Once the transfer is done, it is among your licences.' },
  gone: { th: 'ลิงก์นี้ใช้ไม่ได้แล้ว', en: 'This link does not work any more' },
  goneText: { th: 'ขอให้ผู้รับใบอนุญาตเสนอโอนใหม่', en: 'Ask the holder to offer it again.' },
  mine: { th: 'ใบอนุญาตของฉัน', en: 'My licences' },
} as const satisfies Record<string, Text>;
