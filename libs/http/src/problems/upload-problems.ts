import type { ProblemCode } from '@anuyat/contract';
import type { ProblemWords } from './problems-of-people';

type UploadProblem = Extract<ProblemCode, 'too-many-uploads' | `upload-${string}`>;

/** What is answered to uploads in parts (tus 1.0). */
export const uploadProblems: Record<UploadProblem, ProblemWords> = {
  'too-many-uploads': {
    status: 409,
    title: { th: 'มีการอัปโหลดที่ค้างอยู่มากเกินไป', en: 'Too many uploads are unfinished' },
    detail: { th: 'ส่งไฟล์ที่ค้างอยู่ให้เสร็จหรือยกเลิกก่อน ไฟล์ที่ค้างจะถูกลบเองเมื่อไม่มีการส่งต่อเกิน 24 ชั่วโมง', en: 'Finish or cancel one of them first. An unfinished upload is removed by itself 24 hours after its last byte.' },
  },
  'upload-busy': {
    status: 423,
    title: { th: 'กำลังรับไฟล์นี้อยู่', en: 'This upload is being received already' },
    detail: { th: 'การเชื่อมต่ออื่นกำลังส่งไฟล์เดียวกัน โปรดรอสักครู่แล้วส่งต่อ', en: 'Another connection is sending the same file. Wait a moment and go on.' },
  },
  'upload-offset': {
    status: 409,
    title: { th: 'ไฟล์ส่งต่อไม่ตรงจุดเดิม', en: 'The upload stands elsewhere' },
    detail: { th: 'ถามระบบก่อนว่ารับไฟล์ถึงตรงไหนแล้ว จึงส่งต่อจากจุดนั้น', en: 'Ask how far it has come, and go on from there.' },
  },
  'upload-checksum': {
    status: 460,
    title: { th: 'ข้อมูลที่มาถึงไม่ตรงกับที่ส่ง', en: 'What arrived is not what was sent' },
    detail: { th: 'ส่วนนี้ของไฟล์เสียหายระหว่างทางและไม่ถูกเก็บไว้ โปรดส่งส่วนนี้อีกครั้ง', en: 'This part was damaged on its way and is not kept. Send it again.' },
  },
  'upload-version': {
    status: 412,
    title: { th: 'ระบบรับการอัปโหลดแบบ tus รุ่น 1.0.0', en: 'Uploads are taken by tus 1.0.0' },
    detail: { th: 'ใส่ส่วนหัว Tus-Resumable: 1.0.0 ในคำขอ', en: 'Send the header Tus-Resumable: 1.0.0.' },
  },
  'upload-unfinished': {
    status: 409,
    title: { th: 'ไฟล์ยังมาไม่ครบ', en: 'The file is not there yet' },
    detail: { th: 'ส่งไฟล์ต่อให้ครบก่อน ส่วนที่มาถึงแล้วยังอยู่', en: 'Send the rest of it first. What has arrived is kept.' },
  },
};
