import type { PlanState, Text } from '@anuyat/licence-kit';
import type { TagTone } from '@anuyat/ui';

/** The fixed words of the plan of an opening. */
export const OPENING_WORDS = {
  opens: { th: 'เปิดกิจการได้เร็วที่สุดวันที่', en: 'Can open at the earliest on' },
  blocked: { th: 'ยังบอกวันเปิดกิจการไม่ได้ เพราะมีเรื่องที่ไม่ได้รับอนุญาต', en: 'No opening day can be told yet: something was not granted.' },
  basis: {
    th: 'นับจากเวลาที่กฎหมายให้หน่วยงาน วันที่คุณใช้ตอบคำถามและชำระเงินจะเพิ่มเข้าไป',
    en: 'Counted from the time that the law gives the offices. The days that you take to answer and to pay come on top.',
  },
  longest: { th: 'ลำดับที่กำหนดวันเปิด', en: 'What the opening day hangs on' },
  why: { th: 'ทำไมต้องได้ก่อน', en: 'Why that comes first' },
} satisfies Record<string, Text>;

/** A word and a tone for each state; nothing is said by colour alone. */
export const PLAN_STATES: Record<PlanState, { tone: TagTone; words: Text }> = {
  planned: { tone: 'plain', words: { th: 'ยังไม่ได้ยื่น', en: 'Not filed yet' } },
  waiting: { tone: 'wait', words: { th: 'รอเรื่องก่อนหน้า', en: 'Waits' } },
  running: { tone: 'info', words: { th: 'กำลังดำเนินการ', en: 'Under way' } },
  done: { tone: 'done', words: { th: 'ได้รับแล้ว', en: 'Granted' } },
  blocked: { tone: 'late', words: { th: 'ไม่ได้รับ', en: 'Not granted' } },
};
