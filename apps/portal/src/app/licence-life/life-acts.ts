import type { LicenceLifeView } from '@anuyat/contract';
import { isIsoDate } from '@anuyat/dictionary';
import type { Text } from '@anuyat/licence-kit';
import { LIFE_WORDS } from './life-words';

/** One field of an act's form. */
export interface LifeField {
  name: string;
  kind: 'words' | 'date' | 'days' | 'choice';
  label: Text;
  help?: Text;
  isOptional?: boolean;
  choices?: { value: string; label: Text }[];
  /** The most days that the law allows. */
  most?: number;
}

/** Something that may be done to a licence, and what it asks for. */
export interface LifeAct {
  event: string;
  title: Text;
  /** What it will cause. */
  causes: Text;
  isGrave?: boolean;
  fields: LifeField[];
}

const reasons: LifeField[] = [
  { name: 'facts', kind: 'words', label: LIFE_WORDS.facts, help: LIFE_WORDS.reasons },
  { name: 'law', kind: 'words', label: LIFE_WORDS.law },
  { name: 'considerations', kind: 'words', label: LIFE_WORDS.considerations },
];
const note = (label: Text, isOptional = false): LifeField => ({ name: 'note', kind: 'words', label, isOptional });
const day = (name: string, label: Text, help?: Text): LifeField => ({ name, kind: 'date', label, ...(help ? { help } : {}) });

