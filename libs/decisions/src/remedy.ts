import { appealRuleOf, COURT, WITHOUT_WORDS_ON_APPEAL } from '@anuyat/dictionary/reference';
import type { Citation, DayUnit, LawCode, Text } from '@anuyat/licence-kit';

/** What can still be done against an order: to whom, within what time, how, and the law that says so. Kept with the order. */
export interface Remedy {
  kind: 'appeal' | 'court';
  to: Text;
  days: number;
  unit: DayUnit;
  /** Code of the appeal's procedure; null for the court, which the portal cannot take an action for. */
  procedure: string | null;
  how: Text;
  citation: Citation | null;
  isVerified: boolean;
}

/** How an order under a law is appealed. Every law has an answer, so that no order goes out without one (Administrative Procedure Act B.E. 2539 s.40). */
export function appealAgainst(law: LawCode): Remedy {
  const { to, within, procedure } = appealRuleOf(law);
  return {
    kind: 'appeal', to, days: within.days, unit: within.unit, procedure,
    how: {
      th: `ยื่นอุทธรณ์เป็นหนังสือต่อ${to.th} โดยระบุข้อโต้แย้ง ข้อเท็จจริง และข้อกฎหมายที่อ้างอิง ยื่นได้ในหน้าของเรื่องนี้ในระบบอนุญาต`,
      en: `Appeal in writing to ${to.en}, with your objections and the facts and law that they rest on. You can do so on this case’s page in Anuyat.`,
    },
    citation: within.citation ?? null,
    isVerified: within.source.isVerified,
  };
}

/** The same where the portal does not take the appeal itself: with the office, on paper or by its own channels. */
export function inWriting(remedy: Remedy): Remedy {
  return {
    ...remedy,
    procedure: null,
    how: {
      th: `ยื่นอุทธรณ์เป็นหนังสือต่อ${remedy.to.th} โดยระบุข้อโต้แย้ง ข้อเท็จจริง และข้อกฎหมายที่อ้างอิง ยื่นที่สำนักงานที่ออกคำสั่งนี้`,
      en: `Appeal in writing to ${remedy.to.en}, with your objections and the facts and law that they rest on, at the office that made this order.`,
    },
  };
}

/** What is left after the decision on an appeal. */
export function afterAppeal(): Remedy {
  const { to, within } = COURT;
  return {
    kind: 'court', to, days: within.days, unit: within.unit, procedure: null,
    how: {
      th: 'ยื่นคำฟ้องเป็นหนังสือต่อศาลปกครองที่มีเขตอำนาจ หรือส่งทางไปรษณีย์ลงทะเบียน หรือยื่นทางระบบงานคดีปกครองอิเล็กทรอนิกส์',
      en: 'File a written complaint with the competent Administrative Court, in person, by registered post, or through its electronic filing system.',
    },
    citation: within.citation ?? null,
    isVerified: within.source.isVerified,
  };
}

/** Days to appeal where no order said how: a year (s.40). */
export const DAYS_WITHOUT_WORDS = WITHOUT_WORDS_ON_APPEAL.days;
