import type { Text } from '@anuyat/licence-kit';

/** The fixed words of a promised date. */
export const PROMISE_WORDS = {
  by: { th: 'คาดว่าเสร็จภายใน', en: 'Expected to be finished by' },
  nine: { th: 'คำขอแบบนี้ 9 ใน 10 เรื่องเสร็จทันวันนี้ นับรวมเวลาที่คุณใช้ตอบและชำระเงินตามปกติ', en: 'Nine in ten such applications finish by this day, with the time that applicants usually take to answer and to pay.' },
  law: { th: 'กำหนดตามกฎหมายของหน่วยงาน', en: 'The law gives the offices until' },
  onlyLaw: { th: 'วันนี้เป็นกำหนดตามกฎหมาย ไม่ใช่วันที่คาดจากงานจริง เพราะยังมีคำขอประเภทนี้ที่เสร็จแล้วไม่มากพอ', en: 'This is the law’s time limit and no forecast: too few applications of this kind have finished to name a day.' },
  longer: { th: 'เรื่องนี้ใช้เวลานานกว่า 9 ใน 10 เรื่องแล้ว จึงยังบอกวันใหม่ไม่ได้ จะแจ้งเมื่อมีความคืบหน้า', en: 'This has taken longer than nine in ten do, so no new day can be named until something moves.' },
  noDay: { th: 'ยังบอกวันไม่ได้ เพราะต้องรอเรื่องที่ต้องได้ก่อน', en: 'No day can be told yet: something has to be granted first.' },
  how: { th: 'คิดจากอะไร และเปลี่ยนเพราะอะไร', en: 'What this is computed from, and why it moved' },
  from: { th: 'คิดจาก', en: 'Computed from' },
  history: { th: 'วันที่เคยบอกไว้', en: 'What was said before' },
  noBy: { th: 'ไม่ได้ระบุวัน', en: 'no day named' },
  lawShort: { th: 'ตามกฎหมาย', en: 'by law' },
  record: { th: 'ที่ผ่านมาเสร็จทันตามที่บอกมากน้อยเพียงใด', en: 'How often such dates were kept' },
} satisfies Record<string, Text>;
