import type { Text } from '@anuyat/licence-kit';
import type { ReplayFaultCode } from './replay-application';

interface Told {
  number: string;
  revision: number;
  type: string;
  expected?: string;
  found?: string;
}

const MOST_LETTERS = 400;

/** What a fault means, told so that somebody can look into it. */
export function replayStories(fault: ReplayFaultCode, { number, revision, type, expected = '', found = '' }: Told): Text {
  const line = { th: `คำขอ ${number} รายการที่ ${revision} (${type})`, en: `Application ${number}, line ${revision} (${type})` };
  const both = { th: ` ได้ ${cut(expected)} แต่เก็บไว้ว่า ${cut(found)}`, en: ` It gives ${cut(expected)}, but what is stored is ${cut(found)}.` };
  switch (fault) {
    case 'missing-line':
      return { th: `${line.th}: รายการในประวัติขาดหายไป`, en: `${line.en}: a line of the history is missing.` };
    case 'broken-chain':
      return { th: `${line.th}: ไม่ต่อจากรายการก่อนหน้า มีรายการถูกตัดหรือสลับที่`, en: `${line.en}: it does not hang on the line before; a line was cut out or moved.` };
    case 'changed-line':
      return { th: `${line.th}: เนื้อหาถูกแก้ไขหลังจากเขียน เพราะค่าแฮชไม่ตรง`, en: `${line.en}: it was changed after it was written, for its hash no longer fits.` };
    case 'unknown-version':
      return { th: `${line.th}: ไม่เคยประกาศนิยามรุ่นที่ใช้ในขณะนั้น`, en: `${line.en}: the version of the definition that was in force then was never published here.` };
    case 'impossible-event':
      return { th: `${line.th}: นิยามที่ใช้ในขณะนั้นไม่รับเหตุการณ์นี้ในสถานะนั้น`, en: `${line.en}: the definition that was in force then does not take this event in that state.` };
    case 'other-state':
      return { th: `${line.th}: เล่นซ้ำแล้วได้อีกสถานะหนึ่ง${both.th}`, en: `${line.en}: the replay comes to another state.${both.en}` };
    case 'other-effects':
      return { th: `${line.th}: เล่นซ้ำแล้วได้ผลอื่น${both.th}`, en: `${line.en}: the replay asks for other effects.${both.en}` };
    case 'other-snapshot':
      return { th: `คำขอ ${number}: สถานะที่เก็บไว้ไม่ตรงกับประวัติ${both.th}`, en: `Application ${number}: the stored state is not what its history gives.${both.en}` };
    case 'other-status':
      return { th: `คำขอ ${number}: ผลรวมที่เก็บไว้ไม่ตรงกับประวัติ${both.th}`, en: `Application ${number}: the stored status is not what its history gives.${both.en}` };
    case 'other-revision':
      return { th: `คำขอ ${number}: จำนวนรายการในประวัติไม่ตรงกับที่เก็บไว้${both.th}`, en: `Application ${number}: its history does not have as many lines as it should.${both.en}` };
    case 'other-version':
      return { th: `คำขอ ${number}: รุ่นของนิยามที่เก็บไว้ไม่ตรงกับประวัติ${both.th}`, en: `Application ${number}: the stored version is not the one that its history leads to.${both.en}` };
    case 'other-hash':
      return { th: `คำขอ ${number}: แฮชสุดท้ายที่เก็บไว้ไม่ใช่ของประวัตินี้ ท้ายประวัติถูกตัด`, en: `Application ${number}: the stored last hash is not that of its history; the tail was cut or replaced.` };
    case 'other-clocks':
      return { th: `คำขอ ${number}: นาฬิกาที่เก็บไว้ไม่ตรงกับประวัติ${both.th}`, en: `Application ${number}: a stored clock is not what its history gives.${both.en}` };
  }
}

function cut(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
