import type { Text } from '@anuyat/licence-kit';

/** What letters say around what they are about. */
export const letterWords = {
  portal: { th: 'อนุญาต ศูนย์รับคำขออนุญาตประกอบธุรกิจ', en: 'Anuyat, the business licensing portal' },
  caseNumber: { th: 'เลขที่เรื่อง', en: 'Case number' },
  applicationNumber: { th: 'เลขที่คำขอ', en: 'Application number' },
  at: { th: 'แจ้งเมื่อ', en: 'Told on' },
  open: { th: 'เปิดดูรายละเอียดในพอร์ทัล', en: 'Read the details in the portal' },
  noDetails: {
    th: 'อีเมลฉบับนี้บอกเพียงว่ามีเรื่องใหม่ เพราะอีเมลส่งผ่านเครือข่ายสาธารณะ เหตุผล จำนวนเงิน และเอกสารอยู่ในพอร์ทัลเท่านั้น',
    en: 'This e-mail only says that there is news, for e-mail travels in the open. Reasons, amounts and papers stand in the portal alone.',
  },
  neverAsks: {
    th: 'อนุญาตไม่เคยขอรหัสผ่าน เลขประจำตัว หรือการชำระเงินทางอีเมล โปรดไม่ตอบกลับอีเมลนี้',
    en: 'Anuyat never asks for passwords, id numbers or payments by e-mail. Please do not reply.',
  },
  stop: { th: 'หยุดรับอีเมลแจ้งเตือน', en: 'Stop these e-mails' },
  confirmTitle: { th: 'ยืนยันที่อยู่อีเมลของคุณ', en: 'Confirm your e-mail address' },
  confirmLead: {
    th: 'มีผู้ขอรับการแจ้งเตือนจากอนุญาตทางอีเมลที่อยู่นี้ กรอกรหัสต่อไปนี้ในหน้า “บัญชีของฉัน”',
    en: 'Somebody asked to get notices from Anuyat at this address. Type this code on the page “My account”',
  },
  code: { th: 'รหัสยืนยัน', en: 'Code' },
  confirmLink: { th: 'หรือเปิดลิงก์นี้ในเครื่องใดก็ได้ แล้วกดยืนยัน', en: 'Or open this link on any device and confirm there' },
  confirmOver: {
    th: 'รหัสใช้ได้ครั้งเดียวภายใน 30 นาที หากคุณไม่ได้ขอ ไม่ต้องทำอะไร จะไม่มีอีเมลแจ้งเตือนส่งมาที่นี่',
    en: 'The code works once, within 30 minutes. If it was not you, do nothing: no notices will be sent here.',
  },
  invitedTitle: { th: 'คุณได้รับเชิญให้ทำงานในระบบอนุญาต', en: 'You are invited to work in Anuyat' },
  invitedOffice: { th: 'สำนักงาน', en: 'Office' },
  invitedAgency: { th: 'หน่วยงาน', en: 'Agency' },
  invitedLookAfter: { th: 'ผู้ดูแลบุคลากรของหน่วยงาน', en: 'To look after the agency’s people' },
  invitedAs: { th: 'หน้าที่', en: 'Duty' },
  invitedLink: { th: 'เข้าสู่ระบบด้วย ThaID แล้วตอบรับที่ลิงก์นี้', en: 'Sign in with ThaID and accept here' },
  invitedOver: {
    th: 'ลิงก์ใช้ได้ครั้งเดียว และเปิดได้เฉพาะผู้ที่ชื่อตรงกับที่ได้รับเชิญ ใช้ได้ถึง',
    en: 'The link works once, and only for the person whose name was invited. It is good until',
  },
} satisfies Record<string, Text>;