/** The acts that the reader may do now, in the order of the page. Offers of transfers are made elsewhere. */
export function actsOf({ may, suspension, cancellation }: LicenceLifeView): LifeAct[] {
  const most = suspension.mostDays;
  const days: LifeField = {
    name: 'days', kind: 'days', label: { th: 'จำนวนวัน', en: 'Days' }, isOptional: most === null, ...(most === null ? {} : { most }),
    help: most === null ? { th: 'เว้นว่าง หากพักใช้จนกว่าจะยกเลิก', en: 'Leave it empty to suspend until it is lifted.' } : { th: `ไม่เกิน ${most} วัน`, en: `At most ${most} days` },
  };
  const all: LifeAct[] = [
    {
      event: 'register.intended', title: { th: 'แจ้งว่าจะพักใช้หรือเพิกถอน', en: 'Give notice of an intended order' },
      causes: { th: 'ผู้รับใบอนุญาตได้รับแจ้งและมีเวลาชี้แจง ใบอนุญาตยังใช้ได้', en: 'The holder is told and has time to answer. The licence stays valid meanwhile.' },
      fields: [
        { name: 'against', kind: 'choice', label: { th: 'คำสั่งที่จะออก', en: 'The intended order' }, choices: [{ value: 'suspension', label: { th: 'พักใช้', en: 'Suspension' } }, { value: 'revocation', label: { th: 'เพิกถอน', en: 'Revocation' } }] },
        ...reasons,
      ],
    },
    { event: 'register.suspended', title: { th: 'พักใช้ใบอนุญาต', en: 'Suspend' }, causes: { th: 'ใบอนุญาตใช้ไม่ได้ทันที และหน้าตรวจสอบแสดงว่าถูกพักใช้', en: 'The licence stops at once, and whoever checks it sees so.' }, isGrave: true, fields: [days, ...reasons] },
    {
      event: 'register.suspendedAtOnce', title: { th: 'พักใช้ทันทีโดยไม่รอคำชี้แจง', en: 'Suspend at once, without a hearing' }, isGrave: true,
      causes: { th: 'ใช้ได้เฉพาะเมื่อจำเป็นรีบด่วนเพื่อประโยชน์สาธารณะ (มาตรา 30 วรรคสอง (1))', en: 'Only where it cannot wait without harm to the public (section 30, paragraph 2 (1)).' },
      fields: [{ name: 'urgency', kind: 'words', label: { th: 'เหตุที่รอไม่ได้', en: 'Why it cannot wait' } }, days, ...reasons],
    },
    {
      event: 'register.revoked', title: { th: 'เพิกถอนใบอนุญาต', en: 'Revoke' }, causes: { th: 'ใบอนุญาตสิ้นผล และเรื่องนี้จบ', en: 'The licence ends.' }, isGrave: true,
      fields: [
        {
          name: 'kind', kind: 'choice', label: { th: 'อาศัยอำนาจตาม', en: 'On which ground' },
          choices: [
            { value: 'own-law', label: { th: 'กฎหมายของใบอนุญาตนี้', en: 'The licence’s own law' } },
            { value: 'unlawful', label: { th: 'ออกโดยไม่ชอบด้วยกฎหมาย (มาตรา 50–52)', en: 'It was issued unlawfully (sections 50–52)' } },
            { value: 'lawful', label: { th: 'ออกโดยชอบ แต่มีเหตุให้เพิกถอน (มาตรา 53)', en: 'Lawful, but to be withdrawn (section 53)' } },
          ],
        },
        day('knownOn', { th: 'วันที่รู้ถึงเหตุ', en: 'The day on which the ground became known' }, { th: 'มาตรา 49 ให้เพิกถอนภายใน 90 วันนับแต่วันที่รู้ ระบบไม่รับคำสั่งที่พ้นกำหนด เว้นแต่เพิกถอนตามกฎหมายของใบอนุญาตนี้เอง', en: 'Section 49 gives 90 days from then, and no order is taken after them, unless the licence’s own law is the ground.' }),
        {
          name: 'exception', kind: 'choice', isOptional: true, label: { th: 'เหตุที่ไม่ต้องอยู่ในกำหนด 90 วัน', en: 'Why the 90 days do not count' },
          choices: [
            { value: 'deceit', label: { th: 'แสดงข้อความเท็จหรือปกปิดข้อความจริง', en: 'False statements, or facts kept back' } },
            { value: 'threat', label: { th: 'ข่มขู่', en: 'Threats' } },
            { value: 'benefit', label: { th: 'ให้ทรัพย์สินหรือประโยชน์ที่มิชอบ', en: 'Unlawful benefits' } },
          ],
        },
        ...reasons,
      ],
    },
    { event: 'register.dropped', title: { th: 'ยุติเรื่องโดยไม่ออกคำสั่ง', en: 'Close without an order' }, causes: { th: 'ผู้รับใบอนุญาตได้รับแจ้งว่าเรื่องจบ', en: 'The holder is told that it is over.' }, fields: [note({ th: 'เหตุผล', en: 'Reason' })] },
    { event: 'register.lifted', title: { th: 'ยกเลิกการพักใช้', en: 'Lift the suspension' }, causes: { th: 'ใบอนุญาตใช้ได้ตามเดิมทันที', en: 'The licence holds again at once.' }, fields: [note({ th: 'เหตุผล', en: 'Reason' })] },
    { event: 'transfer.confirmed', title: { th: 'ยืนยันการโอน', en: 'Confirm the transfer' }, causes: { th: 'ใบอนุญาตเปลี่ยนเป็นชื่อผู้รับโอน เลขที่เดิม', en: 'The licence goes to the new holder, under the same number.' }, fields: [note({ th: 'บันทึก', en: 'Note' }, true)] },
    { event: 'transfer.declined', title: { th: 'ไม่อนุญาตให้โอน', en: 'Decline the transfer' }, causes: { th: 'ใบอนุญาตอยู่กับผู้รับใบอนุญาตเดิม', en: 'The licence stays with its holder.' }, isGrave: true, fields: reasons },
    { event: 'register.heard', title: { th: 'ชี้แจงต่อสำนักงาน', en: 'Answer the office' }, causes: { th: 'สำนักงานพิจารณาคำชี้แจงก่อนออกคำสั่ง', en: 'The office decides with your answer before it.' }, fields: [{ name: 'words', kind: 'words', label: { th: 'คำชี้แจง', en: 'Your answer' } }] },
    { event: 'register.defended', title: { th: 'ชี้แจงต่อสำนักงาน', en: 'Answer the office' }, causes: { th: 'สำนักงานพิจารณาคำชี้แจงก่อนออกคำสั่ง', en: 'The office decides with your answer before it.' }, fields: [note({ th: 'คำชี้แจง', en: 'Your answer' })] },
    { event: 'handover.withdrawn', title: { th: 'ยกเลิกการเสนอโอน', en: 'Withdraw the offer' }, causes: { th: 'ลิงก์ที่ส่งไปจะใช้ไม่ได้', en: 'The link that you sent stops working.' }, fields: [] },
    {
      event: 'cancelled', title: { th: 'แจ้งเลิก', en: 'End this licence' }, isGrave: true,
      causes: { th: `ใบอนุญาตสิ้นผลและเปิดใหม่ไม่ได้ ต้องแจ้งภายใน ${cancellation.withinDays} วันนับแต่เลิก`, en: `The licence ends for good. The end has to be told within ${cancellation.withinDays} days.` },
      fields: [day('on', { th: 'วันที่เลิก', en: 'The day of the end' }), note({ th: 'หมายเหตุ', en: 'Note' }, true)],
    },
  ];
  return all.filter(({ event }) => may.includes(event));
}

/** What is wrong with the values of an act's form, by field; nothing when it can be sent. */
export function faultsOf(act: LifeAct, values: Record<string, string>): Record<string, Text> {
  return Object.fromEntries(act.fields.flatMap(({ name, kind, isOptional, most }): [string, Text][] => {
    const value = (values[name] ?? '').trim();
    if (value === '') return isOptional ? [] : [[name, LIFE_WORDS.missing]];
    if (kind === 'date' && !isIsoDate(value)) return [[name, LIFE_WORDS.noDay]];
    if (kind !== 'days') return [];
    const days = Number(value);
    if (!Number.isInteger(days) || days < 1) return [[name, LIFE_WORDS.missing]];
    return most !== undefined && days > most ? [[name, { th: LIFE_WORDS.tooMany.th.replace('{days}', String(most)), en: LIFE_WORDS.tooMany.en.replace('{days}', String(most)) }]] : [];
  }));
}

/** The event's data as the door takes them: what was left empty is left out, days are a number. */
export function dataOf(act: LifeAct, values: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(act.fields.flatMap(({ name, kind }) => {
    const value = (values[name] ?? '').trim();
    return value === '' ? [] : [[name, kind === 'days' ? Number(value) : value]];
  }));
}
