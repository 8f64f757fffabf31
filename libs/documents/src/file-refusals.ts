import { Refusal, type ProblemCode } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { kindNames } from './file-kind';
import type { Takes } from './receive';

type FileProblem = Extract<ProblemCode, 'file-kind' | 'file-too-large' | 'file-empty' | 'file-too-many'>;

/** A refused file, with the sentence that says what this paper takes. */
export function refuseFile(code: FileProblem, asks: Takes): Refusal {
  const message = sentences[code](asks);
  return new Refusal(code, { detail: message, fields: [{ path: `documents.${asks.code}`, code, message }] });
}

const sentences: Record<FileProblem, (asks: Takes) => Text> = {
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
