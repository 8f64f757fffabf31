import type { DeliveryView, WrittenOrder } from '@anuyat/contract';
import { bangkokDate, formatDate } from '@anuyat/dictionary';
import type { DayUnit, Text } from '@anuyat/licence-kit';

/** What a suspension orders beside its reasons. */
export interface OrderTerms {
  /** Days of a suspension; absent where it lasts until it is lifted. */
  days?: number | null;
  /** An appeal against an order about an issued licence. */
  isAboutLicence?: boolean;
}

/** What an order is about. */
export function subjectOf({ kind, outcome, licence }: Pick<WrittenOrder, 'kind' | 'outcome' | 'licence'>): Text {
  const said = kind === 'appeal' ? appealSubjects[outcome] ?? appealSubjects['upheld'] : subjects[kind];
  return { th: `${said?.th ?? ''} ${licence.th}`, en: `${said?.en ?? ''}: ${licence.en}` };
}

/** The order itself, in a sentence. */
export function orderedIn({ kind, outcome }: Pick<WrittenOrder, 'kind' | 'outcome'>, { days, isAboutLicence }: OrderTerms = {}): Text {
  if (kind === 'appeal' && isAboutLicence && (outcome === 'annulled' || outcome === 'granted')) return licenceGoesOn;
  if (kind === 'appeal') return appealOrders[outcome] ?? { th: 'ยกอุทธรณ์', en: 'The appeal is dismissed.' };
  if (kind === 'suspension' && days) return { th: `พักใช้ใบอนุญาตมีกำหนด ${days} วัน นับแต่วันที่มีคำสั่ง`, en: `The licence is suspended for ${days} days from the day of this order.` };
  return orders[kind];
}

/** How, where and until when the order can be appealed, or taken to court (Administrative Procedure Act B.E. 2539 s.40). */
export function remedyIn({ remedy: { kind, to, how, days, unit, until, citation } }: Pick<WrittenOrder, 'remedy'>): Text {
  const last = until ? bangkokDate(new Date(until)) : null;
  const section = citation ? { th: ` ตาม${citation.law.th} มาตรา ${citation.section}`, en: ` (${citation.law.en} s.${citation.section})` } : { th: '', en: '' };
  return {
    th: `${how.th} ภายใน ${days} ${unit === 'working' ? 'วันทำการ' : 'วัน'}นับแต่วันที่ได้รับแจ้งคำสั่งนี้${last ? ` คือภายในวันที่ ${formatDate(last, 'th')}` : ''}${section.th} ${kind === 'appeal' ? `ผู้พิจารณาอุทธรณ์ คือ ${to.th}` : ''}`.trim(),
    en: `${how.en} Within ${days} ${unitWords[unit]} of being notified${last ? `, that is until ${formatDate(last, 'en')}` : ''}${section.en}.`,
  };
}

/** How and when it reached the person. */
export function deliveryIn({ kind, notifiedAt }: DeliveryView): Text {
  const day = bangkokDate(new Date(notifiedAt));
  const way = deliveries[kind];
  return { th: `${way.th} ถือว่าแจ้งเมื่อวันที่ ${formatDate(day, 'th')}`, en: `${way.en}; counts as notified on ${formatDate(day, 'en')}.` };
}

const licenceGoesOn: Text = { th: 'เพิกถอนคำสั่งที่อุทธรณ์ ใบอนุญาตใช้ได้ตามเดิม', en: 'The order is annulled; the licence holds as before.' };

const unitWords: Record<DayUnit, string> = { working: 'working days', calendar: 'days' };

const subjects: Record<Exclude<WrittenOrder['kind'], 'appeal'>, Text> = {
  refusal: { th: 'คำสั่งไม่อนุญาต', en: 'Refusal' },
  return: { th: 'คำสั่งคืนคำขอ', en: 'Return of an application' },
  closing: { th: 'คำสั่งจำหน่ายคำขอ', en: 'Closing of an application' },
  suspension: { th: 'คำสั่งพักใช้ใบอนุญาต', en: 'Suspension of a licence' },
  revocation: { th: 'คำสั่งเพิกถอนใบอนุญาต', en: 'Revocation of a licence' },
  transfer: { th: 'คำสั่งไม่อนุญาตให้โอนใบอนุญาต', en: 'Transfer not confirmed' },
};

const orders: Record<Exclude<WrittenOrder['kind'], 'appeal'>, Text> = {
  refusal: { th: 'ไม่อนุญาตตามคำขอ', en: 'The application is refused.' },
  return: { th: 'คืนคำขอ ผู้ยื่นคำขอยื่นใหม่ได้โดยใช้ข้อมูลเดิม', en: 'The application is returned. It can be filed again with what was entered.' },
  closing: { th: 'จำหน่ายคำขอ และคืนค่าธรรมเนียมที่ชำระไว้สำหรับคำขอนี้', en: 'The application is closed. What was paid for it is given back.' },
  suspension: { th: 'พักใช้ใบอนุญาตจนกว่าสำนักงานจะมีคำสั่งยกเลิกการพักใช้', en: 'The licence is suspended until the office lifts the suspension.' },
  revocation: { th: 'เพิกถอนใบอนุญาตนับแต่วันที่มีคำสั่ง', en: 'The licence is revoked from the day of this order.' },
  transfer: { th: 'ไม่อนุญาตให้โอน ใบอนุญาตอยู่กับผู้รับใบอนุญาตเดิม', en: 'The transfer is not confirmed. The licence stays with its holder.' },
};

const appealSubjects: Record<string, Text> = {
  upheld: { th: 'คำวินิจฉัยอุทธรณ์', en: 'Decision on an appeal' },
  'not-admitted': { th: 'คำสั่งไม่รับอุทธรณ์', en: 'Appeal not admitted' },
};

const appealOrders: Record<string, Text> = {
  upheld: { th: 'ยกอุทธรณ์', en: 'The appeal is dismissed; the order stands.' },
  annulled: { th: 'เพิกถอนคำสั่งที่อุทธรณ์ ให้พิจารณาคำขอใหม่', en: 'The order is annulled; the application is decided anew.' },
  granted: { th: 'แก้คำสั่งที่อุทธรณ์เป็นอนุญาต', en: 'The order is changed: granted.' },
  'not-admitted': { th: 'ไม่รับอุทธรณ์ไว้พิจารณา', en: 'The appeal is not admitted.' },
};

const deliveries: Record<DeliveryView['kind'], Text> = {
  electronic: { th: 'แจ้งทางอิเล็กทรอนิกส์ในระบบอนุญาต', en: 'Told electronically in Anuyat' },
  'in-person': { th: 'ส่งมอบด้วยตนเอง', en: 'Handed over in person' },
  post: { th: 'ส่งทางไปรษณีย์ลงทะเบียนตอบรับ', en: 'Sent by registered post' },
  'post-abroad': { th: 'ส่งทางไปรษณีย์ไปต่างประเทศ', en: 'Sent by post abroad' },
  publication: { th: 'ประกาศ', en: 'Published' },
};
