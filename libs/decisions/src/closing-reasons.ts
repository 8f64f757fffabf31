import { bangkokDate, formatDate } from '@anuyat/dictionary';
import type { Text } from '@anuyat/licence-kit';

/** Why nothing can be done about a revocation any more. */
export type HowFinal = 'not-appealed' | 'upheld' | 'not-admitted';

/** What the portal enters into the history of a filing whose licence is gone for good. */
export interface Finality {
  licence: string;
  /** Number of the order that revoked it. */
  order: string;
  how: HowFinal;
  /** Number of the appeal, where there was one. */
  appeal?: string;
  /** ISO moment from which the order is final. */
  finalAt: string;
}

const hows: Readonly<Record<HowFinal, (appeal: string) => Text>> = {
  'not-appealed': () => ({ th: 'ไม่มีการอุทธรณ์ภายในเวลาที่กฎหมายกำหนด', en: 'It was not appealed within the time that the law gives.' }),
  upheld: (appeal) => ({ th: `มีคำวินิจฉัยยกอุทธรณ์ ${appeal}`, en: `The appeal ${appeal} was dismissed.` }),
  'not-admitted': (appeal) => ({ th: `มีคำสั่งไม่รับอุทธรณ์ ${appeal}`, en: `The appeal ${appeal} was not admitted.` }),
};

/**
 * Facts, law and considerations of the order that closes a filing about a revoked licence (Administrative Procedure Act B.E. 2539 s.37): its
 * object ended with the revocation (s.42: an order holds until it is withdrawn, annulled or runs out), and nobody can annul that any more.
 */
export function closingReasons({ licence, order, how, appeal = '', finalAt }: Finality): { facts: string; law: string; considerations: string } {
  const day = bangkokDate(new Date(finalAt));
  const why = hows[how](appeal);
  return {
    facts: `ใบอนุญาตเลขที่ ${licence} ซึ่งคำขอนี้ขอต่ออายุหรือขอแก้ไข ถูกเพิกถอนตามคำสั่งเลขที่ ${order} ${why.th} คำสั่งจึงถึงที่สุดตั้งแต่วันที่ ${formatDate(day, 'th')}\n`
      + `Licence ${licence}, which this application was to renew or change, was revoked by order ${order}. ${why.en} The order is final since ${formatDate(day, 'en')}.`,
    law: 'พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 42 และมาตรา 44\nAdministrative Procedure Act B.E. 2539 ss.42, 44',
    considerations: 'ไม่มีใบอนุญาตที่จะต่ออายุหรือแก้ไขได้อีก คำขอจึงไม่มีเรื่องให้พิจารณาต่อไป ค่าธรรมเนียมที่ชำระไว้ไม่ได้ใช้ จึงต้องคืน หากประสงค์จะประกอบกิจการต่อ ยื่นขอใบอนุญาตใหม่ได้ เว้นแต่กฎหมายของใบอนุญาตนั้นห้ามไว้\n'
      + 'No licence is left that could be renewed or changed, so there is nothing to decide. What was paid for it served nothing and is given back. You may apply for a new licence, unless the law of that licence forbids it.',
  };
}
