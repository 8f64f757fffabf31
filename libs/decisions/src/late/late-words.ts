import { bangkokDate, formatDate } from '@anuyat/dictionary';
import { actOf, textOf, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { HistoryLine } from '@anuyat/registrar';

/** What a time limit was for, by the applicant's event that had to come within it, with the law that sets it. */
const limits: Readonly<Record<string, Text>> = {
  answered: { th: 'เวลาตอบหนังสือแจ้งให้แก้ไข (พ.ร.บ. การอำนวยความสะดวกฯ พ.ศ. 2558 มาตรา 8 และ 9)', en: 'The time to answer the defect notice (Licensing Facilitation Act B.E. 2558 ss.8, 9)' },
  heard: { th: 'เวลาชี้แจงก่อนมีคำสั่ง (พ.ร.บ. วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 30)', en: 'The time to answer before an order (Administrative Procedure Act B.E. 2539 s.30)' },
};

/** What ended: the limit in words. */
export function limitOf(type: string, { texts }: LicenceDefinition): Text {
  const known = limits[actOf(type)];
  if (known) return known;
  const act = textOf(texts, `event.${actOf(type)}`);
  return { th: `เวลาสำหรับ “${act.th}”`, en: `The time for “${act.en}”` };
}

/** What ended, on which day, and by what where it was not the clock. */
export function endedWords(limit: Text, endedAt: Date, ended: HistoryLine, definition: LicenceDefinition): Text {
  const day = bangkokDate(endedAt);
  const by = textOf(definition.texts, `event.${actOf(ended.type)}`);
  const byOthers = ended.actor.kind === 'portal' && ended.actor.job === 'timekeeper' ? undefined : by;
  return {
    th: `${limit.th} สิ้นสุดเมื่อวันที่ ${formatDate(day, 'th')}${byOthers ? ` เพราะ “${byOthers.th}”` : ''}`,
    en: `${limit.en} ended on ${formatDate(day, 'en')}${byOthers ? `, with “${byOthers.en}”` : ''}.`,
  };
}

/** That nothing was lost, and where it is. */
export const KEPT: Text = {
  th: 'สิ่งที่คุณส่งมาจึงรับไว้เป็นคำตอบไม่ได้ แต่ระบบเก็บข้อความและข้อมูลไว้ครบในหน้าของเรื่องนี้',
  en: 'What you sent could not be taken as the answer. All of it is kept on the case’s page.',
};

export const NEXT = {
  again: {
    th: 'ยื่นใหม่ได้ทันที โดยใช้ข้อมูล เอกสาร และคำตอบที่ส่งช้านี้ ไม่ต้องกรอกซ้ำ (พ.ร.บ. การอำนวยความสะดวกฯ พ.ศ. 2558 มาตรา 9)',
    en: 'You can file again at once, with everything you entered, your papers and this late answer already in it (Licensing Facilitation Act B.E. 2558 s.9).',
  },
  without: {
    th: 'หากตอบไม่ทันเพราะเหตุจำเป็นที่ไม่ใช่ความผิดของคุณ ให้แจ้งเหตุนั้นในอุทธรณ์ภายใน 15 วันนับแต่วันที่เหตุสิ้นสุด ผู้พิจารณาอาจให้รับเรื่องเดิมไว้พิจารณาต่อพร้อมคำตอบนี้ (พ.ร.บ. วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 66)',
    en: 'If something that was no fault of yours kept you from answering, say so in the appeal within 15 days of its end: whoever decides may take the application up again, with this answer (Administrative Procedure Act B.E. 2539 s.66).',
  },
  wait: {
    th: 'สำนักงานยังไม่มีคำสั่ง และเห็นสิ่งที่คุณส่งมาพร้อมหมายเหตุว่าส่งหลังพ้นกำหนด จะรับฟังหรือไม่เป็นดุลพินิจของสำนักงาน',
    en: 'The office has not decided yet. It sees what you sent, marked as late, and may still weigh it.',
  },
  title: {
    again: { th: 'ยื่นใหม่โดยใช้ข้อมูลเดิม', en: 'File again with everything kept' },
    appeal: { th: 'อุทธรณ์คำสั่ง', en: 'Appeal against the order' },
    wait: { th: 'ดูหน้าของเรื่องนี้', en: 'See the case' },
  },
} as const;
