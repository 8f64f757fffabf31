import { findOffice } from '@anuyat/dictionary/reference';
import { actOf, findText, textOf, wordFor, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { Leg } from './critical-path';
import type { Basis } from './promise-store';
import type { Reason } from './reasons';

const DAY = 86_400_000;

/** Why a date was promised or moved. @param titleOf a licence type's name. */
export function sayReason(reason: Reason, definition: LicenceDefinition, titleOf: (code: string) => Text): Text {
  switch (reason.code) {
    case 'first':
      return { th: 'กำหนดครั้งแรกหลังรับคำขอ', en: 'The first date, once it was filed' };
    case 'event':
      return eventInWords(reason.type, definition);
    case 'enough':
      return { th: `มีคำขอประเภทนี้ที่เสร็จแล้วครบ ${reason.finished} เรื่อง จึงคาดวันได้`, en: `${reason.finished} applications of this kind have finished by now, enough to name a day` };
    case 'queue-grew': {
      const office = officeTitle(reason.office);
      return { th: `คิวที่${office.th}ยาวขึ้น จาก ${reason.from} เป็น ${reason.to} เรื่อง`, en: `The queue at ${office.en} grew from ${reason.from} to ${reason.to}` };
    }
    case 'queue-shrank': {
      const office = officeTitle(reason.office);
      return { th: `คิวที่${office.th}สั้นลง จาก ${reason.from} เหลือ ${reason.to} เรื่อง`, en: `The queue at ${office.en} shrank from ${reason.from} to ${reason.to}` };
    }
    case 'slower':
      return { th: `ระยะหลัง${officeTitle(reason.office).th}ใช้เวลานานขึ้น`, en: `Work at ${officeTitle(reason.office).en} has been taking longer of late` };
    case 'quicker':
      return { th: `ระยะหลัง${officeTitle(reason.office).th}ใช้เวลาน้อยลง`, en: `Work at ${officeTitle(reason.office).en} has been quicker of late` };
    case 'earlier-licence': {
      const title = titleOf(reason.licence);
      return { th: `เรื่องที่ต้องได้ก่อน คือ ${title.th} มีความคืบหน้า`, en: `Something moved in what must come first: ${title.en}` };
    }
    case 'late':
      return { th: 'เลยวันที่คาดไว้แล้ว จึงถอนวันนั้น จะคาดวันใหม่เมื่อมีความคืบหน้า', en: 'The day that was named has passed, so it no longer stands. A new one comes with the next step.' };
  }
}

/** What a date was computed from, most important first. */
export function sayBasis({ finished, needed, share, legs, first }: Basis, isPromised: boolean, definition: LicenceDefinition, titleOf: (code: string) => Text): Text[] {
  const tooFew = { th: `ต้องมีคำขอประเภทนี้ที่เสร็จแล้วอย่างน้อย ${needed} เรื่อง จึงจะคาดวันได้ ขณะนี้มี ${finished} เรื่อง`, en: `A day is named once ${needed} applications of this kind have finished; so far ${finished} have` };
  if (finished < needed) return [tooFew];
  const measured = {
    th: `เทียบกับคำขอประเภทนี้ที่เสร็จไปแล้ว (นับถึงตอนนั้น ${finished} เรื่อง) โดยถือเรื่องล่าสุดเป็นหลัก เพื่อให้ ${Math.round(share * 100)} ใน 100 เรื่องเสร็จทัน`,
    en: `Measured against applications of this kind that have finished (${finished} by then), the latest above all, so that ${Math.round(share * 100)} of 100 finish in time`,
  };
  if (!isPromised) return [measured];
  return [
    ...(first ? [{ th: `ต้องรอ ${titleOf(first).th} ก่อน`, en: `It waits for ${titleOf(first).en} first` }] : []),
    ...legs.flatMap((leg) => legInWords(leg, definition)),
    measured,
  ];
}

/** Lanes of another licence, which comes first, have no name here. */
function legInWords({ what, lane, office, length, isLearnt, load }: Leg, definition: LicenceDefinition): Text[] {
  const days = Math.max(1, Math.ceil(length / DAY));
  const inDays = { th: `ไม่เกินประมาณ ${days} วัน`, en: `up to about ${days} ${days === 1 ? 'day' : 'days'}` };
  if (what === 'payment') return [{ th: `ชำระค่าธรรมเนียม ${inDays.th}`, en: `Paying the fee: ${inDays.en}` }];
  const title = lane === undefined ? undefined : findText(definition.texts, `lanes.${lane}`);
  if (what !== 'lane' || !title) return [];
  const at = officeTitle(office ?? '');
  const longest = { th: `ส่วนที่ใช้เวลานานที่สุด: ${title.th} ที่${at.th} ${inDays.th}`, en: `The longest part left: ${title.en} at ${at.en}, ${inDays.en}` };
  if (!isLearnt) return [longest, { th: 'ส่วนนี้ยังมีงานที่เสร็จแล้วน้อย จึงใช้เวลาตามกฎหมาย', en: 'Too little of this work has finished, so it is reckoned with the law’s time' }];
  if (!load) return [longest];
  const usual = Math.round(load.usualQueue);
  return [longest, { th: `ดูจากงานลักษณะนี้ที่สำนักงานทำเสร็จ ${load.closed} เรื่อง ในคิวมี ${load.queue} เรื่อง (ปกติ ${usual})`, en: `From ${load.closed} such pieces of work that the office has finished; ${load.queue} in its queue, usually ${usual}` }];
}

function eventInWords(type: string, definition: LicenceDefinition): Text {
  const word = findText(definition.texts, `event.${actOf(type)}`) ?? wordFor(`event.${actOf(type)}`);
  const lane = type.includes('.') ? findText(definition.texts, `lanes.${type.slice(0, type.indexOf('.'))}`) : undefined;
  return lane ? { th: `${lane.th}: ${word.th}`, en: `${lane.en}: ${word.en}` } : word;
}

function officeTitle(code: string): Text {
  return findOffice(code)?.title ?? { th: 'สำนักงาน', en: 'the office' };
}

/** A licence type's name, of any version. */
export function titleIn(definition: LicenceDefinition | undefined, code: string): Text {
  return definition ? textOf(definition.texts, 'title') : { th: code, en: code };
}
