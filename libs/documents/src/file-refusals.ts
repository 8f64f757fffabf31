import { Refusal, type ProblemCode } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { kindNames } from './file-kind';
import type { FileFault } from './inspect/fault';
import { MOST_PAGES } from './inspect/inspect-pdf';
import type { Takes } from './receive';

type FileProblem = Extract<ProblemCode, 'file-kind' | 'file-too-large' | 'file-empty' | 'file-too-many' | 'file-faulty'>;

/** A refused file, with the sentence that says what this paper takes. */
export function refuseFile(code: Exclude<FileProblem, 'file-faulty'>, asks: Takes): Refusal;
export function refuseFile(code: 'file-faulty', asks: Takes, fault: FileFault): Refusal;
export function refuseFile(code: FileProblem, asks: Takes, fault: FileFault = 'damaged'): Refusal {
  const message = code === 'file-faulty' ? faults[fault] : sentences[code](asks);
  return new Refusal(code, { detail: message, fields: [{ path: `documents.${asks.code}`, code, message }] });
}

const faults: Record<FileFault, Text> = {
  active: { th: 'ไฟล์ PDF นี้มีคำสั่งที่ทำงานเองเมื่อเปิด โปรดพิมพ์เป็น PDF ใหม่ (Print to PDF) แล้วแนบอีกครั้ง', en: 'This PDF does things by itself when it is opened. Print it to a new PDF and add that one.' },
  attachments: { th: 'มีไฟล์อื่นซ่อนอยู่ใน PDF นี้ โปรดแนบแต่ละไฟล์แยกกัน หรือพิมพ์เป็น PDF ใหม่', en: 'Other files are inside this PDF. Add each of them by itself, or print it to a new PDF.' },
  locked: { th: 'ไฟล์ PDF นี้ตั้งรหัสผ่านไว้ โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน', en: 'This PDF is protected with a password. Save it again without one.' },
  damaged: { th: 'อ่านไฟล์นี้ไม่ได้ ไฟล์อาจเสียหายหรือมีเนื้อหาอื่นปนอยู่ โปรดบันทึกหรือสแกนใหม่', en: 'This file cannot be read: it is damaged, or something else is mixed into it. Save or scan it again.' },
  flood: { th: 'ภาพในไฟล์มีขนาดใหญ่เกินไป โปรดลดความละเอียดแล้วแนบอีกครั้ง', en: 'A picture in this file is far too large. Lower its resolution and add it again.' },
  'too-long': { th: `ไฟล์มีมากกว่า ${MOST_PAGES.toLocaleString('en-US')} หน้า โปรดแบ่งเป็นหลายไฟล์`, en: `The file has more than ${MOST_PAGES.toLocaleString('en-US')} pages. Divide it into several.` },
};

const sentences: Record<Exclude<FileProblem, 'file-faulty'>, (asks: Takes) => Text> = {
  'file-kind': ({ accepts }) => ({
    th: `ใช้ไฟล์ ${kindNames(accepts)} และนามสกุลของชื่อไฟล์ต้องตรงกับเนื้อหา`,
    en: `Use ${kindNames(accepts)}; the ending of the file’s name has to match what is in it.`,
  }),
  'file-too-large': ({ maxBytes }) => ({
    th: `ไฟล์ต้องมีขนาดไม่เกิน ${megabytes(maxBytes)} MB ลองย่อขนาดหรือสแกนใหม่ด้วยความละเอียดต่ำลง`,
    en: `The file may have up to ${megabytes(maxBytes)} MB. Make it smaller, or scan it again at a lower resolution.`,
  }),
  'file-empty': () => ({ th: 'ไฟล์ว่างเปล่า โปรดเลือกไฟล์อีกครั้ง', en: 'The file is empty. Please choose it again.' }),
  'file-too-many': ({ maxFiles }) => ({
    th: `แนบได้ไม่เกิน ${maxFiles} ไฟล์ ลบไฟล์ที่ไม่ใช้ก่อนแนบไฟล์ใหม่`,
    en: `Up to ${maxFiles} ${maxFiles === 1 ? 'file' : 'files'} can be added here. Remove one before you add another.`,
  }),
};

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toLocaleString('en-US', { maximumFractionDigits: 2 });
}
